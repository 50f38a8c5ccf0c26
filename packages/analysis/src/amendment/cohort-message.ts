// What is said of a cohort in two versions, in sentences.
import type { ComparedCohort } from './compare-cohort.js';
import type { ComparedCriterion } from './compare-criterion.js';
import { CHANGE_WORDS } from './report.js';
import { listOf, quoted } from './sentences.js';

export function cohortMessage(compared: ComparedCohort, criteria: readonly ComparedCriterion[]): string {
    const sentences = [headline(compared), ...whatChanged(compared, criteria), ...compared.readings.map(readingText)];
    return sentences.join(' ');
}

function headline({ change, satisfiable, pair }: ComparedCohort): string {
    switch (change) {
        case 'added':
            return `New.${satisfiable.new === false ? ' Nobody can qualify for it.' : ''}`;
        case 'removed':
            return 'Removed.';
        case 'unchanged':
            if (satisfiable.old === false && satisfiable.new === false) return 'Nobody could qualify for it, and nobody can.';
            return pair.old?.id === pair.new?.id || pair.new?.implicit === true
                ? 'The same patients qualify.'
                : `The same patients qualify; it was called ${pair.old?.id ?? ''}.`;
        case 'wording':
            return 'The same patients qualify; some words differ.';
        case 'broadened':
            return satisfiable.old === false ? 'Nobody could qualify for it before; now somebody can.' : 'Some qualify now who did not before; nobody is lost.';
        case 'narrowed':
            return satisfiable.new === false ? 'Nobody can qualify for it any more.' : 'Some no longer qualify; nobody is gained.';
        case 'both':
            return 'Some qualify now who did not before, and some no longer qualify.';
        case 'incomparable':
            return 'What changed is said in other facts or in words that nothing defines, so who is gained and who is lost cannot be asked.';
        case 'undecided':
            return 'The budget of steps was spent before it was clear who is gained and who is lost.';
    }
}

function whatChanged({ pair, change }: ComparedCohort, criteria: readonly ComparedCriterion[]): string[] {
    if (pair.old === null || pair.new === null || change === 'unchanged' || change === 'wording') return [];
    const byChange = new Map<string, string[]>();
    for (const { pair: criterion, change: of, differences, verdict } of criteria) {
        if (of === 'unchanged' || of === 'wording' || verdict === 'same' || !differences.some(({ cohort }) => cohort === pair.id)) continue;
        byChange.set(CHANGE_WORDS[of], [...(byChange.get(CHANGE_WORDS[of]) ?? []), (criterion.new ?? criterion.old)?.id ?? '']);
    }
    if (byChange.size === 0) return [];
    const leftOut = byChange.get(CHANGE_WORDS.incomparable);
    const caveat =
        leftOut === undefined || change === 'incomparable' || change === 'both'
            ? []
            : [`Who is gained or lost by ${listOf(leftOut)} cannot be asked and is left out of this.`];
    return [`${[...byChange].map(([of, ids]) => `${of.charAt(0).toUpperCase() + of.slice(1)}: ${listOf(ids)}`).join('. ')}.`, ...caveat];
}

function readingText({ criterion, id, title, change }: ComparedCohort['readings'][number]): string {
    return `With ${criterion} read as ${title === null ? id : `${quoted(title)} (${id})`}: ${CHANGE_WORDS[change]}.`;
}
