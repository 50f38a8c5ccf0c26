// The value of formulas for given values of their variables, straight from the graph and not from clauses.
import type { Formula, Formulas } from './formulas.js';
import { reachableNodes } from './reachable-nodes.js';

/** A truth value, or undefined where it depends on variables without one. */
export type PartialTruth = boolean | undefined;

/**
 * The values of `roots`, in their order. A value is undefined only when the values of the items leave it open one by one
 * (`x or not x` was folded to true when it was built; longer tautologies are not seen through).
 * @param valueOf gives the value of a variable, asked once for each as a positive formula.
 */
export function evaluateFormulas(formulas: Formulas, roots: readonly Formula[], valueOf: (variable: Formula) => PartialTruth): PartialTruth[] {
    const values = new Map<number, PartialTruth>();
    const valueAt = (formula: Formula): PartialTruth => {
        const value = values.get(formula >> 1);
        return value === undefined ? undefined : value !== ((formula & 1) === 1);
    };
    for (const node of reachableNodes(formulas, roots)) {
        const content = formulas.node(node);
        switch (content.kind) {
            case 'true':
                values.set(node, true);
                break;
            case 'variable':
                values.set(node, valueOf(2 * node));
                break;
            case 'and':
                values.set(node, countTruth(content.items.map(valueAt), content.items.length));
                break;
            case 'at-least':
                values.set(node, countTruth(content.items.map(valueAt), content.count));
                break;
        }
    }
    return roots.map(valueAt);
}

/** Whether at least `count` of the values are true. */
function countTruth(values: readonly PartialTruth[], count: number): PartialTruth {
    let holding = 0;
    let open = 0;
    for (const value of values) {
        if (value === undefined) open++;
        else if (value) holding++;
    }
    if (holding >= count) return true;
    return holding + open < count ? false : undefined;
}
