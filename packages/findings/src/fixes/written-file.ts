// A source text with its positions, and the same text with comments and quoted texts blotted out, so that what is found in it is the language's own.
import type { Position, SourceRange } from '@crit-lang/model/criteria/source.js';
import type { TextEdit } from '../report.js';

/** Part of a text, as offsets. */
export interface Stretch {
    readonly start: number;
    readonly end: number;
}

/** Stands for each character of a text or name in quotes. */
const QUOTED = '\u0001';
// prettier-ignore
const HIDDEN = /\/\*[\s\S]*?\*\/|\/\/[^\r\n]*|"(?:\\.|[^"\\\r\n])*"|“[^”\r\n]*”|(?<![\p{L}\p{N}_])'(?:[^'\r\n]|'(?=[A-Za-z]))+'(?![A-Za-z])|‘(?:[^’\r\n]|’(?=[A-Za-z]))+’(?![A-Za-z])/gu;

export class WrittenFile {
    /** As long as the text: comments are blanks, quoted texts and names are of one letter that nothing else has. */
    readonly code: string;
    private readonly lineStarts: readonly number[];

    constructor(
        readonly text: string,
        readonly file: number,
    ) {
        this.code = text.replace(HIDDEN, (found) => found.replace(/[^\r\n]/gu, (character) => (found.startsWith('/') ? ' ' : QUOTED).repeat(character.length)));
        this.lineStarts = [0, ...[...text.matchAll(/\r\n|\r|\n/gu)].map((found) => found.index + found[0].length)];
    }

    stretchOf({ start, end }: SourceRange): Stretch {
        return { start: this.offsetAt(start), end: this.offsetAt(end) };
    }

    lengthOf(range: SourceRange): number {
        const { start, end } = this.stretchOf(range);
        return end - start;
    }

    codeOf({ start, end }: Stretch): string {
        return this.code.slice(start, end);
    }

    textOf({ start, end }: Stretch): string {
        return this.text.slice(start, end);
    }

    edit({ start, end }: Stretch, newText: string): TextEdit {
        return { range: { file: this.file, start: this.positionAt(start), end: this.positionAt(end) }, newText };
    }

    lineStart(offset: number): number {
        return this.lineStarts[this.positionAt(offset).line] ?? 0;
    }

    /** The blanks that the line of an offset begins with. */
    indentAt(offset: number): string {
        return /^[ \t]*/u.exec(this.text.slice(this.lineStart(offset)))?.[0] ?? '';
    }

    /** The brace that closes the one at an offset; the end of the text where none does. */
    closing(open: number): number {
        let depth = 0;
        for (let at = open; at < this.code.length; at++) {
            if (this.code[at] === '{') depth++;
            else if (this.code[at] === '}' && --depth === 0) return at;
        }
        return this.code.length;
    }

    private offsetAt({ line, character }: Position): number {
        return Math.min((this.lineStarts[line] ?? this.text.length) + character, this.text.length);
    }

    private positionAt(offset: number): Position {
        let [low, high] = [0, this.lineStarts.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
            else high = middle - 1;
        }
        return { line: low, character: offset - (this.lineStarts[low] ?? 0) };
    }
}

/** The files of a document as they are written; undefined where the text of one is not at hand. */
export class WrittenFiles {
    private readonly known = new Map<number, WrittenFile>();

    constructor(private readonly sources: readonly string[]) {}

    of(range: Pick<SourceRange, 'file'> | undefined): WrittenFile | undefined {
        const text = range === undefined ? undefined : this.sources[range.file];
        if (range === undefined || text === undefined) return undefined;
        const file = this.known.get(range.file) ?? new WrittenFile(text, range.file);
        this.known.set(range.file, file);
        return file;
    }
}
