// Measured values, grades, changes and numbers of times as number lines: which line is asked, and what links it to others.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { FALSE, type Formula, type Formulas, not, TRUE } from '../encode/formulas.js';
import { NumericDomain } from '../encode/numeric-domain.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { plainText, termKey } from '../knowledge/meaning.js';
import { type Calendar, orderPoints, type TimePoint } from '../time/points.js';
import { lastPointOf, liesIn, pointSpan, type Span, singlePointOf, spanKey } from '../time/spans.js';
import { domainOf, factorBetween, measureKey } from './measures.js';
import type { NumberLines } from './number-lines.js';
import type { ValueQuery } from './queries.js';

/** Of one value at a point; or the greatest or least of all values in a stretch of time. */
export type Role = 'value' | 'greatest' | 'least';

/** A number line with what it is about, for those who read a model. */
export interface ValueLine {
    readonly id: string;
    /** The same for all lines of this measure, method and circumstance. */
    readonly base: string;
    readonly query: ValueQuery;
    readonly role: Role;
    readonly place: string;
}

export class Values {
    readonly lines = new Map<string, ValueLine>();
    private readonly points: TimePoint[] = [];
    private readonly calendar: Calendar;
    private readonly compared = new Map<string, { less: Formula; same: Formula }>();

    constructor(
        private readonly formulas: Formulas,
        private readonly knowledge: Knowledge,
        readonly numbers: NumberLines,
    ) {
        this.calendar = { timeline: knowledge.timeline, halfLife: null };
    }

