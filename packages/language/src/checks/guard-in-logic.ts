// guard-in-logic: 'if' and 'unless' say to whom a line of a criterion applies, so they cannot stand inside logic.
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Guard, Guarded, Line } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { keywordOf, writtenText } from '../syntax/parts.js';

/** A guard among the lines of a definition. */
export function reportGuardInDefinition(lowering: Lowering, node: Guard | Guarded): void {
    lowering.report(
        'guard-in-logic',
        lowering.part(node, keywordOf(node, 'if', 'unless')),
        `'${node.kind}' says to whom a line of a criterion applies and cannot stand in a definition, which holds or does not hold for everybody. Use case { condition: …; otherwise: … }.`,
        { fixes: asCase(lowering, node) },
    );
}

/** A guard among the lines after 'requiring', 'with' and the like. */
export function reportGuardInRefinement(lowering: Lowering, node: Guard | Guarded): void {
    lowering.report(
        'guard-in-logic',
        lowering.part(node, keywordOf(node, 'if', 'unless')),
        `'${node.kind}' cannot stand after a refinement: it says to whom a whole line applies. Put it at the start of the criterion's line, or use case { condition: …; otherwise: … } here.`,
        { fixes: asCase(lowering, node) },
    );
}

// Only 'if … { one line } otherwise { one line }' says the same as a table of cases.
function asCase(lowering: Lowering, node: Guard | Guarded): Fix[] {
    if (node.$type === 'Guarded') return [];
    const [then, more] = node.body?.lines ?? [];
    const [otherwise, others] = node.otherwise?.lines ?? [];
    if (
        node.kind !== 'if' ||
        then === undefined ||
        more !== undefined ||
        otherwise === undefined ||
        others !== undefined ||
        isGuard(then) ||
        isGuard(otherwise)
    )
        return [];
    const newText = `case { ${writtenText(node.condition)}: ${writtenText(then)}; otherwise: ${writtenText(otherwise)} }`;
    return [{ title: 'Write it as case { … }', edits: [{ range: lowering.rangeOf(node), newText }] }];
}

function isGuard(line: Line): line is Guard | Guarded {
    return line.$type === 'Guard' || line.$type === 'Guarded';
}
