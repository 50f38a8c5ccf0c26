// wrong-arguments: a definition gets as many values as it has parameters.
import type { Selection } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import type { DeclaredDefinition } from '../resolve/name-scope.js';
import { partOf } from '../syntax/parts.js';

export function reportWrongArguments(lowering: Lowering, node: Selection, definition: DeclaredDefinition, given: number): void {
    const { name, parameters } = definition;
    const takes = parameters.length === 0 ? 'no values' : `${parameters.length} (${parameters.join(', ')})`;
    const written = partOf(node, 'name');
    const end = node.$cstNode?.end ?? 0;
    const fixes =
        parameters.length === 0 && written !== undefined && node.exceptions.length === 0
            ? [{ title: `Write '${name}' without values`, edits: [{ range: lowering.source.range(written.end, end), newText: '' }] }]
            : [];
    lowering.report(
        'wrong-arguments',
        node,
        `'${name}' takes ${takes}, and ${given === 0 ? 'none' : given} ${given === 1 ? 'is' : 'are'} given, so it is not clear what it says here. ${parameters.length === 0 ? 'Remove the values.' : `Write ${name}(${parameters.join(', ')}) with a value for each.`}`,
        { fixes },
    );
}
