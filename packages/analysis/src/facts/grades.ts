// Grades on ordered scales as number lines of whole numbers: of the patient, of a component, or of each kind of a condition.
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { type Formula, type Formulas, not } from '../encode/formulas.js';
import { NumericDomain } from '../encode/numeric-domain.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { membershipOf } from '../knowledge/selection.js';
import type { Calendar } from '../time/points.js';
import { lastPointOf, pointSpan, singlePointOf, type Span, spanKey } from '../time/spans.js';
import type { NumberLines } from './number-lines.js';
import type { Occurrences } from './occurrences.js';
import type { GradeQuery } from './queries.js';

/** A line of grades with what it is about, for those who read a model. */
export interface GradeLine {
    readonly id: string;
    readonly query: GradeQuery;
    /** The kind of condition that is graded, where one is. */
    readonly term: string | null;
    readonly role: 'value' | 'greatest' | 'least';
}

export class Grades {
    readonly lines = new Map<string, GradeLine>();
    private readonly calendar: Calendar;

    constructor(
        private readonly formulas: Formulas,
        private readonly numbers: NumberLines,
        private readonly occurrences: Occurrences,
        private readonly knowledge: Knowledge,
    ) {
        this.calendar = { timeline: knowledge.timeline, halfLife: null };
    }

    compare(query: GradeQuery, operator: ComparisonOperator, index: number): Formula {
        if (index < 0) return this.formulas.variable();
        const isStretch = query.pick !== 'latest' && singlePointOf(query.span, this.calendar) === null;
        if (!isStretch) return this.some(query, operator, index, 'value');
        const raises = operator === '>' || operator === '>=';
        if (query.pick === 'any') return this.some(query, operator, index, raises ? 'greatest' : 'least');
        return this.some(query, operator, index, raises ? 'least' : 'greatest');
    }

    // Of a class of conditions: some member has such a grade. What is not there has none, or grade 0 where the scale has one.
    private some(query: GradeQuery, operator: ComparisonOperator, index: number, role: GradeLine['role']): Formula {
        const { of } = query;
        if (of === null) return this.numbers.compare(this.line(query, null, role), operator, Rational.of(BigInt(index)));
        const kinds = this.occurrences.plan.leavesOf({ what: of }).filter(({ term }) => membershipOf(term, of, this.knowledge) !== 'no');
        return this.formulas.or(
            kinds.map(({ term }) => {
                const id = this.line(query, term, role);
                const holds = this.numbers.compare(id, operator, Rational.of(BigInt(index)));
                return this.formulas.and([holds, this.numbers.compare(id, '>=', Rational.ZERO)]);
            }),
        );
    }

    private line(query: GradeQuery, term: string | null, role: GradeLine['role']): string {
        const { scale, component, span } = query;
        const place = role === 'value' ? placeOf(span) : spanKey(span);
        const id = `grade\n${role}\n${scale.toLowerCase()}\n${component?.toLowerCase() ?? ''}\n${term ?? ''}\n${place}`;
        if (this.lines.has(id)) return id;
        const values = this.knowledge.term(scale)?.values ?? [];
        const hasZero = values[0] === '0';
        const lowest = term === null || hasZero ? 0n : -1n;
        this.numbers.line(id, () => NumericDomain.integers(lowest, BigInt(Math.max(values.length - 1, 0))));
        this.lines.set(id, { id, query, term, role });
        if (role !== 'value') {
            const [least, greatest] = (['least', 'greatest'] as const).map((each) => this.line(query, term, each));
            if (role === 'greatest' && least !== undefined && greatest !== undefined) this.numbers.order(least, greatest, false);
        }
        if (term !== null && role === 'value') {
            const graded = this.numbers.compare(id, '>=', Rational.of(hasZero ? 1n : 0n));
            const isThere = this.occurrences.occurs({
                track: 'present',
                what: { term, index: false, any: false, except: [] },
                span: query.span,
                extras: [],
                conditional: [],
            });
            this.formulas.addLemma([not(graded), isThere]);
        }
        return id;
    }
}

function placeOf(span: Span): string {
    const point = lastPointOf(span);
    return spanKey(point === null ? span : pointSpan(point));
}
