// equivalent-missing: the dose of a class of drugs needs the drug in whose equivalents it is counted.
import type { AstNode } from 'langium';
import type { Selection } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { writeName } from '../syntax/write-name.js';

export function reportEquivalentMissing(lowering: Lowering, node: Selection, term: string | null): void {
    if (term === null || lowering.scope.terms.childrenOf(term).length === 0) return;
    const members = lowering.scope.terms.descendantsOf(term);
    const counted = members.map((id) => lowering.scope.term(id)?.equivalent?.to).find((to) => to !== undefined);
    const clause = counted === undefined ? '' : `of ${writeName(counted)} or equivalent`;
    const predicate = predicateAfter(node);
    const at = predicate?.$cstNode?.end;
    lowering.report(
        'equivalent-missing',
        node,
        `'${term}' is a class of drugs, and 10 mg of one is not 10 mg of another, so the limit differs from drug to drug. Say in whose equivalents the dose is counted${clause === '' ? '' : `: add '${clause}' after the dose`}.`,
        {
            fixes:
                clause === '' || at === undefined
                    ? []
                    : [{ title: `Add '${clause}'`, edits: [{ range: lowering.source.range(at, at), newText: ` ${clause}` }] }],
        },
    );
}

function predicateAfter(node: Selection): AstNode | undefined {
    const container = node.$container;
    return container.$type === 'Clinical' ? container.predicate : undefined;
}
