// boundary-mismatch: do two criteria on the same value meet in one point, or overlap in a band that one admits and the other does not?
import type { DocumentAnalysis, World } from '../document-analysis.js';
import { applicationsOf } from './applications.js';
import { type Bound, boundsIn, factOf, isLooser } from './bounds.js';
import type { Part } from '../subjects/part.js';
import type { Band, BoundaryMismatch } from './finding.js';

export function boundaryMismatch({ components }: DocumentAnalysis, world: World): BoundaryMismatch[] {
    const criteria = [...applicationsOf(world).values()].flatMap((applications) => {
        const [first] = applications;
        return first === undefined
            ? []
            : [{ part: first.part, bounds: boundsIn(first.part, components), cohorts: applications.map(({ answer }) => answer.scenario.cohort.id) }];
    });
    const found: BoundaryMismatch[] = [];
    const sameFact = new Map<string, Set<(typeof criteria)[number]>>();
    for (const one of criteria) for (const bound of one.bounds) sameFact.set(factOf(bound), (sameFact.get(factOf(bound)) ?? new Set()).add(one));
    const place = new Map(criteria.map((one, index) => [one, index]));
    criteria.forEach((one, index) => {
        const others = new Set(one.bounds.flatMap((bound) => [...(sameFact.get(factOf(bound)) ?? [])]));
        for (const other of [...others].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))) {
            if ((place.get(other) ?? 0) <= index) continue;
            const cohorts = one.cohorts.filter((cohort) => other.cohorts.includes(cohort));
            // What two criteria leave nobody is said as the conflict that it is.
            if (cohorts.length === 0 || world.cohorts.some(({ conflicts }) => conflicts.some(({ parts }) => isPair(parts, one.part, other.part)))) continue;
            const bands = one.bounds.flatMap((a) => other.bounds.flatMap((b) => bandBetween(a, b)));
            // A limit that is stricter for some cohorts only is meant to be.
            const meant = bands.filter(({ looser }) => cohorts.length === (looser.part === one.part ? one.cohorts : other.cohorts).length);
            if (meant.length > 0) found.push({ name: 'boundary-mismatch', reading: world.reading, cohorts, parts: [one.part, other.part], bands: meant });
        }
    });
    return found;
}

function bandBetween(a: Bound, b: Bound): Band[] {
    if (a.side !== b.side || factOf(a) !== factOf(b)) return [];
    const [looser, stricter] = isLooser(a, b) ? [a, b] : [b, a];
    // An exclusion that is looser than another criterion merely adds nothing.
    if (!isLooser(looser, stricter) || looser.part.criterion.kind !== 'include') return [];
    return [{ looser, stricter, isPoint: looser.value.equals(stricter.value) }];
}

function isPair(parts: readonly Part[], one: Part, other: Part): boolean {
    return parts.every(({ criterion }) => criterion === one.criterion || criterion === other.criterion);
}
