// The terms of two versions as one vocabulary: what either version knows is known. A term whose values are other values now becomes two.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Term, ValueRange } from '@crit-lang/model/criteria/term.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { meaningOf, termKey } from '../knowledge/meaning.js';

/** Before the names of what only the old version calls so. */
export const EARLIER = '‹earlier› ';

export interface MergedTerms {
    readonly terms: Term[];
    /** Terms of the old version, as keys, that go by another name since the new version has other values under theirs. */
    readonly renamed: ReadonlySet<string>;
}

export function mergedTerms(old: CriteriaDocument, current: CriteriaDocument): MergedTerms {
    const byKey = new Map(current.terms.map((term) => [termKey(term.id), term]));
    const renamed = new Set(
        old.terms.flatMap((term) => {
            const other = byKey.get(termKey(term.id));
            return other === undefined || valuesOf(term) === valuesOf(other) ? [] : [termKey(term.id)];
        }),
    );
    const named = (id: string): string => (renamed.has(termKey(id)) ? `${EARLIER}${id}` : id);
    for (const term of old.terms) {
        const own: Term = {
            ...term,
            id: named(term.id),
            parents: term.parents.map(named),
            implies: term.implies.map(named),
            disjoint: term.disjoint.map(named),
        };
        const key = termKey(own.id);
        const other = byKey.get(key);
        byKey.set(key, other === undefined ? own : merged(own, other));
    }
    return { terms: [...byKey.values()].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)), renamed };
}

/** Same for terms whose values can be compared. */
function valuesOf({ kind, unit, values, ordered }: Term): string {
    return meaningOf([kind, unit ?? null, values ?? null, ordered ?? null]);
}

function merged(old: Term, current: Term): Term {
    const both = (one: readonly string[], other: readonly string[]): string[] => [...new Map([...other, ...one].map((id) => [termKey(id), id])).values()];
    const term: Term = {
        ...current,
        origin: old.origin === 'declared' || current.origin === 'declared' ? 'declared' : 'shipped',
        parents: both(old.parents, current.parents),
        implies: both(old.implies, current.implies),
        disjoint: both(old.disjoint, current.disjoint),
    };
    // Only what holds in both versions may be taken as so by definition.
    if (meaningOf(old.range ?? null) !== meaningOf(current.range ?? null)) {
        const range = hull(old.range, current.range);
        if (range === null) delete term.range;
        else term.range = range;
    }
    if (old.step !== current.step) delete term.step;
    if (meaningOf(old.withoutValues ?? null) !== meaningOf(current.withoutValues ?? null)) delete term.withoutValues;
    if (meaningOf(old.halfLife ?? null) !== meaningOf(current.halfLife ?? null)) delete term.halfLife;
    if (old.plausible === undefined) delete term.plausible;
    else if (current.plausible !== undefined && Rational.from(old.plausible.low).sign < 0) term.plausible = old.plausible;
    return term;
}

function hull(one: ValueRange | undefined, other: ValueRange | undefined): ValueRange | null {
    if (one === undefined || other === undefined || one.unit !== other.unit) return null;
    const isLess = (a: string, b: string): boolean => Rational.from(a).compare(Rational.from(b)) < 0;
    return { low: isLess(one.low, other.low) ? one.low : other.low, high: isLess(one.high, other.high) ? other.high : one.high, unit: one.unit };
}
