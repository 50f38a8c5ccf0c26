// Puts pieces on lines: two blanks of indentation a block, single blanks between words, at most one blank line.
import type { Piece } from './pieces.js';

const INDENT = '  ';

/** The laid out text; it ends in a line end unless it is empty. Lines are neither joined nor split. */
export function layOut(pieces: readonly Piece[], lineEnd: string): string {
    let text = '';
    /** Indentation of the lines on which the blocks around were opened, the innermost last. */
    const blocks: number[] = [];
    let indent = 0;
    pieces.forEach((piece, index) => {
        const before = pieces[index - 1];
        if (before === undefined || piece.lineEnds > 0) {
            indent = indentOf(pieces, index, blocks);
            if (before !== undefined) text += lineEnd + (keepsBlankLine(before, piece) ? lineEnd : '');
            text += INDENT.repeat(indent);
        } else if (isBlankBetween(before, piece)) {
            text += ' ';
        }
        text += piece.text;
        if (piece.kind === 'open') blocks.push(indent);
        if (piece.kind === 'close') blocks.pop();
    });
    return text === '' ? '' : text + lineEnd;
}

/** A line that starts with closing braces stands as far in as the line that opened the outermost of them. */
function indentOf(pieces: readonly Piece[], index: number, blocks: readonly number[]): number {
    let closing = 0;
    while (pieces[index + closing]?.kind === 'close' && (closing === 0 || pieces[index + closing]?.lineEnds === 0)) closing++;
    if (closing > 0) return blocks[blocks.length - closing] ?? 0;
    const inner = blocks.length === 0 ? 0 : (blocks[blocks.length - 1] ?? 0) + 1;
    return inner + (pieces[index]?.continues === true ? 1 : 0);
}

function keepsBlankLine(before: Piece, piece: Piece): boolean {
    return piece.lineEnds > 1 && before.kind !== 'open' && piece.kind !== 'close';
}

function isBlankBetween(before: Piece, piece: Piece): boolean {
    if (piece.kind === 'comment' || before.kind === 'comment') return true;
    if (piece.kind === 'separator' || piece.kind === 'colon') return false;
    if (before.kind === 'separator' || before.kind === 'colon') return true;
    if (before.kind === 'open' && piece.kind === 'close') return false;
    if (before.text === '{' || piece.text === '}') return true;
    return piece.apart;
}
