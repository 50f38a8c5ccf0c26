// Overlaps of many cohorts as few findings: where each two of several cohorts overlap, that is said once. The pairs stay in the report.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { listed } from './listed.js';
import type { ReportedFinding } from './report.js';
import { underReading } from './words.js';

/** The findings, with the overlaps of three and more cohorts put together under the same reading. What is declared exclusive stays a finding for each pair. */
export function withGroupedOverlaps(findings: readonly ReportedFinding[], { protocol, cohorts }: CriteriaDocument): ReportedFinding[] {
    const isGrouped = ({ findings: [finding] }: ReportedFinding): boolean => finding.name === 'cohorts-overlap' && !finding.isForbidden;
    const byReading = new Map<string, ReportedFinding[]>();
    for (const each of findings.filter(isGrouped)) {
        const key = JSON.stringify(each.findings[0].reading);
        byReading.set(key, [...(byReading.get(key) ?? []), each]);
    }
    const grouped = new Map<ReportedFinding, ReportedFinding | null>();
    for (const pairs of byReading.values()) {
        for (const group of cliquesOf(pairs)) {
            const [first, ...others] = group.pairs;
            if (first === undefined || others.length === 0) continue;
            for (const other of others) grouped.set(other, null);
            grouped.set(first, {
                ...first,
                message: `${underReading(first.findings[0].reading)}One patient can qualify for any two of the cohorts ${listed(group.cohorts)}. If that matters, say which one takes precedence, or declare them exclusive.`,
                range: protocol?.range ?? null,
                cohort: null,
                cohorts: group.cohorts,
                related: cohorts.flatMap(({ id, range }) => (group.cohorts.includes(id) && range !== undefined ? [{ range, message: `Cohort ${id}.` }] : [])),
                findings: [...first.findings, ...others.flatMap((each) => each.findings)],
            });
        }
    }
    return findings.flatMap((finding) => {
        const instead = grouped.get(finding);
        return instead === undefined ? [finding] : instead === null ? [] : [instead];
    });
}

/** Takes the pairs apart into sets of cohorts each two of which overlap; each pair is in one set. */
function cliquesOf(pairs: readonly ReportedFinding[]): { cohorts: readonly string[]; pairs: readonly ReportedFinding[] }[] {
    const left = new Set(pairs);
    const pairOf = (one: string, other: string): ReportedFinding | undefined => pairs.find(({ cohorts }) => cohorts[0] === one && cohorts[1] === other);
    const groups: { cohorts: readonly string[]; pairs: readonly ReportedFinding[] }[] = [];
    for (const pair of pairs) {
        if (!left.has(pair)) continue;
        const [one = '', other = ''] = pair.cohorts;
        const cohorts = [one, other];
        const own = [pair];
        // Pairs come in the order of the cohorts, so those that go with all before them can be taken as they come.
        for (const {
            cohorts: [, next = ''],
        } of pairs.filter((each) => each.cohorts[0] === one)) {
            const all = cohorts.map((cohort) => pairOf(cohort, next));
            if (cohorts.includes(next) || !all.every((each): each is ReportedFinding => each !== undefined && left.has(each))) continue;
            cohorts.push(next);
            own.push(...all);
        }
        for (const each of own) left.delete(each);
        groups.push({ cohorts, pairs: own });
    }
    return groups;
}
