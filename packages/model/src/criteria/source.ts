// Where something in the criteria model was written.

/** A position in a text as editors count it: zero-based line, zero-based UTF-16 character. */
export interface Position {
    line: number;
    character: number;
}

/** From `start` up to, not including, `end`; `file` is an index into the document's `files`. */
export interface SourceRange {
    file: number;
    start: Position;
    end: Position;
}

/** A file that the document was made from. */
export interface SourceFile {
    /** Path or URI as given to the compiler, with forward slashes. */
    path: string;
    /** `sha256:` and 64 hexadecimal digits of the file's UTF-8 bytes. */
    hash: string;
}
