// Grades on ordered scales as number lines of whole numbers: of the patient, of a component, or of each kind of a condition.
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { type Formula, type Formulas, not, TRUE } from '../encode/formulas.js';
import { NumericDomain } from '../encode/numeric-domain.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { membershipOf } from '../knowledge/selection.js';
import { type Calendar, orderPoints, type TimePoint } from '../time/points.js';
import { lastPointOf, liesIn, pointSpan, singlePointOf, type Span, spanKey } from '../time/spans.js';
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
    private readonly byBase = new Map<string, readonly GradeLine[]>();
    private readonly points: TimePoint[] = [];
    private readonly equal = new Map<string, Formula>();
    private readonly facts = new Map<string, Formula>();
    /** Where it has been said that what is graded is there. */
    private readonly stated = new Set<string>();
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
        if (operator === '=' && query.pick === 'every') return this.formulas.and([this.compare(query, '<=', index), this.compare(query, '>=', index)]);
        const raises = operator === '>' || operator === '>=';
        if (query.pick === 'any') return this.some(query, operator, index, raises ? 'greatest' : 'least');
        return this.some(query, operator, index, raises ? 'least' : 'greatest');
    }

    // Of a class of conditions: some member has such a grade. What is not there has none, or grade 0 where the scale has one.
    private some(query: GradeQuery, operator: ComparisonOperator, index: number, role: GradeLine['role']): Formula {
        const { of } = query;
        if (of === null) return this.compareLine(query, null, operator, index, role);
        const kinds = this.occurrences.plan.leavesOf({ what: of }).filter(({ term }) => membershipOf(term, of, this.knowledge) !== 'no');
        return this.formulas.or(
            kinds.map(({ term, isOne }) => {
                // Of a kind that stands for many there may be several at once, each with a grade of its own.
                const raises = operator === '>' || operator === '>=';
                const asked = role === 'value' && !isOne ? (raises ? 'greatest' : 'least') : role;
                const id = this.line(query, term, asked);
                return this.formulas.and([
                    this.compareLine(query, term, operator, index, asked),
                    this.numbers.compare(id, '>=', Rational.ZERO),
                    this.isNotTaken(query, term),
                ]);
            }),
        );
    }

    // Whether none of the exceptions that apply only to some takes the kind away; which of its occurrences has a refinement is open.
    private isNotTaken({ scale, of, conditional = [] }: GradeQuery, term: string): Formula {
        const membership = of === null ? 'yes' : membershipOf(term, of, this.knowledge);
        if (typeof membership === 'string') return TRUE;
        const taking = membership.flatMap((exception) => conditional.find((each) => each.exception === exception) ?? []);
        return this.formulas.and(
            taking.map(({ extra, provided }) =>
                extra === null ? not(provided) : this.formulas.or([not(provided), this.fact(`lacking\n${scale}\n${term}\n${extra.key}`)]),
            ),
        );
    }

    private fact(key: string): Formula {
        let fact = this.facts.get(key);
        if (fact === undefined) this.facts.set(key, (fact = this.formulas.variable()));
        return fact;
    }

    private compareLine(query: GradeQuery, term: string | null, operator: ComparisonOperator, index: number, role: GradeLine['role']): Formula {
        const value = Rational.of(BigInt(index));
        const id = this.line(query, term, role);
        if (operator !== '=' || role === 'value') return this.numbers.compare(id, operator, value);
        // Some grade of several is this one: a fact of its own, possible only between the least and the greatest.
        const key = `equal\n${id}\n${index}`;
        let some = this.equal.get(key);
        if (some === undefined) {
            this.equal.set(key, (some = this.formulas.variable()));
            const [least, greatest] = [this.line(query, term, 'least'), this.line(query, term, 'greatest')];
            this.formulas.addLemma([not(some), this.numbers.compare(least, '<=', value)]);
            this.formulas.addLemma([not(some), this.numbers.compare(greatest, '>=', value)]);
            // The least and the greatest are grades of some.
            for (const end of [least, greatest]) this.formulas.addLemma([some, not(this.numbers.compare(end, '=', value))]);
        }
        return some;
    }

    private line(query: GradeQuery, term: string | null, role: GradeLine['role']): string {
        const { scale, component, span, pick } = query;
        const isAtPoint = pick === 'latest' || singlePointOf(span, this.calendar) !== null;
        const place = isAtPoint ? this.placeOf(span) : spanKey(span);
        const base = `${scale.toLowerCase()}\n${component?.toLowerCase() ?? ''}\n${term ?? ''}`;
        const id = `grade\n${role}\n${base}\n${place}`;
        if (this.lines.has(id)) {
            this.stateThere(this.lines.get(id) as GradeLine, query);
            return id;
        }
        const values = this.knowledge.term(scale)?.values ?? [];
        const hasZero = values[0] === '0';
        const lowest = term === null || hasZero ? 0n : -1n;
        this.numbers.line(id, () => NumericDomain.integers(lowest, BigInt(Math.max(values.length - 1, 0))));
        const made: GradeLine = { id, query, term, role };
        this.lines.set(id, made);
        const same = this.byBase.get(base) ?? [];
        for (const other of same) this.link(made, other);
        this.byBase.set(base, [...same, made]);
        if (role !== 'value') {
            const other = this.line(query, term, role === 'greatest' ? 'least' : 'greatest');
            // Of several at one point some are graded, or none is.
            if (isAtPoint && lowest < 0n && role === 'least')
                this.formulas.addLemma([not(this.numbers.compare(other, '>=', Rational.ZERO)), this.numbers.compare(id, '>=', Rational.ZERO)]);
        }
        // The grade at the end of a stretch is one of those in it.
        if (!isAtPoint && term === null && lastPointOf(span) !== null) this.line({ ...query, pick: 'latest' }, term, 'value');
        this.stateThere(made, query);
        return id;
    }

    // What is graded is there, in each stretch of which the grade is asked: of all its grades at one point, if the greatest says so.
    private stateThere({ id, term, role }: GradeLine, { scale, span, pick }: GradeQuery): void {
        const isAtPoint = pick === 'latest' || singlePointOf(span, this.calendar) !== null;
        const key = `${id}\n${spanKey(span)}`;
        if (term === null || !isAtPoint || role === 'least' || this.stated.has(key)) return;
        this.stated.add(key);
        const hasZero = this.knowledge.term(scale)?.values?.[0] === '0';
        const graded = this.numbers.compare(id, '>=', Rational.of(hasZero ? 1n : 0n));
        const what = { term, index: false, any: false, except: [] };
        this.formulas.addLemma([not(graded), this.occurrences.occurs({ track: 'present', what, span, extras: [], conditional: [] })]);
    }

    private link(one: GradeLine, other: GradeLine): void {
        for (const [inner, outer] of [
            [one, other],
            [other, one],
        ] as const) {
            if (inner.role === 'least' && outer.role === 'greatest' && liesIn(this.spanOf(inner), this.spanOf(outer), this.calendar))
                this.numbers.order(inner.id, outer.id, false);
            if (inner.query.pick === 'latest' && inner.role !== 'value') continue;
            if (outer.role === 'value' || outer.query.pick === 'latest' || (inner.role !== 'value' && inner.role !== outer.role)) continue;
            const span = inner.role === 'value' ? this.pointOf(inner) : inner.query.span;
            if (span === null || !liesIn(span, outer.query.span, this.calendar)) continue;
            if (outer.role === 'greatest') this.numbers.order(inner.id, outer.id, false);
            else this.numbers.order(outer.id, inner.id, false);
        }
    }

    /** When it is graded: the latest grade of a stretch is the one at its end. */
    private spanOf(line: GradeLine): Span {
        return line.query.pick === 'latest' ? (this.pointOf(line) ?? line.query.span) : line.query.span;
    }

    private pointOf({ query }: GradeLine): Span | null {
        const point = lastPointOf(query.span);
        return point === null ? null : pointSpan(point);
    }

    /** Stretches that end together have one latest grade. */
    private placeOf(span: Span): string {
        const point = lastPointOf(span);
        if (point === null) return spanKey(span);
        const known = this.points.findIndex((each) => orderPoints(each, point, this.calendar) === 'same');
        return `at ${known >= 0 ? known : this.points.push(point) - 1}`;
    }
}
