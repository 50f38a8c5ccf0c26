// Finds terms by the beginning of any of their names, of any word in them, or by a name that is nearly so.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import { editDistance } from '@crit-lang/vocabulary/nearest-names.js';
import { shippedTerms } from '@crit-lang/vocabulary/shipped.js';
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';

/** A name that fits what was typed; a lower distance fits better. */
export interface FoundName {
    term: Term;
    name: string;
    distance: number;
}

interface ListedName {
    key: string;
    name: string;
    term: Term;
    /** Canonical names before titles, titles before synonyms. */
    order: number;
}

let shipped: { names: readonly ListedName[]; terms: ReadonlySet<Term> } | undefined;

/** How well a name fits, from best to worst. */
const WHOLE = 0;
const BEGINNING = 1;
const WORD = 2;
const WORDS = 3;
const NEAR = 10;

/** The terms that have a name which what was typed is the beginning of, each once by its best name, best first. */
export function namesBeginning(typed: string, index: TermIndex, accepts: (term: Term) => boolean): FoundName[] {
    const key = nameKey(typed);
    // A blank at the end says that the word before it is complete.
    const query = /\s$/.test(typed) && key !== '' ? `${key} ` : key;
    // Behind a complete name only longer names that begin with it are meant.
    const isComplete = query.endsWith(' ') && index.find(key).length > 0;
    return bestOfEach(listed(index), accepts, (name) => (isComplete ? (name.key.startsWith(query) ? BEGINNING : null) : fit(query, name)));
}

/** The terms with a name whose beginning is nearly what was typed. */
export function namesNear(typed: string, index: TermIndex, accepts: (term: Term) => boolean): FoundName[] {
    const query = nameKey(typed);
    if (query.length < 4) return [];
    const furthest = query.length < 7 ? 1 : 2;
    const misspelt = index.find(query).filter(({ role, term }) => role === 'misspelling' && accepts(term));
    const near = bestOfEach(listed(index), accepts, ({ key }) => {
        if (key.length < query.length - furthest || key.charAt(0) !== query.charAt(0)) return null;
        let best = furthest + 1;
        for (const length of [query.length, query.length - 1, query.length + 1]) best = Math.min(best, editDistance(query, key.slice(0, length), furthest));
        return best > furthest ? null : NEAR + best;
    });
    return [...misspelt.map(({ term }) => ({ term, name: term.id, distance: NEAR })), ...near.filter(({ term }) => !misspelt.some((hit) => hit.term === term))];
}

function fit(query: string, { key }: ListedName): number | null {
    if (key === query) return WHOLE;
    if (key.startsWith(query)) return BEGINNING;
    for (let at = key.indexOf(query); at >= 0; at = key.indexOf(query, at + 1)) if (at > 0 && /[^\p{L}\p{N}]/u.test(key.charAt(at - 1))) return WORD;
    if (!query.includes(' ')) return null;
    const parts = query.trim().split(' ');
    // Cutting every name into words costs more than looking for letters.
    return parts.every((part) => key.includes(part)) && beginsWords(parts, key.split(/[\s-]/)) ? WORDS : null;
}

/** Whether each part is the beginning of a word, in their order: "sys lup" for "systemic lupus". */
function beginsWords(parts: readonly string[], words: readonly string[]): boolean {
    let next = 0;
    for (const part of parts) {
        while (next < words.length && words[next]?.startsWith(part) !== true) next++;
        if (next >= words.length) return false;
        next++;
    }
    return true;
}

function bestOfEach(names: Iterable<ListedName>, accepts: (term: Term) => boolean, distanceOf: (name: ListedName) => number | null): FoundName[] {
    const best = new Map<string, FoundName & { order: number }>();
    for (const listedName of names) {
        const { term, name, order } = listedName;
        const known = best.get(term.id);
        if (known?.distance === WHOLE || !accepts(term)) continue;
        const distance = distanceOf(listedName);
        if (distance === null) continue;
        if (known === undefined || distance < known.distance || (distance === known.distance && order < known.order))
            best.set(term.id, { term, name, distance, order });
    }
    return [...best.values()].sort((a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
}

function* listed(index: TermIndex): Generator<ListedName> {
    const base = shippedNames();
    const own = index === shippedTerms() ? [] : index.all().filter((term) => !base.terms.has(term));
    const replaced = new Set(own.map(({ id }) => nameKey(id)));
    for (const term of own) yield* namesOf(term);
    for (const name of base.names) if (replaced.size === 0 || !replaced.has(nameKey(name.term.id))) yield name;
}

function shippedNames(): { names: readonly ListedName[]; terms: ReadonlySet<Term> } {
    if (shipped === undefined) {
        const terms = shippedTerms().all();
        shipped = { names: terms.flatMap(namesOf), terms: new Set(terms) };
    }
    return shipped;
}

function namesOf(term: Term): ListedName[] {
    const names = [term.id, ...(term.title === null ? [] : [term.title]), ...term.synonyms];
    return names.map((name, order) => ({ key: nameKey(name), name, term, order: Math.min(order, 2) }));
}
