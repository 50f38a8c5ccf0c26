// Which terms a selection means: the index disease put in, classes with their members, exceptions taken away exactly.
import type { Exception, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Truth } from '../verdict.js';
import { every, opposite, some } from '../verdict.js';
import type { Knowledge } from './knowledge.js';
import { key } from './knowledge.js';
import { sameMeaning } from './same-meaning.js';

/** The selection with the index disease of the cohort in place of 'the index disease'; null where the cohort has none. */
export function withIndex(selection: TermSelection, index: TermSelection | null): TermSelection | null {
    const except: Exception[] = [];
    for (const exception of selection.except) {
        const inner = withIndex(exception.selection, index);
        // An exception for the index disease of a cohort without one takes nothing away.
        if (inner !== null) except.push({ ...exception, selection: inner });
    }
    if (!selection.index) return { ...selection, except };
    return index === null ? null : { ...index, except: [...index.except, ...except] };
}

/** Decides whether an exception with refinements or a proviso applies to the fact at hand. */
export type ExceptionApplies = (exception: Exception) => Truth;

/**
 * Whether a term is meant by a selection. `someKind`: the term stands for one of its kinds, which one is not known; then exceptions below it
 * may apply. Otherwise a class stands for its unnamed remainder, which no exception of a named kind takes away.
 */
export function isSelected(term: string, selection: TermSelection, knowledge: Knowledge, applies: ExceptionApplies, someKind = false): Truth {
    if (selection.term === null) return 'unknown';
    if (!knowledge.isA(term, selection.term)) return someKind && knowledge.mayOverlap(term, selection.term) ? 'unknown' : 'not-met';
    return opposite(some(selection.except.map((exception) => every([isExcepted(term, exception, knowledge, applies, someKind), applies(exception)]))));
}

function isExcepted(term: string, exception: Exception, knowledge: Knowledge, applies: ExceptionApplies, someKind: boolean): Truth {
    return isSelected(term, exception.selection, knowledge, applies, someKind);
}

/** Whether every term that `inner` may mean is surely meant by `outer`. */
export function isPartOf(inner: TermSelection, outer: TermSelection, knowledge: Knowledge): boolean {
    if (inner.term === null || outer.term === null || !knowledge.isA(inner.term, outer.term)) return false;
    const sure: ExceptionApplies = (exception) =>
        isConditional(exception) && !outer.except.some((other) => sameMeaning(other, exception)) ? 'not-met' : 'met';
    const strict: ExceptionApplies = (exception) =>
        isConditional(exception) && inner.except.some((other) => sameMeaning(other, exception)) ? 'not-met' : 'met';
    return knowledge
        .membersOf(inner.term)
        .every((term) => isSelected(term, inner, knowledge, sure) === 'not-met' || isSelected(term, outer, knowledge, strict) === 'met');
}

function isConditional({ refinements, provided }: Exception): boolean {
    return refinements.length > 0 || provided !== null;
}

/** The selection without what the given terms and their kinds mean; null when nothing is left. */
export function without(selection: TermSelection, terms: ReadonlySet<string>, knowledge: Knowledge): TermSelection | null {
    const chosen = selection.term;
    if (terms.size === 0 || chosen === null) return selection;
    if ([...terms].some((term) => knowledge.isA(chosen, term))) return null;
    const below = [...terms].filter((term) => knowledge.mayOverlap(term, chosen));
    const except = below.map((term): Exception => ({ form: 'except', selection: plainSelection(term), refinements: [], provided: null }));
    return below.length === 0 ? selection : { ...selection, except: [...selection.except, ...except] };
}

export function plainSelection(term: string): TermSelection {
    return { term, index: false, any: false, except: [] };
}

export function sameTerm(first: string | null, second: string | null): boolean {
    return first === null || second === null ? first === second : key(first) === key(second);
}
