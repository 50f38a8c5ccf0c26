// Finds the terms that go by a name, and where there is none those that are near.
import type { TermKind } from '@crit-lang/model/criteria/term.js';
import { compareText, nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { NameHit, TermIndex } from '@crit-lang/vocabulary/term-index.js';

const MOST_NEAR = 12;

export interface FoundTerms {
    hits: NameHit[];
    /** Without a hit: first what is spelt nearly so, then what has the words in one of its names. */
    nearest: NameHit[];
}

/** @param kind only terms of this kind; null for all. */
export function findTerms(index: TermIndex, query: string, kind: TermKind | null): FoundTerms {
    const ofKind = ({ term }: NameHit): boolean => kind === null || term.kind === kind;
    const hits = index.find(query).filter(ofKind);
    if (hits.length > 0) return { hits, nearest: [] };
    const near = [...index.nearest(query, MOST_NEAR), ...withWords(index, query)].filter(ofKind);
    const first = near.filter((hit, place) => near.findIndex(({ term }) => term === hit.term) === place);
    return { hits, nearest: first.slice(0, MOST_NEAR) };
}

function withWords(index: TermIndex, query: string): NameHit[] {
    const key = nameKey(query);
    if (key.length < 3) return [];
    const found = index.all().flatMap((term): NameHit[] => {
        const names = [term.id, ...(term.title === null ? [] : [term.title]), ...term.synonyms];
        const name = names.find((each) => nameKey(each).includes(key));
        return name === undefined ? [] : [{ term, role: name === term.id ? 'canonical' : 'synonym', name }];
    });
    return found.sort((a, b) => a.name.length - b.name.length || compareText(a.name, b.name));
}
