// Makes nodes of the syntax tree and puts them into each other.
import type { AstNode } from 'langium';
import { PARSE_PROGRAM } from '../../generated/parse-program.js';

/** A node while it is being filled. */
export type Node = AstNode & Record<string, unknown> & { $container?: AstNode; $containerProperty?: string; $containerIndex?: number };

const NO_NAMES: readonly string[] = [];

/** A node with all lists and flags of its type, empty and false. */
export function createNode(type: string): Node {
    const node: Node = { $type: type };
    const defaults = PARSE_PROGRAM.defaults[type];
    for (const list of defaults?.lists ?? NO_NAMES) node[list] = [];
    for (const flag of defaults?.flags ?? NO_NAMES) node[flag] = false;
    return node;
}

/** Sets a property of a node as an assignment of the grammar says; nodes learn in which node they are. */
export function setProperty(node: Node, property: string, operator: '=' | '+=' | '?=', value: Node | string): void {
    if (operator === '?=') {
        node[property] = true;
    } else if (operator === '=') {
        if (typeof value === 'object') contain(value, node, property);
        node[property] = value;
    } else {
        const list = node[property] as unknown[];
        if (typeof value === 'object') contain(value, node, property).$containerIndex = list.length;
        list.push(value);
    }
}

function contain(node: Node, container: Node, property: string): Node {
    node.$container = container;
    node.$containerProperty = property;
    return node;
}
