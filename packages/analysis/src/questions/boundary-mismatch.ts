// boundary-mismatch: do criteria on the same value meet in one point, or overlap in a band that some admit and another does not?
import { compareCuts, cutKey } from '../encode/cut.js';
import type { DocumentAnalysis, World } from '../document-analysis.js';
import type { Part } from '../subjects/part.js';
import { type Bound, boundsIn, factOf, isLooser } from './bounds.js';
import type { Band, BoundaryMismatch } from './finding.js';
import { OpenCriteria } from './neighbourhoods.js';

interface Limited {
    readonly bound: Bound;
    /** Of the criterion, in the order of the document. */
    readonly place: number;
    readonly cohorts: readonly string[];
}

/** One finding for all criteria whose limits on a value give way to the same stricter limit, so there are never more findings than limits. */
export function boundaryMismatch(analysis: DocumentAnalysis, world: World): BoundaryMismatch[] {
    const open = new OpenCriteria('boundary-mismatch', analysis, world);
    const onOneSide = new Map<string, Map<Part, Limited>>();
    for (const { place, applications } of open.all) {
        const [first] = applications;
        const cohorts = applications.map(({ answer }) => answer.scenario.cohort.id);
        for (const bound of boundsIn(first.part, analysis.components)) {
            const key = `${bound.side} ${factOf(bound)}`;
            const limits = onOneSide.get(key) ?? new Map<Part, Limited>();
            const known = limits.get(first.part);
            // Of several limits in one criterion the strictest is the one that it sets.
            if (known === undefined || isLooser(known.bound, bound)) limits.set(first.part, { bound, place, cohorts });
            onOneSide.set(key, limits);
        }
    }
    const contradicting = contradictingPairs(world);
    const mismatches = [...onOneSide.values()].flatMap((limits) => mismatchesAmong([...limits.values()], contradicting));
    const found = together(mismatches).map(({ limited, bands }) => ({
        name: 'boundary-mismatch' as const,
        reading: world.reading,
        cohorts: cohortsOf(bands, limited),
        parts: limited.map(({ bound }) => bound.part),
        bands,
    }));
    open.close(found.flatMap(({ parts }) => parts));
    return found;
}

/** Limits on one side of one value that give way to the same stricter limit. */
interface Mismatch {
    /** In the order of the document. */
    readonly limited: readonly Limited[];
    readonly bands: readonly Band[];
}

function mismatchesAmong(limits: readonly Limited[], contradicting: ReadonlySet<string>): Mismatch[] {
    const fromStrictest = [...limits].sort((one, other) => strictestFirst(one.bound, other.bound) || one.place - other.place);
    const groups = new Map<string, { looser: Limited[]; stricter: Set<Limited> }>();
    for (const looser of limits) {
        // An exclusion that is looser than another criterion merely adds nothing.
        if (looser.bound.part.criterion.kind !== 'include') continue;
        const stricter = strictestFor(looser, fromStrictest, contradicting);
        const [first] = stricter;
        if (first === undefined) continue;
        const key = `${cutKey(first.bound.cut)} ${looser.cohorts.join()}`;
        const group = groups.get(key) ?? { looser: [], stricter: new Set() };
        group.looser.push(looser);
        for (const each of stricter) group.stricter.add(each);
        groups.set(key, group);
    }
    return [...groups.values()].map(({ looser, stricter: all }) => {
        const [one, ...equals] = all;
        const [loosest] = looser;
        const pairs = [...looser.map((each) => [each, one as Limited] as const), ...equals.map((each) => [loosest as Limited, each] as const)];
        return {
            limited: [...looser, ...all].sort((a, b) => a.place - b.place),
            bands: pairs.map(([a, b]): Band => ({ looser: a.bound, stricter: b.bound, isPoint: a.bound.value.equals(b.bound.value) })),
        };
    });
}

/** The limits that keep out most of those whom the looser one admits. All of them are the same cut. */
function strictestFor(looser: Limited, fromStrictest: readonly Limited[], contradicting: ReadonlySet<string>): Limited[] {
    const found: Limited[] = [];
    for (const each of fromStrictest) {
        const [first] = found;
        if ((first !== undefined && isLooser(each.bound, first.bound)) || !isLooser(looser.bound, each.bound)) break;
        // A limit that is stricter for some cohorts only is meant to be; what two criteria leave nobody is said as the conflict that it is.
        const isMeant = looser.cohorts.some((cohort) => !each.cohorts.includes(cohort));
        if (!isMeant && !isContradiction(looser, each, contradicting)) found.push(each);
    }
    return found;
}

/** Mismatches between the same criteria are one: two ranges of one value differ at both ends. */
function together(mismatches: readonly Mismatch[]): Mismatch[] {
    const byCriteria = new Map<string, Mismatch>();
    for (const each of mismatches) {
        const key = each.limited.map(({ place }) => place).join();
        const known = byCriteria.get(key);
        byCriteria.set(key, known === undefined ? each : { ...known, bands: [...known.bands, ...each.bands] });
    }
    return [...byCriteria.values()].sort((one, other) => placesOf(one)[0] - placesOf(other)[0] || placesOf(one)[1] - placesOf(other)[1]);
}

const placesOf = ({ limited: [first, second] }: Mismatch): [number, number] => [first?.place ?? 0, second?.place ?? 0];

/** Those in which something is admitted that is not admitted: the cohorts of the criteria with the looser limits. */
function cohortsOf(bands: readonly Band[], limited: readonly Limited[]): readonly string[] {
    const looser = new Set(bands.map((band) => band.looser.part));
    return [...new Set(limited.flatMap(({ bound, cohorts }) => (looser.has(bound.part) ? cohorts : [])))];
}

const strictestFirst = (one: Bound, other: Bound): number => (one.side === 'low' ? compareCuts(other.cut, one.cut) : compareCuts(one.cut, other.cut));

function contradictingPairs({ cohorts }: World): Set<string> {
    const conflicts = cohorts.flatMap((answer) => answer.conflicts).filter(({ parts }) => parts.length <= 2);
    return new Set(conflicts.map(({ parts: [one, other] }) => (one === undefined ? '' : pairKey(one, other ?? one))));
}

function isContradiction({ bound: one }: Limited, { bound: other }: Limited, contradicting: ReadonlySet<string>): boolean {
    return [pairKey(one.part, other.part), pairKey(one.part, one.part), pairKey(other.part, other.part)].some((key) => contradicting.has(key));
}

function pairKey(one: Part, other: Part): string {
    return [one.criterion.id, other.criterion.id].sort().join('\n');
}
