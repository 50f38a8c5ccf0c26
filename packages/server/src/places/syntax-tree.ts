// Walks a syntax tree from nodes to the nodes in them.
import type { Clinical, Definition, Term } from '@crit-lang/language/generated/ast.js';
import type { AstNode } from 'langium';

/** The nodes directly in a node. */
export function childrenOf(node: AstNode): AstNode[] {
    const children: AstNode[] = [];
    for (const [property, value] of Object.entries(node)) {
        if (property.startsWith('$')) continue;
        for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(each)) children.push(each);
    }
    return children;
}

/** The innermost node around this one, itself included, that the predicate accepts. */
export function enclosing<T extends AstNode>(node: AstNode | undefined, accepts: (node: AstNode) => node is T): T | undefined {
    for (let at = node; at !== undefined; at = at.$container) if (accepts(at)) return at;
    return undefined;
}

function isNode(value: unknown): value is AstNode {
    return typeof value === 'object' && value !== null && '$type' in value;
}

// Langium's own tests of a node's type would bring all of Langium into the server.
export const isClinical = (node: AstNode): node is Clinical => node.$type === 'Clinical';
export const isDefinition = (node: AstNode): node is Definition => node.$type === 'Definition';
export const isTerm = (node: AstNode): node is Term => node.$type === 'Term';
