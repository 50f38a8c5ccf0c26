// Which members to give up so that the others can be passed: as few as hit every conflict, an exclusion rather than an inclusion, the later rather than the earlier.
import type { Component, Conflicts, Member } from './component.js';

/** The members that remain; those of the solver's own largest set where the conflicts are not all known. */
export function repairedMembers(component: Component, members: readonly Member[], { sets, isComplete, satisfiable }: Conflicts): readonly Member[] {
    // An empty conflict: what is known contradicts itself, and nothing can be given up for it.
    if (!isComplete || sets.some(({ members: of }) => of.length === 0)) return satisfiable;
    const givenUp = new Set<Member>();
    for (let open = [...sets]; open.length > 0; open = open.filter(({ members: of }) => !of.some((member) => givenUp.has(member)))) {
        const candidates = [...new Set(open.flatMap(({ members: of }) => of))];
        const hits = (member: Member): number => open.filter(({ members: of }) => of.includes(member)).length;
        const rank = (member: Member): number[] => [hits(member), weight(component, member), member];
        const chosen = candidates.reduce((best, each) => (isHigher(rank(each), rank(best)) ? each : best));
        givenUp.add(chosen);
    }
    const kept = members.filter((member) => !givenUp.has(member));
    // The conflicts are all there are, so this holds; were it not decided again, the solver's set would.
    return component.ask(kept) === 'sat' ? kept : satisfiable;
}

function weight({ parts }: Component, member: Member): number {
    const criterion = parts[member]?.criterion;
    if (criterion === undefined || criterion.origin !== 'written') return 0;
    return criterion.kind === 'exclude' ? 2 : 1;
}

function isHigher(one: readonly number[], other: readonly number[]): boolean {
    const index = one.findIndex((value, at) => value !== other[at]);
    return index >= 0 && (one[index] ?? 0) > (other[index] ?? 0);
}
