// Pairs of values on which a third depends in the evaluator though the solver takes it as free: changes between two times, differences and sums.
import type { Interval } from '@crit-lang/analysis/encode/numeric-domain.js';
import type { Model } from '@crit-lang/analysis/components/model.js';
import { measureKey } from '@crit-lang/analysis/facts/measures.js';
import type { ChangeQuery } from '@crit-lang/analysis/facts/queries.js';
import type { ValueLine } from '@crit-lang/analysis/facts/values.js';
import { isSameAnchor, sideOf } from '@crit-lang/analysis/time/points.js';
import { lastPointOf } from '@crit-lang/analysis/time/spans.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { PinnedModel } from './pinned-model.js';
import { isInside, likelyValues } from './plausible.js';

/** A change that the patient has to have. */
export interface NeededChange {
    readonly query: ChangeQuery;
    readonly interval: Interval;
}

export interface Dependence {
    /** The lines of one value. */
    readonly first: readonly ValueLine[];
    readonly second: readonly ValueLine[];
    /** The line whose value follows, where it has one here. */
    readonly result: string | null;
    /** Second values that go with a first one; `others` are some that would do by themselves. */
    readonly seconds: (first: Rational, others: readonly Rational[]) => Rational[];
}

/** The changes of a model that follow from two values: from one visit, at one point in time. */
export function changesOf(model: Model): NeededChange[] {
    return [...model.space.changed].flatMap(([id, query]) => {
        const interval = model.intervalOf(id);
        return interval === undefined || query.from === null || query.over !== null || query.basis === null ? [] : [{ query, interval }];
    });
}

/** @param groups lines of one value each: of one measure, on one scale, at one time. */
export function dependences(groups: readonly (readonly ValueLine[])[], changes: readonly NeededChange[], pinned: PinnedModel): Dependence[] {
    return [...changes.flatMap((change) => ofChange(groups, change) ?? []), ...groups.flatMap((group) => ofComputed(groups, group, pinned) ?? [])];
}

/** Numbers at the ends of an interval, where they belong to it, and a little further in. */
export function edgesOf({ from, to }: Interval): Rational[] {
    const step = Rational.of(1n, 2n);
    const near = [from?.at ?? null, to?.at ?? null].flatMap((at) =>
        at === null ? [] : [at, at.add(step), at.subtract(step), at.add(Rational.ONE), at.subtract(Rational.ONE)],
    );
    return near.filter((value) => isInside(value, { from, to }));
}

function ofChange(groups: readonly (readonly ValueLine[])[], { query, interval }: NeededChange): Dependence | null {
    const { expression, from, basis, span } = query;
    const of = (matches: (line: ValueLine) => boolean): readonly ValueLine[] | undefined =>
        groups.find(([line]) => line?.query.scale === 'absolute' && measureKey(line.query.expression) === measureKey(expression) && matches(line));
    const end = lastPointOf(span);
    const first = of(({ query: { span: asked } }) => {
        const point = lastPointOf(asked);
        return point !== null && from !== null && sideOf(point.offset) === 0 && isSameAnchor(point.anchor, from);
    });
    const second = of(({ query: { span: asked } }) => end !== null && JSON.stringify(lastPointOf(asked)) === JSON.stringify(end));
    if (first === undefined || second === undefined || first === second) return null;
    const amounts = [...likelyValues(interval, { reference: null, plausible: null }, Rational.ONE), ...edgesOf(interval)];
    const ratio = (amount: Rational): Rational => Rational.ONE.add(amount.divide(Rational.of(100n)));
    const later = (start: Rational, amount: Rational): Rational => (basis === 'absolute' ? start.add(amount) : start.multiply(ratio(amount)));
    const changeTo = (start: Rational, value: Rational): Rational | null =>
        basis === 'absolute' ? value.subtract(start) : start.isZero ? null : value.subtract(start).multiply(Rational.of(100n)).divide(start);
    return {
        first,
        second,
        result: null,
        seconds: (start, others) => [
            ...others.filter((value) => {
                const change = changeTo(start, value);
                return change !== null && isInside(change, interval);
            }),
            ...amounts.map((amount) => later(start, amount)),
        ],
    };
}

// The difference of two pressures, where both are asked for by themselves too.
function ofComputed(groups: readonly (readonly ValueLine[])[], group: readonly ValueLine[], pinned: PinnedModel): Dependence | null {
    const [line] = group;
    const expression = line?.query.expression;
    if (line === undefined || expression?.kind !== 'arithmetic') return null;
    const partOf = (part: typeof expression.left): readonly ValueLine[] | undefined =>
        groups.find(([other]) => other?.place === line.place && other.query.scale === 'absolute' && measureKey(other.query.expression) === measureKey(part));
    const [first, second] = [partOf(expression.left), partOf(expression.right)];
    const interval = pinned.intervalOf(line.id);
    if (first === undefined || second === undefined || first === second || interval === undefined) return null;
    const results = [...likelyValues(interval, { reference: null, plausible: null }, Rational.ONE)];
    const compute = (one: Rational, other: Rational): Rational | null => {
        switch (expression.operator) {
            case '+':
                return one.add(other);
            case '-':
                return one.subtract(other);
            case '*':
                return one.multiply(other);
            case '/':
                return other.isZero ? null : one.divide(other);
        }
    };
    const solve = (one: Rational, result: Rational): Rational | null => {
        switch (expression.operator) {
            case '+':
                return result.subtract(one);
            case '-':
                return one.subtract(result);
            case '*':
                return one.isZero ? null : result.divide(one);
            case '/':
                return result.isZero ? null : one.divide(result);
        }
    };
    return {
        first,
        second,
        result: line.id,
        seconds: (one, others) => [
            ...others.filter((other) => {
                const result = compute(one, other);
                return result !== null && isInside(result, interval);
            }),
            ...results.flatMap((result) => solve(one, result) ?? []),
        ],
    };
}
