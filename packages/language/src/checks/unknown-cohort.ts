// unknown-cohort: a cohort is named that the protocol does not declare.
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import { partOf } from '../syntax/parts.js';
import { nearNames } from './near-names.js';

/** Reports each of the names in a property of a node (`cohorts`, or `cohort` with one name) that no cohort has. */
export function reportUnknownCohorts(lowering: Lowering, node: AstNode, property: 'cohort' | 'cohorts', named: readonly string[]): void {
    named.forEach((cohort, index) => {
        if (lowering.scope.cohorts.has(cohort)) return;
        const known = [...lowering.scope.cohorts];
        const range = lowering.part(node, partOf(node, property, index));
        const near = nearNames(cohort, known);
        // One that stands in the list already would stand there twice.
        const offered = (near.length > 0 ? near : known).filter((name) => !named.includes(name)).slice(0, 4);
        lowering.report(
            'unknown-cohort',
            range,
            `The protocol has no cohort '${cohort}', so this would apply to nobody. ${known.length === 0 ? `Declare it: cohort ${cohort} "…" with ….` : `It has ${known.join(', ')}: correct the name, or declare the cohort.`}`,
            {
                fixes: offered.map((name) => ({ title: `Write '${name}'`, edits: [{ range, newText: name }] })),
            },
        );
    });
}
