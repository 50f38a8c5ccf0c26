// What a hover says of the analyser's verdict on a criterion or a cohort.
import type { AnalysisState } from '../../analysis/analysed-files.js';
import type { PlainFinding, WitnessReply } from '../../analysis/messages.js';
import { plain } from '../markdown.js';

/** What is known of a file when a hover is made. */
export interface Verdicts {
    readonly state: AnalysisState;
    readonly witnessOf: (cohort: string) => WitnessReply | null;
    /** The address of the command that shows a patient of a cohort; null where the editor has none. */
    readonly showWitness: (cohort: string) => string | null;
}

/** Verdicts are read at a glance; the findings themselves stand in the list of problems. */
const LONGEST_MESSAGE = 400;
const MOST_FINDINGS = 3;

/** The verdict on a criterion in Markdown; null where there is none. */
export function criterionVerdict(id: string, { state }: Verdicts): string | null {
    if (state.kind === 'awaited') return 'Analysis: checking …';
    if (state.kind !== 'done') return null;
    const { findings, notAnalysed } = state.report;
    const about = findings.filter(({ criteria }) => criteria.includes(id));
    const free = notAnalysed.filter(({ criterion }) => criterion === id).map(({ reason }) => `Not analysed in part: ${plain(reason)}`);
    if (about.length === 0 && free.length > 0) return free.join('\n\n');
    if (about.length === 0) return 'Analysis: no contradiction with other criteria, no part without effect.';
    const more = about.length - MOST_FINDINGS;
    return [...about.slice(0, MOST_FINDINGS).map(findingText), ...(more > 0 ? [`… and ${more} more findings.`] : []), ...free].join('\n\n');
}

/** The verdict on a cohort in Markdown: who can qualify, or why nobody can. */
export function cohortVerdict(id: string, { state, witnessOf, showWitness }: Verdicts): string | null {
    if (state.kind === 'awaited') return 'Analysis: checking …';
    if (state.kind !== 'done') return null;
    const { findings, cohorts } = state.report;
    const cohort = cohorts.find((each) => each.id === id);
    if (cohort === undefined) return null;
    if (cohort.satisfiable === null) return `Analysis: not decided. ${plain(cohort.reason ?? '')}`;
    if (!cohort.satisfiable) {
        const conflicts = findings.filter(({ name, cohorts: of }) => name === 'cohort-unsatisfiable' && of.includes(id));
        return conflicts.length === 0 ? 'Analysis: nobody can qualify.' : conflicts.slice(0, MOST_FINDINGS).map(findingText).join('\n\n');
    }
    const witness = witnessOf(id);
    const command = showWitness(id);
    const link = command === null ? '' : ` [Show such a patient](${command})`;
    if (witness === null || !('text' in witness)) return `Analysis: somebody can qualify.${link}`;
    return `Analysis: somebody can qualify, such as this patient.${link}\n\n${fenced(witness.text)}`;
}

function findingText({ name, message }: PlainFinding): string {
    const shown = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)} …` : message;
    return `Analysis: **${name}** — ${plain(shown)}`;
}

/** A block of code that no text inside can end. */
function fenced(text: string): string {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}crit\n${text}\n${fence}`;
}
