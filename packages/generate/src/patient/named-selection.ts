// The name of what a clause speaks of: a term, "any" of a class, or the disease of the cohort.
import type { TermSelection } from '@crit-lang/model/criteria/condition.js';
import { join, words, type Inline } from './inline.js';
import { termName, withoutArticle } from './names.js';
import type { Wording } from './wording.js';

/** The disease of the cohort: by name in a cohort's section, described in the part for everyone. */
export function indexName(wording: Wording): Inline[] {
    const term = wording.index?.term ?? null;
    return term === null ? words('the illness you want to join for') : termName(term, wording);
}

/** The name of a selection without its exceptions. */
export function selectionName(selection: TermSelection, wording: Wording): Inline[] {
    if (selection.index || selection.term === null) return indexName(wording);
    const name = termName(selection.term, wording);
    return selection.any ? join('any ', withoutArticle(name)) : name;
}
