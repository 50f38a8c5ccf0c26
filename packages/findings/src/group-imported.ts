// Contradictions that lie wholly in an imported file as one finding for that file: who imports it has to know, and mends them there.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { listed } from './listed.js';
import type { ReportedFinding } from './report.js';
import { entryWords, NAMED, partName, underReading } from './words.js';

type Group = [ReportedFinding, ...ReportedFinding[]];

/** The findings, with the contradictions of each imported file put together under the same reading. */
export function withGroupedImported(findings: readonly ReportedFinding[], document: CriteriaDocument): ReportedFinding[] {
    const groups = new Map<string, Group>();
    for (const each of findings) {
        const key = keyOf(each);
        if (key === null) continue;
        const known = groups.get(key);
        if (known === undefined) groups.set(key, [each]);
        else known.push(each);
    }
    return findings.flatMap((each) => {
        const group = groups.get(keyOf(each) ?? '');
        if (group === undefined) return [each];
        return group[0] === each ? [together(group, document)] : [];
    });
}

function keyOf({ name, range, findings: [{ reading }] }: ReportedFinding): string | null {
    if (name !== 'cohort-unsatisfiable' || range === null || range.file === 0) return null;
    return JSON.stringify([range.file, reading?.criterion, reading?.id]);
}

function together(group: Group, document: CriteriaDocument): ReportedFinding {
    const [first, ...others] = group;
    const cohorts = [...new Set(group.flatMap((each) => each.cohorts))];
    const file = document.files[first.range?.file ?? 0]?.path.split('/').at(-1) ?? '';
    const sets = [...new Set(group.map(membersOf))];
    const told = [...sets.slice(0, NAMED), ...(sets.length > NAMED ? [`and ${sets.length - NAMED} more`] : [])];
    const places = new Map(group.flatMap(({ related }) => related).map((place) => [JSON.stringify(place.range), place]));
    return {
        ...first,
        message: [
            `${underReading(first.findings[0].reading)}Nobody can qualify for ${entryWords(cohorts, document)}:`,
            `criteria in the imported "${file}" contradict each other (${told.join('; ')}).`,
            'Change them there; checking that file shows what would resolve it.',
        ].join(' '),
        criteria: [...new Set(group.flatMap(({ criteria }) => criteria))],
        cohort: cohorts.length === 1 ? (cohorts[0] ?? null) : null,
        cohorts,
        related: [...places.values()],
        findings: [...first.findings, ...others.flatMap((each) => each.findings)],
        imported: true,
    };
}

function membersOf({ findings: [finding] }: ReportedFinding): string {
    return finding.name === 'cohort-unsatisfiable' ? listed(finding.conflict.parts.map(partName)) : '';
}
