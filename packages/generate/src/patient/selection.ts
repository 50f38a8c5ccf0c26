// What a clause speaks of: a term, "any" of a class, the disease of the cohort, less its exceptions.
import { declaredMembers } from '@crit-lang/model/criteria/declared-members.js';
import type { Exception, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { clauseWords, fragment, pureClause, sentence, type Block } from './clause.js';
import { sameMeaning } from '../frame/same-meaning.js';
import { enumerate, join, words, type Inline } from './inline.js';
import { termName } from './names.js';
import { selectionName } from './named-selection.js';
import { refinementWords } from './refinement.js';
import { inner, type Wording } from './wording.js';

/** The words for a selection, and the sentences about its exceptions. */
export interface SelectionWords {
    object: Inline[];
    /** What narrows the selection, where it follows the object. */
    rest: Inline[];
    extra: Block[];
}

/**
 * A selection with its exceptions. Short ones stand in the clause ("other than lupus"); the others follow as sentences:
 * `stillJoin` is what the patient does with the excepted ("you have") where the clause excludes, null where it does not. `narrowed` stands before "other than".
 */
export function selectionWords(selection: TermSelection, wording: Wording, stillJoin: string | null, narrowed: Inline[] = []): SelectionWords {
    const name = selectionName(selection, wording);
    const proviso = commonProviso(selection.except, wording);
    const bare = proviso === null ? selection.except : selection.except.map((exception) => ({ ...exception, provided: null }));
    const parts = bare.map((exception) => ({ exception, item: exceptionItem(exception, wording) }));
    const isInClause = ({ exception, item }: Excepted): boolean => proviso === null && exception.form === 'other than' && isShort({ exception, item });
    const counted = countedSentence(selection, wording);
    const inClause = parts.filter(isInClause).map(({ item }) => item.lead);
    const after = parts.filter((part) => !isInClause(part));
    const extra = [...counted, ...(after.length === 0 ? [] : [exceptionSentence(after, wording, stillJoin, proviso)])];
    if (inClause.length === 0) return { object: name, rest: narrowed, extra };
    const comma = narrowed.length === 0 ? '' : ',';
    return { object: join(name, narrowed, `${comma} other than `, enumerate(inClause, 'or')), rest: [], extra };
}

/** What the study itself counts under a class ("This study also counts psoriasis"): a patient who has it must be told. */
function countedSentence(selection: TermSelection, wording: Wording): Block[] {
    const members = selection.term === null ? [] : declaredMembers(wording.glossary.document, selection.term);
    if (members.length === 0) return [];
    const names = members.map((member) => termName(member, wording));
    return [sentence(join('in this study, this also means ', enumerate(names, 'and')))];
}

interface Excepted {
    exception: Exception;
    item: Block;
}

/** A name alone; what holds only under a condition needs a line of its own. */
function isShort({ exception, item }: Excepted): boolean {
    return exception.provided === null && item.items.length === 0 && item.extra.length === 0;
}

function exceptionSentence(parts: readonly Excepted[], wording: Wording, stillJoin: string | null, proviso: Block | null): Block {
    const canJoin = stillJoin !== null && wording.excluding && wording.topLevel;
    const items = parts.map(({ item }) => item);
    if (proviso === null && parts.length <= 2 && parts.every(isShort)) {
        const list = enumerate(
            items.map((item) => item.lead),
            canJoin ? 'or' : 'and',
        );
        return sentence(canJoin ? join(`you can still join if ${stillJoin} `, list) : join('this does not count: ', list));
    }
    const alone = parts.length === 1;
    const lead = canJoin ? `you can still join if ${stillJoin} ${alone ? 'this' : 'one of these'}` : alone ? 'this does not count' : 'these do not count';
    if (proviso === null) return sentence(words(lead), items);
    const inWords = provisoWords(proviso);
    if (inWords !== null) return sentence(join(`${lead}, but only if `, inWords), items);
    // Said once below the list, not at each of its items.
    return { ...sentence(words(`${lead}, but only if the point below this list is true as well`), items), extra: [proviso] };
}

/** What all exceptions are bound to, when it is the same. */
function commonProviso(exceptions: readonly Exception[], wording: Wording): Block | null {
    const [first, ...others] = exceptions.map(({ provided }) => provided);
    if (first === undefined || first === null || others.length === 0 || !others.every((other) => sameMeaning(other, first))) return null;
    return wording.render(first, inner(wording), false);
}

function provisoWords(block: Block): Inline[] | null {
    const statement = pureClause(block);
    return statement !== null && statement.extra.length === 0 && statement.spell?.sentence !== true ? clauseWords(statement) : null;
}

function exceptionItem(exception: Exception, wording: Wording): Block {
    const refined = refinementWords(exception.refinements, wording);
    const { object, rest, extra } = selectionWords(exception.selection, inner(wording), null, refined.after);
    // Plain words for a disease often fit its neighbors as well: an exception needs the exact name.
    const lead = join(
        object.map((part) => (part.kind === 'mention' ? { ...part, always: true } : part)),
        rest,
    );
    const more = [...extra, ...refined.extra];
    if (exception.provided === null) return { ...fragment(lead), extra: more };
    const provided = wording.render(exception.provided, inner(wording), false);
    const proviso = provisoWords(provided);
    if (proviso !== null) return { ...fragment(join(lead, ', but only if ', proviso)), extra: more };
    if (provided.clause !== null || provided.fragment || provided.between.length > 0 || provided.table !== null)
        return { ...fragment(join(lead, ', but only if this is true')), items: [provided], extra: more };
    return { ...fragment(join(lead, ', but only if ', provided.lead)), items: provided.items, extra: [...provided.extra, ...more] };
}
