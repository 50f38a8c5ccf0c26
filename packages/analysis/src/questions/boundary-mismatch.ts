// boundary-mismatch: do two criteria on the same value meet in one point, or overlap in a band that one admits and the other does not?
import type { DocumentAnalysis, World } from '../document-analysis.js';
import { applicationsOf } from './applications.js';
import { type Bound, boundsOf, factOf, isLooser } from './bounds.js';
import type { BoundaryMismatch } from './finding.js';

export function boundaryMismatch(_analysis: DocumentAnalysis, world: World): BoundaryMismatch[] {
    const criteria = [...applicationsOf(world).values()].flatMap((applications) => {
        const first = applications[0];
        if (first === undefined) return [];
        return [{ bounds: boundsOf(first.part), cohorts: applications.map(({ answer }) => answer.scenario.cohort.id) }];
    });
    const found: BoundaryMismatch[] = [];
    criteria.forEach((one, index) => {
        for (const other of criteria.slice(index + 1)) {
            for (const a of one.bounds) {
                for (const b of other.bounds) {
                    if (a.side !== b.side || factOf(a) !== factOf(b)) continue;
                    const [looser, stricter, wider, narrower] = isLooser(a, b) ? [a, b, one.cohorts, other.cohorts] : [b, a, other.cohorts, one.cohorts];
                    if (!isLooser(looser, stricter) || !disagree(looser, stricter)) continue;
                    // A limit that is stricter for some cohorts only is meant to be.
                    const cohorts = wider.filter((cohort) => narrower.includes(cohort));
                    if (cohorts.length === 0 || cohorts.length < wider.length) continue;
                    found.push({ name: 'boundary-mismatch', reading: world.reading, cohorts, looser, stricter, isPoint: looser.value.equals(stricter.value) });
                }
            }
        }
    });
    return found;
}

/** An inclusion admits what an exclusion excludes, or two inclusions that set the same limit disagree on it. An exclusion that is looser merely adds nothing. */
function disagree(looser: Bound, stricter: Bound): boolean {
    return looser.part.criterion.kind === 'include' && looser.part.criterion.id !== stricter.part.criterion.id;
}
