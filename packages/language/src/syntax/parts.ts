// Finds where one part of a syntax node stands, and gives a node's text back for messages and for fixes.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { AstNode } from 'langium';
import { propertyPlace } from './parser/syntax-place.js';
import type { SourceText } from './source-text.js';

/** A stretch of the text, as offsets. */
export interface Part {
    offset: number;
    end: number;
}

/** Where a property of a node that holds a word or name stands (the n-th of a list of them); undefined for texts in double quotes, and when it was not written. */
export function partOf(node: AstNode, property: string, index = 0): Part | undefined {
    const held = (node as unknown as Record<string, unknown>)[property];
    const values = (Array.isArray(held) ? held : [held]) as unknown[];
    if (typeof values[index] !== 'string' || values[index] === '') return undefined;
    const part = propertyPlace(node, property, index);
    return part?.text === true ? undefined : part;
}

/** Where a name stands in the words of a node itself, or else anywhere in it; quoted or not. */
export function namePart(node: AstNode, name: string): Part | undefined {
    // One name of a node can be the beginning of another: 'declare lupus nephritis is a lupus'.
    for (const [property, held] of Object.entries(node)) {
        const index = property.startsWith('$') ? -1 : (Array.isArray(held) ? (held as unknown[]) : [held as unknown]).indexOf(name);
        const part = index < 0 ? undefined : partOf(node, property, index);
        if (part !== undefined) return part;
    }
    const own = ownText(node);
    const found = own === undefined || name === '' ? undefined : (find(own.text, name, 0) ?? find(writtenText(node), name, 0));
    return own === undefined || found === undefined ? undefined : { offset: own.offset + found.offset, end: own.offset + found.end };
}

/** Where the first of these keywords that the node itself has stands. */
export function keywordOf(node: AstNode, ...keywords: string[]): Part | undefined {
    const own = ownText(node);
    if (own === undefined) return undefined;
    for (const keyword of keywords) {
        const found = find(own.text, keyword, 0);
        if (found !== undefined) return { offset: own.offset + found.offset, end: own.offset + found.end };
    }
    return undefined;
}

/** The range of a part, or of the whole node when the part is not known. */
export function rangeOfPart(source: SourceText, node: AstNode, part: Part | undefined): SourceRange {
    return part === undefined ? source.rangeOf(node) : source.range(part.offset, part.end);
}

/** The text as it stands, line ends and comments included: what a fix writes again means the same. */
export function writtenText(node: { $cstNode?: { text: string } | undefined } | undefined): string {
    return node?.$cstNode?.text ?? '';
}

/** The text on one line, without comments, cut when it is long: for messages. */
export function shownText(node: { $cstNode?: { text: string } | undefined } | undefined, longest = 60): string {
    return shortened(withoutComments(writtenText(node)).replace(/\s+/g, ' ').trim(), longest);
}

/** A text cut to so many characters, with an ellipsis. */
export function shortened(text: string, longest = 60): string {
    return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}

// The node's text with the nodes inside it, its texts in double quotes and its comments blanked out.
function ownText(node: AstNode): { text: string; offset: number } | undefined {
    const cst = node.$cstNode;
    if (cst === undefined) return undefined;
    let text = withoutComments(cst.text.replace(/"(?:\\.|[^"\\\r\n])*"|“[^”\r\n]*”/g, blank));
    for (const child of childrenOf(node)) {
        const inner = child.$cstNode;
        if (inner === undefined) continue;
        const [start, end] = [inner.offset - cst.offset, inner.end - cst.offset];
        text = text.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + text.slice(end);
    }
    return { text, offset: cst.offset };
}

function* childrenOf(node: AstNode): Generator<AstNode> {
    for (const [key, value] of Object.entries(node)) {
        if (key.startsWith('$')) continue;
        for (const item of Array.isArray(value) ? (value as unknown[]) : [value as unknown])
            if (typeof item === 'object' && item !== null && '$type' in item) yield item as AstNode;
    }
}

// A pattern of this many characters is refused by some engines, and no name is as long.
const LONGEST_PATTERN = 2000;

function find(text: string, value: string, from: number): Part | undefined {
    if (value.length > LONGEST_PATTERN) return undefined;
    const words = value.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(
        `(?<![\\p{L}\\p{Nd}_.-])(?:'${words.join('[\\s\\u200b]+')}'|${words.join('[\\s\\u200b]+')})(?![\\p{L}\\p{Nd}_]|[.-][\\p{L}\\p{Nd}])`,
        'gu',
    );
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    return match === null ? undefined : { offset: match.index, end: match.index + match[0].length };
}

function withoutComments(text: string): string {
    return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n\r]*/g, blank);
}

function blank(text: string): string {
    return ' '.repeat(text.length);
}
