// What stands at a place in a file: the word or name, the syntax node it belongs to, and the property of the node that it fills.
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { partOf } from '@crit-lang/language/syntax/parts.js';
import type { AstNode } from 'langium';
import { childrenOf } from './syntax-tree.js';

export interface Place {
    /** The innermost node around the place. */
    node: AstNode;
    /** Null for words of the language that fill no property. */
    property: string | null;
    /** As written; several words where the name has several. For words of the language: the one word. */
    text: string;
    start: number;
    end: number;
}

/** The place at an offset, or at the end of the word before it; undefined in blanks and comments. */
export function placeAt(file: ParsedFile, offset: number): Place | undefined {
    const text = file.source.text;
    const at = isInWord(text, offset) ? offset : offset - 1;
    if (!isInWord(text, at)) return undefined;
    const node = innermost(file.root, at);
    return filledProperty(node, text, at) ?? wordOf(node, text, at);
}

function isInWord(text: string, offset: number): boolean {
    return offset >= 0 && offset < text.length && !/[\s{},;]/.test(text.charAt(offset));
}

function innermost(root: AstNode, offset: number): AstNode {
    let node = root;
    for (;;) {
        const inner = childrenOf(node).find(({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= offset && offset < $cstNode.end);
        if (inner === undefined) return node;
        node = inner;
    }
}

function filledProperty(node: AstNode, text: string, offset: number): Place | undefined {
    for (const [property, value] of Object.entries(node)) {
        if (property.startsWith('$')) continue;
        const count = Array.isArray(value) ? value.length : 1;
        const isText = typeof (Array.isArray(value) ? value[0] : value) !== 'object';
        for (let index = 0; isText && index < count; index++) {
            const part = partOf(node, property, Array.isArray(value) ? index : undefined);
            if (part === undefined || offset < part.offset || part.end <= offset) continue;
            return { node, property, text: text.slice(part.offset, part.end), start: part.offset, end: part.end };
        }
    }
    return undefined;
}

const WORD = /[\p{L}\p{N}_]+(?:[-.'][\p{L}\p{N}_]+)*|[^\s\p{L}\p{N}_]+/gu;

function wordOf(node: AstNode, text: string, offset: number): Place | undefined {
    const lineStart = text.lastIndexOf('\n', offset) + 1;
    const lineEnd = text.indexOf('\n', offset);
    const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
    if (isComment(text, line, offset - lineStart, offset)) return undefined;
    for (const { 0: word, index } of line.matchAll(WORD)) {
        const start = lineStart + index;
        if (start <= offset && offset < start + word.length) return { node, property: null, text: word, start, end: start + word.length };
    }
    return undefined;
}

function isComment(text: string, line: string, column: number, offset: number): boolean {
    const slashes = line.indexOf('//');
    if (slashes >= 0 && slashes <= column) return true;
    return text.lastIndexOf('/*', offset) > text.lastIndexOf('*/', offset - 2);
}
