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
}

export interface Diagnostic {
    name: DiagnosticName;
    severity: Severity;
    message: string;
    range: SourceRange;
    /** Ids of the criteria it speaks of. */
    criteria: string[];
    cohort?: string;
    related: RelatedPlace[];
    fixes: Fix[];
    /** The text is without effect: editors fade it. */
    unnecessary?: boolean;
}

/** What a check hands in; severity comes from the catalogue. */
export interface Report {
    message: string;
    range: SourceRange;
    criteria?: string[];
    cohort?: string;
    related?: RelatedPlace[];
    fixes?: Fix[];
    unnecessary?: boolean;
}