    compare(query: ValueQuery, operator: ComparisonOperator, value: Rational): Formula {
        const isStretch = query.pick !== 'latest' && singlePointOf(query.span, this.calendar) === null;
        if (!isStretch) return this.numbers.compare(this.line(query, 'value'), operator, value);
        const opposite = ({ '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const)[operator as '<' | '<=' | '>' | '>='];
        if (query.pick === 'every') {
            if (operator === '=') return this.formulas.and([this.compare(query, '<=', value), this.compare(query, '>=', value)]);
            return not(this.compare({ ...query, pick: 'any' }, opposite, value));
        }
        if (operator === '=') return this.someEqual(query, value);
        return this.numbers.compare(this.line(query, operator === '>' || operator === '>=' ? 'greatest' : 'least'), operator, value);
    }

    // Some value of several equals this one: a fact of its own, possible only between the least and the greatest.
    private someEqual(query: ValueQuery, value: Rational): Formula {
        const id = `equal\n${this.baseOf(query)}\n${spanKey(query.span)}\n${value.toString()}`;
        const known = this.compared.get(id)?.same;
        if (known !== undefined) return known;
        const some = this.formulas.variable();
        this.compared.set(id, { less: some, same: some });
        this.formulas.addLemma([not(some), this.compare({ ...query, pick: 'any' }, '<=', value)]);
        this.formulas.addLemma([not(some), this.compare({ ...query, pick: 'any' }, '>=', value)]);
        return some;
    }

    compareValues(query: ValueQuery, operator: ComparisonOperator, other: MeasureExpression, factor: Rational | null): Formula {
        if (query.pick !== 'latest' && singlePointOf(query.span, this.calendar) === null) return this.someCompared(query, operator, other);
        const [one, two] = [this.line(query, 'value'), this.line({ ...query, expression: other }, 'value')];
        const { less, same } = this.relation(one, two, factor, query, other);
        switch (operator) {
            case '<':
                return less;
            case '<=':
                return this.formulas.or([less, same]);
            case '=':
                return same;
            case '>=':
                return not(less);
            case '>':
                return not(this.formulas.or([less, same]));
        }
    }

    // Whether any or every pair of values of a stretch compares so is a fact of its own: which values were taken together is not known.
    private someCompared(query: ValueQuery, operator: ComparisonOperator, other: MeasureExpression): Formula {
        const id = `pairs\n${query.pick}\n${operator}\n${this.baseOf(query)}\n${this.baseOf({ ...query, expression: other })}\n${spanKey(query.span)}`;
        const known = this.compared.get(id)?.same ?? this.formulas.variable();
        this.compared.set(id, { less: known, same: known });
        return known;
    }

    private relation(one: string, two: string, factor: Rational | null, query: ValueQuery, other: MeasureExpression): { less: Formula; same: Formula } {
        if (one === two) return { less: FALSE, same: TRUE };
        const id = `${one}\n${two}\n${factor?.toString() ?? 'unknown'}`;
        const known = this.compared.get(id);
        if (known !== undefined) return known;
        const [less, same] = [this.formulas.variable(), this.formulas.variable()];
        this.compared.set(id, { less, same });
        this.formulas.addLemma([not(less), not(same)]);
        if (factor !== null) {
            const scaled = factor.equals(Rational.ONE) ? null : factor;
            const inverse = scaled === null ? null : Rational.ONE.divide(scaled);
            const atMost = this.formulas.or([less, same]);
            // one <= factor x two: the second, scaled, lies left of a cut only if the first does.
            this.numbers.order(one, two, false, atMost, scaled);
            this.numbers.order(two, one, false, not(less), inverse);
            this.numbers.order(one, two, true, less, scaled);
            this.numbers.order(two, one, true, not(atMost), inverse);
            this.declared(query.expression, other, less, same);
        }
        return { less, same };
    }

    private declared(left: MeasureExpression, right: MeasureExpression, less: Formula, same: Formula): void {
        if (left.kind !== 'measure' || right.kind !== 'measure') return;
        const [one, two] = [termKey(left.term), termKey(right.term)];
        for (const link of this.knowledge.orderLinks) {
            if (link.lower === one && link.upper === two) this.formulas.addLemma(link.strict ? [less] : [less, same]);
            if (link.lower === two && link.upper === one) {
                this.formulas.addLemma([not(less)]);
                if (link.strict) this.formulas.addLemma([not(same)]);
            }
        }
    }

    private baseOf({ expression, scale, method, circumstance }: ValueQuery): string {
        return [measureKey(expression), scale, plainText(method ?? ''), plainText(circumstance ?? '')].join('\n');
    }

    /** The name of the line that a query is about; a new one is linked to those there are. */
    private line(query: ValueQuery, role: Role): string {
        const base = this.baseOf(query);
        const place = role === 'value' ? this.placeOf(query.span) : spanKey(query.span);
        const id = `${role}\n${base}\n${place}`;
        if (this.lines.has(id)) return id;
        this.numbers.line(id, () => domainOf(query.expression, query.scale, this.knowledge));
        const made: ValueLine = { id, base, query, role, place };
        const others = [...this.lines.values()];
        this.lines.set(id, made);
        for (const other of others) this.link(made, other);
        if (role !== 'value') this.line(query, role === 'greatest' ? 'least' : 'greatest');
        // A multiple of a declared limit has an absolute value, through which orders of measures bear on it.
        const { expression, scale } = query;
        if ((scale === 'ULN' || scale === 'LLN') && expression.kind === 'measure' && this.knowledge.normalLimit(expression.term, scale) !== null)
            this.line({ ...query, scale: 'absolute' }, role);
        // The value at the end of a stretch is one of the values in it.
        if (role !== 'value' && lastPointOf(query.span) !== null) this.line({ ...query, pick: 'latest' }, 'value');
        return id;
    }

    /** The latest value in a stretch is the one at its end, so stretches that end together ask for one value. */
    private placeOf(span: Span): string {
        const point = lastPointOf(span);
        if (point === null) return spanKey(span);
        const known = this.points.findIndex((each) => orderPoints(each, point, this.calendar) === 'same');
        return `at ${known >= 0 ? known : this.points.push(point) - 1}`;
    }

    private link(one: ValueLine, other: ValueLine): void {
        if (one.base === other.base) {
            this.linkInTime(one, other);
            this.linkInTime(other, one);
        } else if (one.role === other.role && one.place === other.place) {
            this.linkMeasures(one, other);
            this.linkMeasures(other, one);
        }
    }

    private linkInTime(inner: ValueLine, outer: ValueLine): void {
        const { role } = inner;
        if (role === 'value' && outer.role !== 'value') {
            const point = lastPointOf(inner.query.span);
            if (point === null || !liesIn(pointSpan(point), outer.query.span, this.calendar)) return;
            if (outer.role === 'greatest') this.numbers.order(inner.id, outer.id, false);
            else this.numbers.order(outer.id, inner.id, false);
        }
        if (role === 'least' && outer.role === 'greatest' && inner.place === outer.place) this.numbers.order(inner.id, outer.id, false);
        if (role !== 'value' && role === outer.role && liesIn(inner.query.span, outer.query.span, this.calendar)) {
            if (role === 'greatest') this.numbers.order(inner.id, outer.id, false);
            else this.numbers.order(outer.id, inner.id, false);
        }
    }

    private linkMeasures(one: ValueLine, other: ValueLine): void {
        const [left, right] = [one.query, other.query];
        if (left.method !== null || right.method !== null || (left.circumstance ?? '') !== (right.circumstance ?? '')) return;
        const [first, second] = [left.expression, right.expression];
        if (first.kind === 'dose' && second.kind === 'dose') {
            this.linkDoses(one, other);
            return;
        }
        if (first.kind !== 'measure' || second.kind !== 'measure') return;
        if (left.scale === 'absolute' && right.scale === 'absolute' && first.component === null && second.component === null) {
            // An order is declared of values taken at one time; the greatest of two stretches may be of two times.
            const link =
                one.role !== 'value'
                    ? undefined
                    : this.knowledge.orderLinks.find((each) => each.lower === termKey(first.term) && each.upper === termKey(second.term));
            const units = [first, second].map(({ term }) => this.knowledge.term(term)?.unit ?? null);
            const factor = link === undefined ? null : factorBetween(units[1] ?? null, units[0] ?? null);
            if (link !== undefined && factor !== null) this.numbers.order(one.id, other.id, link.strict, TRUE, factor.equals(Rational.ONE) ? null : factor);
        }
        if (right.scale === 'absolute' && (left.scale === 'ULN' || left.scale === 'LLN') && measureKey(first) === measureKey(second)) {
            const normal = this.knowledge.normalLimit(first.term, left.scale);
            if (normal !== null && normal.low.sign > 0) this.numbers.scale(one.id, other.id, normal.low, normal.high);
        }
    }

    // The dose of a drug is part of the dose of its class, where both are counted as the same drug.
    private linkDoses(one: ValueLine, other: ValueLine): void {
        const [first, second] = [one.query.expression, other.query.expression];
        if (first.kind !== 'dose' || second.kind !== 'dose' || one.query.scale !== 'absolute' || other.query.scale !== 'absolute') return;
        const [part, whole] = [first.of.term, second.of.term];
        if (part === null || whole === null || first.of.except.length + second.of.except.length > 0 || !this.knowledge.isA(part, whole)) return;
        const counted = (dose: typeof first): string | null => (dose.inEquivalentsOf === null ? dose.of.term : dose.inEquivalentsOf);
        const [countedFirst, countedSecond] = [counted(first), counted(second)];
        if (countedFirst !== null && countedSecond !== null && termKey(countedFirst) === termKey(countedSecond)) this.numbers.order(one.id, other.id, false);
    }

    /** A whole number that is not negative, such as how often something happened. */
    count(id: string, operator: ComparisonOperator, count: number): Formula {
        this.numbers.line(id, () => NumericDomain.integers(0n));
        return this.numbers.compare(id, operator, Rational.of(BigInt(count)));
    }

    /** A change of a value: later less earlier. */
    change(id: string, operator: ComparisonOperator, amount: Rational): Formula {
        this.numbers.line(id, () => new NumericDomain());
        return this.numbers.compare(id, operator, amount);
    }
}
