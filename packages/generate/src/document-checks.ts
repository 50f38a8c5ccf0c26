// The checks that need a generated text, in one list: the command line and the server run them after those of the language.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { registryLimit } from './registry/registry-limit.js';

/** A finding as the catalogue of diagnostics names it. */
export interface DocumentFinding {
    /** A name of the catalogue, in packages/language/src/diagnostics/catalogue.ts. */
    name: string;
    severity: 'error' | 'warning' | 'information' | 'hint';
    message: string;
    /** Id of the criterion spoken of; null when it is the whole document. */
    criterion: string | null;
    /** Where to show it; null when nothing of the document has a place. */
    range: SourceRange | null;
}

export interface DocumentCheck {
    name: string;
    /** Pure, and total on every document that fits the schema of the model. */
    run(document: CriteriaDocument): DocumentFinding[];
}

export const DOCUMENT_CHECKS: readonly DocumentCheck[] = [registryLimit];

/** What all of them find. Ask only for documents without errors: a text of a document that was not understood says nothing. */
export function documentFindings(document: CriteriaDocument): DocumentFinding[] {
    return DOCUMENT_CHECKS.flatMap((check) => check.run(document));
}
