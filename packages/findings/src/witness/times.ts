// Says how often something happened: on the facts that state it, so that nothing is counted twice.
import type { Component } from '@crit-lang/analysis/components/component.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { StatedOccurrence } from './occurrences.js';
import type { PinnedModel } from './pinned-model.js';

/** The facts, with numbers of times where the model asks for more than one. */
export function withTimes(stated: readonly StatedOccurrence[], { space }: Component, pinned: PinnedModel): Condition[] {
    const facts = stated.map(({ fact }) => fact);
    const asked = [...space.counts].map(([id, query]) => {
        const leaves = new Set(space.occurrences.plan.leavesOf(query));
        const within = stated.flatMap(({ occurrence: { track, leaf, cell } }, index) =>
            track === query.track && leaves.has(leaf) && space.occurrences.cellsOf(leaf).cellsIn(query.span).includes(cell) ? [index] : [],
        );
        return { id, within };
    });
    // From the narrowest to the widest: what a part of the time holds, the whole of it holds too.
    asked.sort((one, other) => one.within.length - other.within.length);
    const timesAt = (index: number): number => {
        const fact = facts[index];
        return fact?.kind === 'presence' && fact.times !== null ? fact.times.count : 1;
    };
    const taken = new Set<number>();
    for (const { id, within } of asked) {
        const interval = pinned.intervalOf(id);
        const number = space.numbers.get(id);
        if (interval === undefined || number === undefined) continue;
        const wanted = number.domain.valueIn(interval);
        if (!pinned.fix(id, wanted)) continue;
        const others = within.reduce((sum, index) => sum + timesAt(index), 0);
        const missing = Number(wanted.subtract(Rational.of(BigInt(others))).floor());
        const at = within.find((index) => !taken.has(index) && facts[index]?.kind === 'presence');
        for (const index of within) taken.add(index);
        const fact = at === undefined ? undefined : facts[at];
        if (at === undefined || missing <= 0 || fact?.kind !== 'presence') continue;
        facts[at] = { ...fact, times: { operator: '=', count: timesAt(at) + missing } };
    }
    return facts;
}
