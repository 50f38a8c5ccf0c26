// The blocks of a file as the formatter sees them: braces with the items between them, found from the syntax tree.
import type { AstNode } from 'langium';
import type { CritFile } from '../generated/ast.js';
import type { Token } from '../syntax/parser/token.js';
import { placeOf } from '../syntax/parser/syntax-place.js';

export interface Item {
    /** Numbers of its first token and of the token behind its last. */
    first: number;
    end: number;
    /** How many tokens at its start name a property (age, also …); 0 where values are not aligned. */
    keyTokens: number;
}

export interface Block {
    /** Numbers of the braces; -1 and the end of the text for the file. */
    open: number;
    close: number;
    items: Item[];
    /** Items are separated by commas on one line, otherwise by semicolons. */
    list: boolean;
    /** Each item is a statement on lines of its own: the file, a section. */
    statements: boolean;
}

const LISTS = new Set(['Group', 'Exception', 'GradeTest', 'Window']);
const ALIGNED = new Set(['Protocol', 'Term']);

/** All blocks, by the number of the opening brace; -1 stands for the file. */
export function blocksOf(root: CritFile, tokens: readonly Token[]): Map<number, Block> {
    const around = bracesAround(tokens);
    const blocks = new Map<number, Block>([[-1, { open: -1, close: tokens.length - 1, items: [], list: false, statements: true }]]);
    for (const [index, token] of tokens.entries()) {
        if (token.tokenType.name === '{') blocks.set(index, { open: index, close: token.partner, items: [], list: false, statements: false });
    }
    const waiting: AstNode[] = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        const place = placeOf(node);
        waiting.push(...childrenOf(node));
        if (place === undefined) continue;
        for (let i = 0; i < place.parts.length; i += 3) {
            const first = place.parts[i + 1] as number;
            const end = place.parts[i + 2] as number;
            const open = around[first] as number;
            // Parts before the node's own block belong to the line that opens it.
            if (open < place.firstToken && node !== root) continue;
            const block = blocks.get(open);
            if (block === undefined || end <= first) continue;
            block.list = LISTS.has(node.$type);
            block.statements = node.$type === 'CritFile' || node.$type === 'Section';
            block.items.push({ first, end, keyTokens: ALIGNED.has(node.$type) ? keyTokens(node, place.parts[i] as string, first) : 0 });
        }
    }
    for (const block of blocks.values()) block.items.sort((a, b) => a.first - b.first);
    return blocks;
}

/** For each token, the number of the innermost brace it stands in; -1 outside of all. The braces themselves stand outside. */
function bracesAround(tokens: readonly Token[]): number[] {
    const open: number[] = [];
    return tokens.map(({ tokenType }, index) => {
        if (tokenType.name === '}') open.pop();
        const around = open[open.length - 1] ?? -1;
        if (tokenType.name === '{') open.push(index);
        return around;
    });
}

/** Properties of a protocol and of a term all start with a key. */
function keyTokens(owner: AstNode, property: string, first: number): number {
    const items = (owner as unknown as Record<string, unknown>)[property];
    const item = (Array.isArray(items) ? (items as AstNode[]) : []).find((each) => placeOf(each)?.firstToken === first);
    const place = item === undefined ? undefined : placeOf(item);
    if (place === undefined || place.parts[0] !== 'key') return 0;
    return (place.parts[2] as number) - (place.parts[1] as number);
}

function childrenOf(node: AstNode): AstNode[] {
    const children: AstNode[] = [];
    for (const [key, value] of Object.entries(node)) {
        if (key.startsWith('$')) continue;
        for (const each of Array.isArray(value) ? (value as unknown[]) : [value])
            if (typeof each === 'object' && each !== null && '$type' in each) children.push(each as AstNode);
    }
    return children;
}
