// A file's text with its line starts: turns offsets and syntax nodes into ranges.
import type { Position, SourceRange } from '@crit-lang/model/criteria/source.js';
import type { AstNode, CstNode } from 'langium';

export class SourceText {
    private readonly lineStarts: readonly number[];

    constructor(
        readonly path: string,
        readonly text: string,
        /** Index of the file in the criteria document. */
        readonly file: number,
        lineStarts?: readonly number[],
    ) {
        this.lineStarts = lineStarts ?? lineStartsOf(text);
    }

    /** The same text as another file of a document. */
    asFile(file: number): SourceText {
        return file === this.file ? this : new SourceText(this.path, this.text, file, this.lineStarts);
    }

    positionAt(offset: number): Position {
        let low = 0;
        let high = this.lineStarts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
            else high = middle - 1;
        }
        return { line: low, character: offset - (this.lineStarts[low] ?? 0) };
    }

    offsetAt(position: Position): number {
        const start = this.lineStarts[position.line];
        if (start === undefined) return this.text.length;
        return Math.min(start + position.character, this.lineStarts[position.line + 1] ?? this.text.length);
    }

    range(start: number, end: number): SourceRange {
        return { file: this.file, start: this.positionAt(start), end: this.positionAt(end) };
    }

    /** The range of a syntax node; the start of the file when recovery left it without a place. */
    rangeOf(node: AstNode | CstNode | undefined): SourceRange {
        const cst = node === undefined ? undefined : '$type' in node ? node.$cstNode : node;
        if (cst === undefined) return this.range(0, 0);
        return this.range(cst.offset, cst.end);
    }

    textOf(range: SourceRange): string {
        return this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
    }
}

function lineStartsOf(text: string): number[] {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
        const c = text.charCodeAt(i);
        if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    return starts;
}
