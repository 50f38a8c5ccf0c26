// What stands at a place in a file: the word or name, the syntax node it belongs to, and the property of the node that it fills.
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { placeOf } from '@crit-lang/language/syntax/parser/syntax-place.js';
import type { Token } from '@crit-lang/language/syntax/parser/token.js';
import { endOf } from '@crit-lang/language/syntax/parser/token.js';
import type { AstNode } from 'langium';
import { childrenOf } from './syntax-tree.js';

export interface Place {
    /** The innermost node around the place. */
    node: AstNode;
    /** Null for words of the language that fill no property. */
    property: string | null;
    /** As written; several words where the name has several. For words of the language: the phrase with single blanks. */
    text: string;
    start: number;
    end: number;
}

/** The place at an offset, or at the end of the word before it; undefined in blanks, comments and at signs that only separate. */
export function placeAt(file: ParsedFile, offset: number): Place | undefined {
    const number = wordAt(file.tokens, offset) ?? wordAt(file.tokens, offset - 1);
    const token = number === undefined ? undefined : file.tokens[number];
    if (number === undefined || token === undefined) return undefined;
    const node = innermost(file.root, token.startOffset);
    const phrase = { node, property: null, text: token.tokenType.keyword ? token.tokenType.name : token.image, start: token.startOffset, end: endOf(token) };
    return filledProperty(node, number, file) ?? phrase;
}

const SEPARATORS: ReadonlySet<string> = new Set(['NL', 'END', ',', ';', '{', '}', '(', ')']);

/** Number of the token around an offset. */
function wordAt(tokens: readonly Token[], offset: number): number | undefined {
    let low = 0;
    let high = tokens.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((tokens[middle]?.startOffset ?? 0) <= offset) low = middle;
        else high = middle - 1;
    }
    const token = tokens[low];
    if (token === undefined || token.inserted || token.startOffset > offset || endOf(token) <= offset) return undefined;
    return SEPARATORS.has(token.tokenType.name) ? undefined : low;
}

function innermost(root: AstNode, offset: number): AstNode {
    let node = root;
    for (;;) {
        const inner = childrenOf(node).find(({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= offset && offset < $cstNode.end);
        if (inner === undefined) return node;
        node = inner;
    }
}

function filledProperty(node: AstNode, number: number, file: ParsedFile): Place | undefined {
    const { parts, tokens } = placeOf(node) ?? { parts: [], tokens: [] };
    for (let i = 0; i < parts.length; i += 3) {
        const [property, from, to] = parts.slice(i, i + 3) as [string, number, number];
        const [first, last] = [tokens[from], tokens[to - 1]];
        if (number < from || number >= to || first === undefined || last === undefined) continue;
        const [start, end] = [first.startOffset, endOf(last)];
        return { node, property, text: file.source.text.slice(start, end), start, end };
    }
    return undefined;
}
