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

/** The names of a layer. Its entries are many and in the start-up snapshot, so they have no objects of their own. */
interface Names {
    /** By their words with single blanks between: the terms that go by them, one alone where there is but one. */
    byWords: Map<string, NameHit | NameHit[]>;
    /** How many words the longest name that begins with a word has. */
    longestBy: Map<string, number>;
}

interface Word {
    word: string;
    start: number;
    end: number;
}

const built = new WeakMap<TermIndex, Names>();

/** The names in a text from left to right; at each place the longest. */
export function termsIn(text: string, index: TermIndex): FoundTerm[] {
    const layers = index.layers().map(namesOf);
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

function longestAt(text: string, words: readonly Word[], at: number, layers: readonly Names[], index: TermIndex): { found: FoundTerm; words: number } | null {
    const first = words[at];
    if (first === undefined) return null;
    let most = 0;
    for (const { longestBy } of layers) most = Math.max(most, longestBy.get(first.word) ?? 0);
    for (let count = Math.min(most, words.length - at); count > 0; count--) {
        const written = words.slice(at, at + count);
        const last = written.at(-1) ?? first;
        const key = written.map(({ word }) => word).join(' ');
        const hits = layers.flatMap(({ byWords }) => byWords.get(key) ?? []);
        if (hits.length === 0 || !areTogether(text, written)) continue;
        const terms = hits
            // A term of the file replaces the shipped one of the same name.
            .filter(({ name, term }) => isWrittenSo(text.slice(first.start, last.end), name) && index.byCanonicalName(term.id) === term)
            .map(({ term }) => term);
        if (terms.length > 0)
            return { found: { start: first.start, end: last.end, hits: [...new Set(terms)], words: written.map(({ word }) => word) }, words: count };
    }
    return null;
}

// No comma, full stop or bracket stands between the words of a name.
function areTogether(text: string, words: readonly Word[]): boolean {
    return words.every(({ end }, i) => i === words.length - 1 || !/[,;:.()[\]]/.test(text.slice(end, words[i + 1]?.start)));
}

// An acronym is written as one: "AS" is a disease and "as" is not.
function isWrittenSo(written: string, name: string): boolean {
    if (!isAcronym(name) || written === name || written === `${name}s`) return true;
    // APTT for aPTT, but not "Is" for IS.
    return written.toUpperCase() === name.toUpperCase() && (written.match(/[A-Z]/g) ?? []).length > 1;
}

function namesOf(layer: TermIndex): Names {
    const known = built.get(layer);
    if (known !== undefined) return known;
    const names: Names = { byWords: new Map(), longestBy: new Map() };
    for (const [key, hits] of layer.ownNames()) for (const hit of hits) addName(names, key, hit);
    built.set(layer, names);
    return names;
}

function addName({ byWords, longestBy }: Names, key: string, hit: NameHit): void {
    const words = wordsOf(hit.name).map(({ word }) => word);
    const [first] = words;
    if (first === undefined) return;
    longestBy.set(first, Math.max(words.length, longestBy.get(first) ?? 0));
    const joined = words.join(' ');
    const before = byWords.get(joined);
    // Where the index has the same text as a key, it is taken, so that it is kept once.
    if (before === undefined) byWords.set(joined === key ? key : joined, hit);
    else if (Array.isArray(before)) before.push(hit);
    else byWords.set(joined, [before, hit]);
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
