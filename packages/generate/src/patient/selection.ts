// What a clause speaks of: a term, "any" of a class, the disease of the cohort, less its exceptions.
import type { Exception, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { clauseWords, fragment, pureClause, sentence, type Block } from './clause.js';
import { enumerate, join, words, type Inline } from './inline.js';
import { selectionName } from './named-selection.js';
import { refinementWords } from './refinement.js';
import { inner, type Wording } from './wording.js';

/** The words for a selection, and the sentences about its exceptions. */
export interface SelectionWords {
    object: Inline[];
    extra: Block[];
}

/**
 * A selection with its exceptions. Short ones stand in the clause ("other than lupus"); the others follow as sentences:
 * `stillJoin` is what the patient does with the excepted ("you have") where the clause excludes, null where it does not.
 */
export function selectionWords(selection: TermSelection, wording: Wording, stillJoin: string | null): SelectionWords {
    const name = selectionName(selection, wording);
    const parts = selection.except.map((exception) => exceptionItem(exception, wording));
    const inClause = selection.except.flatMap((exception, i) => (exception.form === 'other than' && isShort(parts[i]) ? [parts[i].lead] : []));
    const after = parts.filter((part, i) => !(selection.except[i]?.form === 'other than' && isShort(part)));
    const object = inClause.length === 0 ? name : join(name, ' other than ', enumerate(inClause, 'or'));
    return { object, extra: after.length === 0 ? [] : [exceptionSentence(after, wording, stillJoin)] };
}

function isShort(part: Block | undefined): part is Block {
    return part !== undefined && part.items.length === 0 && part.extra.length === 0 && part.fragment;
}

function exceptionSentence(parts: Block[], wording: Wording, stillJoin: string | null): Block {
    const canJoin = stillJoin !== null && wording.excluding && wording.topLevel;
    if (parts.length <= 2 && parts.every(isShort)) {
        const list = enumerate(
            parts.map((part) => part.lead),
            canJoin ? 'or' : 'and',
        );
        return sentence(canJoin ? join(`you can still join if ${stillJoin} `, list) : join('this does not count: ', list));
    }
    return sentence(words(canJoin ? `you can still join if ${stillJoin} one of these` : 'these do not count'), parts);
}

function exceptionItem(exception: Exception, wording: Wording): Block {
    const { object: named, extra } = selectionWords(exception.selection, inner(wording), null);
    // Plain words for the cohort's disease often fit its neighbors as well: an exception needs the exact name.
    const object = exception.selection.index ? named.map((part) => (part.kind === 'mention' ? { ...part, always: true } : part)) : named;
    const refined = refinementWords(exception.refinements, wording);
    const lead = join(object, refined.after);
    if (exception.provided === null) return { ...fragment(lead), extra: [...extra, ...refined.extra] };
    const provided = wording.render(exception.provided, inner(wording), false);
    const statement = pureClause(provided);
    if (statement !== null && statement.extra.length === 0 && statement.spell?.sentence !== true) {
        return { ...fragment(join(lead, ', but only if ', clauseWords(statement))), extra: [...extra, ...refined.extra] };
    }
    return { ...fragment(join(lead, ', but only if this is true')), items: [provided], extra: [...extra, ...refined.extra] };
}
