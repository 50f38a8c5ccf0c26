// unknown-criterion: 'instead of', 'accept … on' and 'because' name a criterion of the file.
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import { partOf } from '../syntax/parts.js';
import { didYouMean, nearNames } from './near-names.js';

interface Naming {
    node: AstNode;
    property: string;
    /** Which of several names, where the property is a list. */
    index?: number;
    /** The words before the name: 'instead of', 'on', 'because'. */
    after: string;
    /** What follows from the name being unknown. */
    so: string;
}

/** Reports a name that no criterion has; header and index criteria (protocol.age, SLE.index) count as criteria. */
export function reportUnknownCriterion(lowering: Lowering, id: string, { node, property, index, after, so }: Naming): void {
    if (lowering.scope.criteria.has(id) || isFixedId(lowering, id)) return;
    const range = lowering.part(node, partOf(node, property, index));
    const near = nearNames(id, lowering.scope.criteria);
    lowering.report(
        'unknown-criterion',
        range,
        `'${after} ${id}' names a criterion that this file does not have, so ${so}.${didYouMean(near)} Correct the identifier, or remove '${after} ${id}'.`,
        {
            fixes: near.map((name) => ({ title: `Write '${name}'`, edits: [{ range, newText: name }] })),
        },
    );
}

function isFixedId(lowering: Lowering, id: string): boolean {
    if (id === 'protocol.age' || id === 'protocol.sex' || id === 'protocol.healthy-volunteers') return true;
    return id.endsWith('.index') && lowering.scope.cohorts.has(id.slice(0, -'.index'.length));
}
