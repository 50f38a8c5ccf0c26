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

/** The names of the shipped vocabulary. */
interface ShippedNames {
    terms: ReadonlySet<Term>;
    /** By the first letter of the name. */
    byStart: ReadonlyMap<string, readonly ListedName[]>;
    /** By the first letter, and by the first two, of each word in the name. */
    byWord: ReadonlyMap<string, readonly ListedName[]>;
}

let shipped: ShippedNames | undefined;

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
    return bestOfEach(
        listed(index, ({ byWord }) => byWord.get(query.split(' ', 1)[0]?.slice(0, 2) ?? '')),
        accepts,
        (name) => (isComplete ? (name.key.startsWith(query) ? BEGINNING : null) : fit(query, name)),
    );
}

/** The terms with a name whose beginning is nearly what was typed. */
export function namesNear(typed: string, index: TermIndex, accepts: (term: Term) => boolean): FoundName[] {
    const query = nameKey(typed);
    if (query.length < 4) return [];
    const furthest = query.length < 7 ? 1 : 2;
    const misspelt = index.find(query).filter(({ role, term }) => role === 'misspelling' && accepts(term));
    const near = bestOfEach(
        listed(index, ({ byStart }) => byStart.get(query.charAt(0))),
        accepts,
        ({ key }) => {
            if (key.length < query.length - furthest || key.charAt(0) !== query.charAt(0)) return null;
            // A letter more or less changes the distance by one at most.
            const same = editDistance(query, key.slice(0, query.length), furthest + 1);
            if (same > furthest + 1) return null;
            const best = Math.min(same, ...[query.length - 1, query.length + 1].map((length) => editDistance(query, key.slice(0, length), furthest)));
            return best > furthest ? null : NEAR + best;
        },
    );
    return [...misspelt.map(({ term }) => ({ term, name: term.id, distance: NEAR })), ...near.filter(({ term }) => !misspelt.some((hit) => hit.term === term))];
}

function fit(query: string, { key }: ListedName): number | null {
    if (key === query) return WHOLE;
    if (key.startsWith(query)) return BEGINNING;
    for (let at = key.indexOf(query); at >= 0; at = key.indexOf(query, at + 1)) if (beginsWord(key, at)) return WORD;
    if (!query.includes(' ')) return null;
    const parts = query.trim().split(' ');
    // Cutting every name into words costs more than looking for letters.
    return parts.every((part) => key.includes(part)) && beginsWords(parts, key.split(/[\s-]/)) ? WORDS : null;
}

const beginsWord = (key: string, at: number): boolean => at === 0 || /[^\p{L}\p{N}]/u.test(key.charAt(at - 1));

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

/** The names of the file's own terms, and those of the shipped ones that can fit. */
function* listed(index: TermIndex, fitting: (names: ShippedNames) => readonly ListedName[] | undefined): Generator<ListedName> {
    const base = shippedNames();
    const own = ownTerms(index, base);
    const replaced = new Set(own.map(({ id }) => nameKey(id)));
    for (const term of own) yield* namesOf(term);
    for (const name of fitting(base) ?? []) if (replaced.size === 0 || !replaced.has(nameKey(name.term.id))) yield name;
}

const ownTermsOfIndexes = new WeakMap<TermIndex, readonly Term[]>();

function ownTerms(index: TermIndex, { terms }: ShippedNames): readonly Term[] {
    let own = ownTermsOfIndexes.get(index);
    if (own === undefined) ownTermsOfIndexes.set(index, (own = index.all().filter((term) => !terms.has(term))));
    return own;
}

function shippedNames(): ShippedNames {
    if (shipped === undefined) {
        const terms = shippedTerms().all();
        const names = terms.flatMap(namesOf);
        shipped = { terms: new Set(terms), byStart: grouped(names, ({ key }) => [key.charAt(0)]), byWord: grouped(names, ({ key }) => wordStarts(key)) };
    }
    return shipped;
}

function wordStarts(key: string): string[] {
    const starts: string[] = [];
    for (let at = 0; at < key.length; at++) if (beginsWord(key, at)) starts.push(key.charAt(at), key.slice(at, at + 2));
    return starts;
}

function grouped(names: readonly ListedName[], groupsOf: (name: ListedName) => readonly string[]): Map<string, ListedName[]> {
    const groups = new Map<string, ListedName[]>();
    for (const name of names) {
        for (const group of new Set(groupsOf(name))) {
            const known = groups.get(group);
            if (known === undefined) groups.set(group, [name]);
            else known.push(name);
        }
    }
    return groups;
}

function namesOf(term: Term): ListedName[] {
    const names = [term.id, ...(term.title === null ? [] : [term.title]), ...term.synonyms];
    return names.map((name, order) => ({ key: nameKey(name), name, term, order: Math.min(order, 2) }));
}
