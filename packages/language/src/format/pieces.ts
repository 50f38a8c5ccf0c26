// The words and comments of a text in their order, each with what layout must know of it.
import type { Token } from '../syntax/parser/token.js';
import { endOf } from '../syntax/parser/token.js';

export type PieceKind = 'word' | 'open' | 'close' | 'separator' | 'colon' | 'comment';

export interface Piece {
    kind: PieceKind;
    /** What is written; a phrase with single blanks. */
    text: string;
    /** Line ends between the piece before and this one. */
    lineEnds: number;
    /** Whether anything stands between the piece before and this one. */
    apart: boolean;
    /** It starts a line that goes on with the line above. */
    continues: boolean;
}

const KINDS: Readonly<Record<string, PieceKind>> = { '{': 'open', '(': 'open', '}': 'close', ')': 'close', ',': 'separator', ';': 'separator', ':': 'colon' };
const LINE_END = /\r\n|\r|\n/g;

/** @param tokens as a parsed file has them, newlines among them. */
export function piecesOf(text: string, tokens: readonly Token[], comments: readonly Token[]): Piece[] {
    const continuing = tokensThatContinue(tokens);
    const written = [...tokens.filter((token) => token.image !== '' && token.tokenType.name !== 'NL' && !token.inserted), ...comments];
    written.sort((a, b) => a.startOffset - b.startOffset);
    let end = 0;
    return written.map((token) => {
        const gap = text.slice(end, token.startOffset);
        end = endOf(token);
        return {
            kind: kindOf(token),
            text: textOf(token),
            lineEnds: gap.match(LINE_END)?.length ?? 0,
            apart: gap !== '',
            continues: continuing.has(token),
        };
    });
}

// A line goes on where the newline before it was dropped, other than for a brace or between the items of a list.
function tokensThatContinue(tokens: readonly Token[]): ReadonlySet<Token> {
    const found = new Set<Token>();
    tokens.forEach((token, index) => {
        const before = tokens[index - 1];
        if (before === undefined || before.tokenType.name === 'NL') return;
        const kind = kindOf(before);
        if (kind !== 'open' && kind !== 'separator' && kindOf(token) !== 'close') found.add(token);
    });
    return found;
}

function kindOf({ tokenType }: Token): PieceKind {
    if (tokenType.name === 'LINE_COMMENT' || tokenType.name === 'BLOCK_COMMENT') return 'comment';
    return KINDS[tokenType.name] ?? 'word';
}

function textOf({ tokenType, image }: Token): string {
    if (tokenType.name === 'LINE_COMMENT') return image.trimEnd();
    return tokenType.keyword ? tokenType.name : image;
}
