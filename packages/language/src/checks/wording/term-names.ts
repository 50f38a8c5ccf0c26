// Finds the names of terms in running text: every synonym, plurals, British spelling, misspellings seen in records.
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { NameHit, TermIndex } from '@crit-lang/vocabulary/term-index.js';

/** A name found in a text, with every term that goes by it. */
export interface FoundTerm {
    start: number;
    end: number;
    hits: readonly Term[];
    /** The words of the name, as they are compared. */
    words: readonly string[];
}

interface Name {
    words: readonly string[];
    /** The name as it must stand in the text, for an acronym: "AS" is a disease and "as" is not. */
    exactly: string | null;
    term: Term;
}

/** Names by their first word, longest first. */
type Names = ReadonlyMap<string, readonly Name[]>;

interface Word {
    word: string;
    start: number;
    end: number;
}

const built = new WeakMap<TermIndex, Names>();

/** The names in a text from left to right; at each place the longest. */
export function termsIn(text: string, index: TermIndex): FoundTerm[] {
    const layers = index.layers();
    const words = wordsOf(text);
    const found: FoundTerm[] = [];
    for (let i = 0; i < words.length;) {
        const hit = longestAt(text, words, i, layers, index);
        if (hit === null) {
            i++;
            continue;
        }
        found.push(hit.found);
        i += hit.words;
    }
    return found;
}

function longestAt(
    text: string,
    words: readonly Word[],
    at: number,
    layers: readonly TermIndex[],
    index: TermIndex,
): { found: FoundTerm; words: number } | null {
    let longest = 0;
    let names: Name[] = [];
    for (const layer of layers) {
        for (const name of namesOf(layer).get(words[at]?.word ?? '') ?? []) {
            if (name.words.length < longest) break;
            if (!name.words.every((word, offset) => words[at + offset]?.word === word) || !isOneName(text, words, at, name)) continue;
            // A term of the file replaces the shipped one of the same name.
            if (index.byCanonicalName(name.term.id) !== name.term) continue;
            if (name.words.length > longest) names = [];
            longest = name.words.length;
            names.push(name);
        }
    }
    const [first, last] = [words[at], words[at + longest - 1]];
    if (longest === 0 || first === undefined || last === undefined || names[0] === undefined) return null;
    return { found: { start: first.start, end: last.end, hits: [...new Set(names.map((name) => name.term))], words: names[0].words }, words: longest };
}

// The words belong together: no comma, full stop or bracket stands between them; and an acronym is written as one.
function isOneName(text: string, words: readonly Word[], at: number, name: Name): boolean {
    const [first, last] = [words[at], words[at + name.words.length - 1]];
    if (first === undefined || last === undefined) return false;
    for (let i = at; i < at + name.words.length - 1; i++) if (/[,;:.()[\]]/.test(text.slice(words[i]?.end, words[i + 1]?.start))) return false;
    if (name.exactly === null) return true;
    const written = text.slice(first.start, last.end);
    if (written === name.exactly || written === `${name.exactly}s`) return true;
    // APTT for aPTT, but not "Is" for IS.
    return written.toUpperCase() === name.exactly.toUpperCase() && (written.match(/[A-Z]/g) ?? []).length > 1;
}

function namesOf(layer: TermIndex): Names {
    const known = built.get(layer);
    if (known !== undefined) return known;
    const names = new Map<string, Name[]>();
    for (const hits of layer.ownNames().values()) for (const hit of hits) addName(names, hit);
    for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length);
    built.set(layer, names);
    return names;
}

function addName(names: Map<string, Name[]>, { name, term }: NameHit): void {
    const words = wordsOf(name).map(({ word }) => word);
    const [first] = words;
    if (first === undefined) return;
    const entry = { words, exactly: isAcronym(name) ? name : null, term };
    const list = names.get(first);
    if (list === undefined) names.set(first, [entry]);
    else list.push(entry);
}

// Short and mostly capitals: SLE, SSc, aPTT, AS, IS.
function isAcronym(name: string): boolean {
    return (
        name.length <= 6 &&
        !/\s/.test(name) &&
        (name.match(/[A-Z]/g) ?? []).length >= Math.ceil(name.replace(/[^A-Za-z]/g, '').length / 2) &&
        /[A-Z]/.test(name)
    );
}

/** The words of a text, spelt alike: lower case, no accents, singular, American; roman numerals after type, class, stage and grade as digits. */
export function wordsOf(text: string): Word[] {
    const words: Word[] = [];
    for (const match of text.matchAll(/[\p{L}\p{Nd}]+(?:'(?=s\b))?/gu)) {
        const start = match.index;
        // The s of "Crohn's" is no word.
        if (match[0] === 's' && text[start - 1] === "'") continue;
        const previous = words.at(-1)?.word;
        const counted = previous !== undefined && COUNTED_IN_ROMAN.has(previous) ? ROMAN[match[0].toLowerCase()] : undefined;
        words.push({ word: counted ?? alike(match[0]), start, end: start + match[0].length });
    }
    return words;
}

const COUNTED_IN_ROMAN: ReadonlySet<string> = new Set(['type', 'class', 'stage', 'grade']);
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6' };

/** Spellings already compared: a protocol uses the same words again and again. */
const spelt = new Map<string, string>();
const MOST_SPELT = 50_000;
const BRITISH = /haem|aem(?=i)|oed|oes(?=o)|tumour|ise(?=d?$)/;

function alike(written: string): string {
    const known = spelt.get(written);
    if (known !== undefined) return known;
    if (spelt.size >= MOST_SPELT) spelt.clear();
    const plain = (/^[\x20-\x7e]*$/.test(written) ? written : written.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')).replace("'", '').toLowerCase();
    const american = BRITISH.test(plain)
        ? plain
              .replace(/haem/g, 'hem')
              .replace(/aem(?=i)/g, 'em')
              .replace(/oed/g, 'ed')
              .replace(/oes(?=o)/g, 'es')
              .replace(/tumour/g, 'tumor')
              .replace(/ise(?=d?$)/, 'ize')
        : plain;
    const word = american === 'aged' ? 'age' : singular(american);
    spelt.set(written, word);
    return word;
}

function singular(word: string): string {
    if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
    if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`;
    return word.slice(0, -1);
}
