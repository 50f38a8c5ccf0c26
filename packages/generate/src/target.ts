// What a generator is: a named pure function from a criteria document to files and notes.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

/** Choices of one run; a target ignores what does not concern it. */
export interface GenerateOptions {
    /** Generate for this cohort only. An id that the document does not declare gives the note `unknown-cohort`, and the text for all. */
    cohort?: string;
    /** Patient text as an HTML page instead of Markdown. */
    html?: boolean;
}

/** A generated file; `path` is a plain file name without folders, safe on every platform. */
export interface GeneratedFile {
    path: string;
    text: string;
}

/** Something the reader of the output must know and cannot see in it: a limit exceeded, a hole, a value left out. */
export interface GeneratorNote {
    /** Stable kebab-case name, such as `registry-text-too-long`. */
    name: string;
    severity: 'warning' | 'information';
    /** Id of the criterion spoken of; null when the note is about the whole document. */
    criterion: string | null;
    message: string;
}

export interface Generated {
    files: GeneratedFile[];
    notes: GeneratorNote[];
}

/** A generator as it is registered in `targets.ts`. */
export interface Target {
    /** The name after `--to`. */
    id: string;
    /** One line for help texts and menus. */
    description: string;
    /** With its dot, `.txt`. */
    fileExtension: string;
    mediaType: string;
    /**
     * Pure: the same document and options give the same bytes, on every machine; nothing is read or written.
     * Never throws on a document that fits the JSON Schema of the criteria model, hostile names included.
     */
    generate(document: CriteriaDocument, options: GenerateOptions): Generated;
}
