// Copies a part of the model with some of its nodes replaced; what holds nothing to be replaced stays the same object.
import type { TermSelection } from '@crit-lang/model/criteria/condition.js';

export type Node = Readonly<Record<string, unknown>>;

/** @param replace gets each node after the nodes in it; it gives the node itself back where nothing is to be replaced. */
export function rewritten<Part>(part: Part, replace: (node: Node) => Node): Part {
    return copy(part, replace) as Part;
}

function copy(part: unknown, replace: (node: Node) => Node): unknown {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) {
        const items = part.map((item) => copy(item, replace));
        return items.every((item, index) => item === part[index]) ? part : items;
    }
    const entries = Object.entries(part).map(([name, value]): [string, unknown] => [name, name === 'range' ? value : copy(value, replace)]);
    const isSame = entries.every(([name, value]) => value === (part as Node)[name]);
    return replace(isSame ? (part as Node) : Object.fromEntries(entries));
}

export function isSelection(node: Node): node is Node & TermSelection {
    return Array.isArray(node['except']) && typeof node['index'] === 'boolean' && typeof node['any'] === 'boolean';
}
