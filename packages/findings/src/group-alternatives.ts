// Alternatives of one list that are without effect for the same reason as one finding: nine drugs of a class are one thing to decide.
import type { ConflictingParts } from '@crit-lang/analysis/components/component-set.js';
import type { AlternativeNeverDecisive, AlternativeUnreachable, Finding } from '@crit-lang/analysis/questions/finding.js';

/** Findings that are told as one, in the order of their texts. */
export type FindingGroup = readonly [Finding, ...Finding[]];

/** Each finding in one group, the groups in the order of their first members. */
export function groupedAlternatives(found: readonly Finding[]): FindingGroup[] {
    const groups: [Finding, ...Finding[]][] = [];
    const byList = new Map<object, Map<string, [Finding, ...Finding[]]>>();
    for (const finding of found) {
        const list = listOf(finding);
        const key = list === null ? '' : keyOf(finding as OfAlternative);
        const known = list === null ? undefined : byList.get(list)?.get(key);
        if (known !== undefined) {
            known.push(finding);
            continue;
        }
        const group: [Finding, ...Finding[]] = [finding];
        groups.push(group);
        if (list !== null) byList.set(list, (byList.get(list) ?? new Map<string, [Finding, ...Finding[]]>()).set(key, group));
    }
    for (const group of groups) group.sort((one, other) => placeOf(one) - placeOf(other));
    return groups;
}

type OfAlternative = AlternativeUnreachable | AlternativeNeverDecisive;

/** The list that the alternative stands in; null for what is a finding by itself. */
function listOf(finding: Finding): object | null {
    if (finding.name === 'alternative-unreachable') return finding.alternative.list;
    if (finding.name === 'alternative-never-decisive' && !finding.actsAsAnd) return finding.alternatives[0]?.list ?? null;
    return null;
}

function placeOf(finding: Finding): number {
    if (finding.name === 'alternative-unreachable') return finding.alternative.place;
    return finding.name === 'alternative-never-decisive' ? (finding.alternatives[0]?.place ?? 0) : 0;
}

function keyOf({ name, part, reading, cohorts, because, alsoBecause }: OfAlternative): string {
    const ids = ({ parts }: ConflictingParts): string[] => parts.map(({ criterion }) => criterion.id);
    return JSON.stringify([name, part.criterion.id, reading?.criterion, reading?.id, cohorts, [because, ...alsoBecause].map(ids)]);
}
