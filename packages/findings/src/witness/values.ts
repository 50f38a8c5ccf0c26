// States measured values: every number line of a model gets a definite value, linked ones in agreement, and each is said at its time.
import type { Component } from '@crit-lang/analysis/components/component.js';
import type { Interval } from '@crit-lang/analysis/encode/numeric-domain.js';
import type { ValueLine } from '@crit-lang/analysis/facts/values.js';
import { lastPointOf } from '@crit-lang/analysis/time/spans.js';
import type { Comparison, Condition } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { measureKey } from '@crit-lang/analysis/facts/measures.js';
import type { PinnedModel } from './pinned-model.js';
import { type Dependence, dependences, edgesOf, type NeededChange } from './linked-values.js';
import { commonPart, isInside, isPossible } from './plausible.js';
import type { UnitsInUse } from './units.js';
import { candidatesFor, isSome } from './value-candidates.js';
import { isMoreExact, rankOf, saidOf } from './value-lines.js';
import { windowAtPoint, windowOfSpan } from './windows.js';

/** The facts that give every value of the component. */
export function valueFacts(component: Component, pinned: PinnedModel, units: UnitsInUse, changes: readonly NeededChange[], defaultAnchor: string): Condition[] {
    return new ValueWriter(component, pinned, units, changes, defaultAnchor).facts();
}

class ValueWriter {
    private readonly chosen = new Map<string, Rational>();
    /** Lines whose value follows from others that are stated. */
    private readonly computed = new Set<string>();
    private readonly lines: readonly ValueLine[];

    constructor(
        private readonly component: Component,
        private readonly pinned: PinnedModel,
        private readonly units: UnitsInUse,
        private readonly changes: readonly NeededChange[],
        private readonly defaultAnchor: string,
    ) {
        this.lines = [...component.space.values.lines.values()];
    }

    facts(): Condition[] {
        const groups = new Map<string, ValueLine[]>();
        for (const line of this.lines) {
            if (line.role !== 'value') continue;
            const key = `${measureKey(line.query.expression)}\n${line.query.scale}\n${line.place}`;
            groups.set(key, [...(groups.get(key) ?? []), line]);
        }
        for (const dependence of dependences([...groups.values()], this.changes, this.pinned)) this.chooseTogether(dependence);
        const ordered = [...groups.values()].sort(([one], [other]) => rankOf(one) - rankOf(other));
        for (const group of ordered) this.choose(group);
        const stretches = new Map<string, ValueLine[]>();
        for (const line of this.lines) {
            if (line.role === 'value') continue;
            const key = `${line.base}\n${line.place}`;
            stretches.set(key, [...(stretches.get(key) ?? []), line]);
        }
        for (const lines of stretches.values()) for (const line of lines) this.chooseExtreme(line);
        return [...ordered.flatMap((group) => this.stateGroup(group)), ...[...stretches.values()].flatMap((lines) => this.stateStretch(lines))];
    }

    // Two values on which a third depends: a change from the one to the other, or their difference.
    private chooseTogether({ first, second, result, seconds }: Dependence): void {
        if ([...first, ...second].some(({ id }) => this.chosen.has(id))) return;
        const wholeOf = (group: readonly ValueLine[]): Interval =>
            group.reduce<Interval>((common, { id }) => commonPart(common, this.pinned.intervalOf(id) ?? ANY), ANY);
        const fits = (group: readonly ValueLine[], whole: Interval, value: Rational): boolean =>
            isInside(value, whole) && group.every((line) => this.contains(line, value)) && isFinite(value.divide(this.factorOf(line(group))));
        const line = (group: readonly ValueLine[]): ValueLine => group[0] as ValueLine;
        const [one, other] = [wholeOf(first), wholeOf(second)];
        for (const start of [...this.candidates(line(first), one), ...edgesOf(one)]) {
            if (!fits(first, one, start)) continue;
            for (const end of seconds(start, [...this.candidates(line(second), other), ...edgesOf(other)])) {
                if (!fits(second, other, end)) continue;
                const values = [...first.map(({ id }) => [id, start] as const), ...second.map(({ id }) => [id, end] as const)];
                if (!this.pinned.fixAll(values)) continue;
                for (const [id, value] of values) this.chosen.set(id, value);
                if (result !== null) this.computed.add(result);
                return;
            }
        }
    }

    private factorOf({ query }: ValueLine): Rational {
        return query.scale === 'absolute' ? this.units.unitOf(query.expression).factor : Rational.ONE;
    }

    // By whichever method it is measured, it is one value where that can be.
    private choose(group: readonly ValueLine[]): void {
        const [first] = group;
        if (first === undefined || group.every(({ id }) => this.chosen.has(id) || this.computed.has(id))) return;
        const whole = group.reduce<Interval>((common, { id }) => commonPart(common, this.pinned.intervalOf(id) ?? ANY), ANY);
        const isCommon =
            isPossible(whole) &&
            isSome(this.candidates(first, whole), (value) => group.every((line) => this.contains(line, value)) && this.fixAll(group, value));
        if (!isCommon) for (const line of group) this.chooseOne(line);
    }

