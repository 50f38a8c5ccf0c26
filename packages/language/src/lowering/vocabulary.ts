// The shipped vocabulary that a compilation stands on.
import type { Relation } from '@crit-lang/model/criteria/term.js';
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';

export interface Vocabulary {
    terms: TermIndex;
    relations: readonly Relation[];
}
