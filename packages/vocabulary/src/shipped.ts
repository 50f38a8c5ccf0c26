// The shipped vocabulary, precompiled: loaded once, when first asked for.
import type { Relation } from '@crit-lang/model/criteria/term.js';
import shippedVocabulary from './generated/shipped-vocabulary.json' with { type: 'json' };
import { unpackEntries } from './packed-entries.js';
import { TermIndex } from './term-index.js';

let index: TermIndex | undefined;

/** The index over the shipped terms. */
export function shippedTerms(): TermIndex {
    index ??= new TermIndex(unpackEntries(shippedVocabulary));
    return index;
}

/** Relations between shipped terms beside is-a: orders of measures, implications, disjointness. */
export function shippedRelations(): readonly Relation[] {
    return shippedVocabulary.relations as unknown as Relation[];
}
