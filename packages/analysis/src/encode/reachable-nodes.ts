// The part of the formula graph that some formulas are made of.
import type { Formula, Formulas } from './formulas.js';

/**
 * The nodes that `roots` are made of, themselves included, items before what is made of them.
 * @param enter whether to look into a node and give it back; every node when left out.
 */
export function reachableNodes(formulas: Formulas, roots: readonly Formula[], enter: (node: number) => boolean = () => true): number[] {
    const found = new Set<number>();
    const pending = roots.map((formula) => formula >> 1);
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        if (found.has(node) || !enter(node)) continue;
        found.add(node);
        const content = formulas.node(node);
        if ('items' in content) for (const item of content.items) pending.push(item >> 1);
    }
    return [...found].sort((a, b) => a - b);
}

/** The free variables that `roots` speak of, as positive formulas. */
export function variablesIn(formulas: Formulas, roots: readonly Formula[]): Formula[] {
    return reachableNodes(formulas, roots)
        .filter((node) => formulas.node(node).kind === 'variable')
        .map((node) => 2 * node);
}
