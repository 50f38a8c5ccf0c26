// Which terms a selection means: the index disease put in, what another criterion stands for taken out, exceptions taken away exactly.
import type { Exception, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Knowledge } from './knowledge.js';
import { termKey } from './meaning.js';

/** The selection with the disease of the cohort in place of 'the index disease'; null where the cohort has none. */
export function withIndex(selection: TermSelection, index: TermSelection | null): TermSelection | null {
    const except = selection.except.flatMap((exception): Exception[] => {
        // An exception for the index disease of a cohort without one takes nothing away.
        const inner = withIndex(exception.selection, index);
        return inner === null ? [] : [{ ...exception, selection: inner }];
    });
    if (!selection.index) return { ...selection, except };
    return index === null ? null : { ...index, except: [...index.except, ...except] };
}

/** The selection less the given terms and their kinds; null when nothing of it is left. */
export function without(selection: TermSelection, terms: ReadonlySet<string>, knowledge: Knowledge): TermSelection | null {
    const chosen = selection.term;
    if (terms.size === 0 || chosen === null) return selection;
    if ([...terms].some((term) => knowledge.isA(chosen, term))) return null;
    const taken = [...terms].filter((term) => knowledge.isA(term, chosen) || haveCommonKind(term, chosen, knowledge));
    if (taken.length === 0) return selection;
    return { ...selection, except: [...selection.except, ...taken.map(plainException)] };
}

function haveCommonKind(one: string, other: string, knowledge: Knowledge): boolean {
    return knowledge.kindsOf(one).some((kind) => knowledge.isA(kind, other));
}

export function plainSelection(term: string): TermSelection {
    return { term, index: false, any: false, except: [] };
}

export function plainException(term: string): Exception {
    return { form: 'except', selection: plainSelection(term), refinements: [], provided: null };
}

export function isConditional({ refinements, provided }: Exception): boolean {
    return refinements.length > 0 || provided !== null;
}

/** How a selection takes in a term: not at all, always, or only where none of these exceptions applies (they have refinements or a proviso). */
export type Membership = 'no' | 'yes' | readonly Exception[];

/** `term` stands for the unnamed remainder of its class: exceptions of named kinds below it take nothing from it. */
export function membershipOf(term: string, selection: TermSelection, knowledge: Knowledge): Membership {
    if (selection.term === null || !knowledge.isA(term, selection.term)) return 'no';
    const conditional: Exception[] = [];
    for (const exception of selection.except) {
        const inner = membershipOf(term, exception.selection, knowledge);
        if (inner === 'no') continue;
        // An exception from a conditional exception would need both to be told apart; it is rare enough to take the outer one as it stands.
        if (!isConditional(exception)) return inner === 'yes' ? 'no' : [exception];
        conditional.push(exception);
    }
    return conditional.length === 0 ? 'yes' : conditional;
}

/** The terms that a selection names, those of its exceptions included, as keys. */
export function namedIn(selection: TermSelection): string[] {
    return [...(selection.term === null ? [] : [termKey(selection.term)]), ...selection.except.flatMap((exception) => namedIn(exception.selection))];
}

/** Whether every term that the first may mean is surely meant by the second. Conditional exceptions count as taken out of neither. */
export function isPartOf(inner: TermSelection, outer: TermSelection, knowledge: Knowledge): boolean {
    if (inner.term === null || outer.term === null || !knowledge.isA(inner.term, outer.term)) return false;
    return knowledge.kindsOf(inner.term).every((kind) => membershipOf(kind, inner, knowledge) === 'no' || membershipOf(kind, outer, knowledge) === 'yes');
}
