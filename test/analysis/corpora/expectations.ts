// Reads what a fixture of the corpora expects, and says what the analyser found in the same form.
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';

export interface Expected {
    name: string;
    /** Ids, sorted. */
    criteria: string[];
    cohorts: string[] | null;
    item: string | null;
    /** It may be found; it need not. */
    isOptional: boolean;
}

/** Lines `//! NAME CRITERION… [in COHORT,…] [item "TEXT"]` have to be found, lines `//? NAME …` may be. */
export function expectationsIn(text: string): Expected[] {
    return [...text.matchAll(/^\/\/([!?]) (\S+)(.*)$/gmu)].map(([, mark, name = '', rest = '']) => {
        const item = / item "(.*)"$/u.exec(rest);
        const before = item === null ? rest : rest.slice(0, item.index);
        const cohorts = / in (\S+)$/u.exec(before.trimEnd());
        const ids = (cohorts === null ? before : before.slice(0, before.lastIndexOf(' in '))).split(/\s+/u).filter((id) => id !== '');
        return { name, criteria: ids.sort(), cohorts: cohorts?.[1]?.split(',') ?? null, item: item?.[1] ?? null, isOptional: mark === '?' };
    });
}

/** Ids of all criteria that the finding names, sorted. */
export function criteriaOf(finding: Finding): string[] {
    const ids = (parts: readonly { criterion: { id: string } }[]): string[] => [...new Set(parts.map(({ criterion }) => criterion.id))].sort();
    switch (finding.name) {
        case 'cohort-unsatisfiable':
            return ids(finding.conflict.parts);
        case 'criterion-redundant':
        case 'alternative-unreachable':
        case 'alternative-never-decisive':
            return ids([finding.part, ...[finding.because, ...finding.alsoBecause].flatMap(({ parts }) => parts)]);
        case 'cohort-unguarded':
        case 'criterion-never-met':
        case 'criterion-always-met':
            return ids([finding.part]);
        case 'boundary-mismatch':
        case 'satisfiable-only-in-a-sliver':
        case 'knowledge-undeclared':
            return ids(finding.parts);
        case 'assertion-failed':
            return [finding.assertion.id];
        case 'cohorts-overlap':
            return [...finding.cohorts].sort();
        case 'not-decided':
            return finding.part === null ? [] : ids([finding.part]);
    }
}

/** The text of the alternative that a finding is about; null where it is about a whole. */
export function itemOf(finding: Finding, text: string): string | null {
    if (finding.name === 'alternative-unreachable') return textAt(finding.alternative.range, text);
    if (finding.name === 'alternative-never-decisive' && !finding.actsAsAnd) return textAt(finding.alternatives[0]?.range, text);
    return null;
}

function textAt(range: SourceRange | undefined, text: string): string | null {
    if (range === undefined) return null;
    const lines = text.split('\n').slice(range.start.line, range.end.line + 1);
    const [first = ''] = lines;
    if (lines.length === 1) return first.slice(range.start.character, range.end.character);
    return [first.slice(range.start.character), ...lines.slice(1, -1), (lines.at(-1) ?? '').slice(0, range.end.character)].join('\n');
}

/** A finding as a line of the fixtures. */
export function lineOf(finding: Finding, text: string): string {
    const item = itemOf(finding, text);
    return `${finding.name} ${criteriaOf(finding).join(' ')} in ${finding.cohorts.join(',')}${item === null ? '' : ` item "${item}"`}`;
}
