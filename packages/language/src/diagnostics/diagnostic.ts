// What a check reports: a name from the catalogue, a message for a protocol writer, a place, and fixes.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { DiagnosticName } from './catalogue.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Replaces the text of a range; an empty range inserts. */
export interface TextEdit {
    range: SourceRange;
    newText: string;
}

export interface Fix {
    title: string;
    edits: TextEdit[];
}

export interface RelatedPlace {
    range: SourceRange;
    message: string;
    /** The text there is without effect too: editors fade it. */
    unnecessary?: boolean;
}

export interface Diagnostic {
    name: DiagnosticName;
    severity: Severity;
    message: string;
    range: SourceRange;
    /** Ids of the criteria it speaks of. */
    criteria: string[];
    /** The cohort it is about, where it is about one. */
    cohort?: string;
    /** Ids of all cohorts it is about. */
    cohorts?: string[];
    related: RelatedPlace[];
    fixes: Fix[];
    /** The text is without effect: editors fade it. */
    unnecessary?: boolean;
    /** What a solver says of the message's own claim. */
    verdict?: Verdict;
    /** A patient who shows it, as a block of the language. */
    witness?: { text: string };
}

export type Verdict = 'proven' | 'refuted' | 'undecided';

/** What a check hands in. */
export interface Report {
    message: string;
    range: SourceRange;
    /** The catalogue's, where the finding itself is not graver or lighter. */
    severity?: Severity;
    criteria?: string[];
    cohort?: string;
    cohorts?: string[];
    related?: RelatedPlace[];
    fixes?: Fix[];
    unnecessary?: boolean;
    verdict?: Verdict;
    witness?: { text: string };
}