    private fixAll(group: readonly ValueLine[], value: Rational): boolean {
        return group.every((line) => this.fix(line, value));
    }

    private chooseOne(line: ValueLine): void {
        if (this.chosen.has(line.id)) return;
        const interval = this.pinned.intervalOf(line.id) ?? ANY;
        if (isSome(this.candidates(line, interval), (value) => this.contains(line, value) && this.fix(line, value))) return;
        const number = this.component.space.numbers.get(line.id);
        if (number !== undefined) this.fix(line, number.domain.valueIn(interval));
    }

    // As the value at the end of the stretch, where that can be.
    private chooseExtreme(line: ValueLine): void {
        const interval = this.pinned.intervalOf(line.id) ?? ANY;
        const known = this.valuesWithin(line);
        const wanted = known.reduce<Rational | undefined>((best, value) => {
            if (best === undefined) return value;
            return value.compare(best) > 0 === (line.role === 'greatest') ? value : best;
        }, undefined);
        if (wanted !== undefined && isInside(wanted, interval) && this.fix(line, wanted)) return;
        this.chooseOne(line);
    }

    private valuesWithin(line: ValueLine): Rational[] {
        const point = lastPointOf(line.query.span);
        return this.lines.flatMap((other) => {
            const isEnd =
                other.base === line.base && other.role === 'value' && point !== null && JSON.stringify(lastPointOf(other.query.span)) === JSON.stringify(point);
            return isEnd ? (this.chosen.get(other.id) ?? []) : [];
        });
    }

    private candidates(line: ValueLine, interval: Interval): Generator<Rational> {
        return candidatesFor(line, interval, {
            limits: this.limitsOf(line),
            factor: this.factorOf(line),
            term: (id) => this.component.space.knowledge.term(id),
        });
    }

    /** The numbers that the measure is compared with, at any time. */
    private limitsOf({ base }: ValueLine): ReadonlySet<string> {
        const { numbers } = this.component.space;
        return new Set(this.lines.flatMap((line) => (line.base === base ? (numbers.get(line.id)?.cuts ?? []).map(({ cut }) => cut.at.toString()) : [])));
    }

    private contains(line: ValueLine, value: Rational): boolean {
        return this.component.space.numbers.get(line.id)?.domain.contains(value) ?? true;
    }

    private fix(line: ValueLine, value: Rational): boolean {
        if (!this.pinned.fix(line.id, value)) return false;
        this.chosen.set(line.id, value);
        return true;
    }

    private stateGroup(group: readonly ValueLine[]): Condition[] {
        const how = ({ query: { method, circumstance } }: ValueLine): number => (method === null ? 0 : 1) + (circumstance === null ? 0 : 1);
        const stated: ValueLine[] = [];
        return [...group]
            .sort((one, other) => how(other) - how(one))
            .flatMap((line) => {
                const value = this.chosen.get(line.id);
                if (value === undefined) return [];
                // A value by a method is also the value.
                const isSaid = stated.some((other) => isMoreExact(other, line) && this.chosen.get(other.id)?.equals(value) === true);
                if (isSaid) return [];
                stated.push(line);
                const point = lastPointOf(line.query.span);
                const window = point === null ? windowOfSpan(line.query.span, this.defaultAnchor) : windowAtPoint(point, this.defaultAnchor);
                return window === null ? [] : (this.say(line, '=', value, window, point === null ? 'latest' : null) ?? []);
            });
    }

    private stateStretch(lines: readonly ValueLine[]): Condition[] {
        const [greatest, least] = (['greatest', 'least'] as const).map((role) => lines.find((line) => line.role === role));
        const [high, low] = [greatest, least].map((line) => (line === undefined ? undefined : this.chosen.get(line.id)));
        if (greatest === undefined || least === undefined || high === undefined || low === undefined) return [];
        const window = windowOfSpan(greatest.query.span, this.defaultAnchor);
        if (window === null) return [];
        if (high.equals(low)) return [this.say(greatest, '=', high, window, 'every') ?? []].flat();
        const known = this.valuesWithin(greatest);
        const isKnown = (value: Rational): boolean => known.some((each) => each.equals(value));
        return [
            this.say(least, '>=', low, window, 'every') ?? [],
            this.say(greatest, '<=', high, window, 'every') ?? [],
            isKnown(low) ? [] : (this.say(least, '=', low, window, 'any') ?? []),
            isKnown(high) ? [] : (this.say(greatest, '=', high, window, 'any') ?? []),
        ].flat();
    }

    private say(line: ValueLine, operator: ComparisonOperator, value: Rational, window: Window, pick: ValuePick | null): Comparison | null {
        return saidOf(line, { operator, value, window, pick }, this.units);
    }
}

const isFinite = (value: Rational): boolean => !value.toString().includes('/');

const ANY: Interval = { from: null, to: null };
