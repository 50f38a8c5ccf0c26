// The checks that need a generated text, in one list: the command line and the server run them after those of the language.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { registryLimit } from './registry/registry-limit.js';

export interface DocumentFinding {
    message: string;
    /** Id of the criterion spoken of; null when it is the whole document. */
    criterion: string | null;
    /** Where to show it; null when it has no place in the text. */
    range: SourceRange | null;
}

export interface DocumentCheck {
    /** A name of the catalogue of diagnostics, in packages/language/src/diagnostics/catalogue.ts, which says the severity too. */
    name: string;
    /** Pure, and total on every document that fits the schema of the model. */
    run(document: CriteriaDocument): DocumentFinding[];
}

/** To be asked of documents without errors only: a text of a document that was not understood says nothing. */
export const DOCUMENT_CHECKS: readonly DocumentCheck[] = [registryLimit];
