// Fixes that say for which cohorts a criterion is meant.
import { meaningOf } from '@crit-lang/analysis/knowledge/meaning.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import type { TextEdit } from '../report.js';
import { listed } from '../listed.js';
import { cohortWords } from '../words.js';
import { withReplaced } from './changed-document.js';
import { CHANGES, type Proposal, scopeHolder, scopeOf, type Workplace } from './proposal.js';

/** The criterion, or the reading of it, for its other cohorts only. */
export function scopeToOthers(part: Part, cohorts: readonly string[], { analysis, files }: Workplace): Proposal[] {
    const holder = scopeHolder(part);
    const { criterion } = part;
    const others = scopeOf(part).filter((cohort) => !cohorts.includes(cohort));
    const file = files.of(holder.range);
    if (criterion.origin !== 'written' || others.length === 0 || file === undefined || holder.range === undefined) return [];
    // A reading that would say the same as another is none.
    if (criterion.readings.some((each) => each !== holder && meaningOf([each.rule, each.cohorts ?? criterion.cohorts]) === meaningOf([part.rule, others])))
        return [];
    const { start, end } = file.stretchOf(holder.range);
    const head = file.code.slice(start, Math.min(end, Math.max(start, file.code.indexOf('{', start))));
    const list = /\sfor\s+(?<list>[^\s,{]+(?:\s*,\s*[^\s,{]+)*)/du.exec(head)?.indices?.groups?.['list'];
    const open = /\s*(?:\sinstead of\b[\s\S]*)?$/u.exec(head)?.index ?? head.length;
    const edit: TextEdit =
        list === undefined
            ? file.edit({ start: start + open, end: start + open }, ` for ${others.join(', ')}`)
            : file.edit({ start: start + list[0], end: start + list[1] }, others.join(', '));
    const which = criterion.readings.length > 0 ? `the reading '${holder.id}' of ${criterion.id}` : criterion.id;
    const effect = criterion.kind === 'exclude' ? 'no longer excludes anybody from' : 'is no longer asked of';
    return [
        {
            title: `Write ${which} for ${listed(others)} only: ${effect} ${cohortWords(cohorts)}`,
            changes: CHANGES.cohort,
            document: withReplaced(analysis.document, new Map([[holder, { ...holder, cohorts: others }]])),
            edits: [edit],
        },
    ];
}
