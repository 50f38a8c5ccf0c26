// The compiled vocabulary in few characters: fields by place, what is empty left out, codes as short texts, sources that several terms share once.
import type { Code, Term, TermKind } from '@crit-lang/model/criteria/term.js';
import { TERM_KINDS } from '@crit-lang/model/criteria/term.js';
import type { VocabularyEntry } from './term-index.js';

/** What may be empty: then 0, and nothing at all at the end of an entry. */
type Text = string | 0 | undefined;
type List<Item = string> = Item[] | 0 | undefined;

/** Name, place of the kind, title, definition, plain, explain; parents, synonyms, implies, disjoint; codes, places of sources, misspellings; what only some kinds have. */
type Fields = readonly [string, number, Text, Text, Text, Text, List, List, List, List, List, List<number>, List, Partial<Term> | 0 | undefined];

export interface PackedEntries {
    /** Places in `sources` stand in the entries. */
    readonly sources: readonly string[];
    readonly entries: readonly (readonly unknown[])[];
}

/** No term of the shipped vocabulary may change, so all that lack something share it. */
const NONE: never[] = Object.freeze([]) as unknown as never[];

/** Packs shipped entries; `unpackEntries` gives the same ones again. */
export function packEntries(entries: readonly VocabularyEntry[]): PackedEntries {
    const places = new Map<string, number>();
    const placeOf = (source: string): number => {
        const known = places.get(source) ?? places.size;
        places.set(source, known);
        return known;
    };
    const packed = entries.map(({ term, misspellings }): readonly unknown[] => {
        const { id, kind, origin: _shipped, title, definition, plain, explain, parents, synonyms, implies, disjoint, codes, sources, ...more } = term;
        const fields: unknown[] = [id, TERM_KINDS.indexOf(kind), title, definition, plain, explain, parents, synonyms, implies, disjoint];
        fields.push(
            codes.map(({ system, code }) => `${system} ${code}`),
            sources.map(placeOf),
            misspellings,
            more,
        );
        const filled = fields.map((field) => (isEmpty(field) ? 0 : field));
        return filled.slice(
            0,
            1 +
                Math.max(
                    1,
                    filled.findLastIndex((field) => field !== 0),
                ),
        );
    });
    return { sources: [...places.keys()], entries: packed };
}

function isEmpty(field: unknown): boolean {
    return field === null || (typeof field === 'object' && Object.keys(field).length === 0);
}

/** @param packed as `packEntries` made it. */
export function unpackEntries({ sources, entries }: PackedEntries): VocabularyEntry[] {
    return entries.map((fields) => {
        const [id, kind, title, definition, plain, explain, parents, synonyms, implies, disjoint, codes, places, misspellings, more] = fields as Fields;
        // The order of the names is that of a term which was just compiled: both are written alike.
        const term: Term = {
            id,
            kind: TERM_KINDS[kind] as TermKind,
            title: title || null,
            origin: 'shipped',
            parents: parents || NONE,
            synonyms: synonyms || NONE,
            definition: definition || null,
            plain: plain || null,
            explain: explain || null,
            codes: codes ? codes.map(codeOf) : NONE,
            implies: implies || NONE,
            disjoint: disjoint || NONE,
            sources: places ? places.map((place) => sources[place] as string) : NONE,
            ...(more || {}),
        };
        return { misspellings: misspellings || NONE, term };
    });
}

function codeOf(packed: string): Code {
    const blank = packed.indexOf(' ');
    return { system: packed.slice(0, blank), code: packed.slice(blank + 1) };
}
