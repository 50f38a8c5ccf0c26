// What an editor says of a whole file in a few words: being checked, proved, so many problems, not analysed and why.
import type { AnalysedFiles, AnalysisState } from '../analysis/analysed-files.js';
import type { PlainReport } from '../analysis/messages.js';
import type { Workspace } from '../workspace/workspace.js';

export interface FileStatus {
    readonly uri: string;
    readonly state: 'checking' | 'proved' | 'problems' | 'not-analysed';
    /** The same in plain words. */
    readonly text: string;
    /** More about it, a sentence a line; empty where there is no more to say. */
    readonly detail: string;
    /** Errors and warnings. */
    readonly problems: number;
    /** Cohorts of which a patient who qualifies can be shown. */
    readonly cohorts: readonly string[];
}

/** The status of a file; null when the workspace does not know it. */
export function fileStatus(workspace: Workspace, uri: string, analysed: AnalysedFiles): FileStatus | null {
    const file = workspace.file(uri);
    if (file === undefined) return null;
    const compilation = file.problem === null ? analysed.compilation(uri) : undefined;
    const counted = compilation?.diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').length ?? 1;
    const state = analysed.state(uri);
    return { uri, problems: counted, cohorts: state.kind === 'done' ? enrolling(state.report) : [], ...words(state, counted) };
}

function words(state: AnalysisState, problems: number): Pick<FileStatus, 'state' | 'text' | 'detail'> {
    if (state.kind === 'awaited') return { state: 'checking', text: 'checking …', detail: '' };
    const why = whyNotProved(state);
    if (problems > 0)
        return {
            state: 'problems',
            text: `${problems} problem${problems === 1 ? '' : 's'}`,
            detail: why === null ? enrolment(state) : `Not analysed: ${why.text}.`,
        };
    if (why === null) return { state: 'proved', text: 'proved: each cohort can enrol', detail: '' };
    return { state: 'not-analysed', text: `not analysed: ${why.text}`, detail: why.detail };
}

function whyNotProved(state: AnalysisState): { text: string; detail: string } | null {
    switch (state.kind) {
        case 'off':
            return { text: 'the analysis is switched off', detail: 'The setting crit.analysis.enabled is off.' };
        case 'unknown file':
        case 'errors':
            return { text: 'mend the errors first', detail: '' };
        case 'nothing to analyse':
            return { text: 'there are no criteria', detail: '' };
        case 'awaited':
            return { text: 'it is being checked', detail: '' };
        case 'failed':
            return { text: state.problem, detail: '' };
        case 'done':
            return whyIncomplete(state.report);
    }
}

/** Most of what is left out is named once; the rest is counted. */
const MOST_NAMED = 3;

function whyIncomplete({ cohorts, notAnalysed }: PlainReport): { text: string; detail: string } | null {
    const undecided = cohorts.filter(({ satisfiable }) => satisfiable === null);
    if (undecided.length > 0) {
        const detail = undecided.map(({ id, reason }) => `${id}: ${reason ?? 'not decided'}`).join('\n');
        return { text: `not decided for ${undecided.map(({ id }) => id).join(', ')}`, detail };
    }
    if (notAnalysed.length === 0) return null;
    const criteria = [...new Set(notAnalysed.map(({ criterion }) => criterion))];
    const more = criteria.length - MOST_NAMED;
    const named = `${criteria.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return { text: `parts of ${named}`, detail: notAnalysed.map(({ criterion, reason }) => `${criterion}: ${reason}`).join('\n') };
}

function enrolment(state: AnalysisState): string {
    if (state.kind !== 'done') return '';
    const nobody = state.report.cohorts.filter(({ satisfiable }) => satisfiable === false).map(({ id }) => id);
    return nobody.length === 0 ? 'Each cohort can enrol.' : `Nobody can qualify for ${nobody.join(', ')}.`;
}

const enrolling = ({ cohorts }: PlainReport): string[] => cohorts.flatMap(({ id, satisfiable }) => (satisfiable === true ? [id] : []));
