// unknown-diagnostic: 'accept' must name a finding, or nothing is acknowledged.
import { CATALOGUE, isDiagnosticName } from '../diagnostics/catalogue.js';
import type { Acceptance } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { partOf } from '../syntax/parts.js';
import { removalOfStatement } from '../syntax/removal.js';
import { didYouMean, nearNames } from './near-names.js';

/** Findings of the analyser (DESIGN §4), which can be acknowledged too. */
export const ANALYSIS_NAMES: ReadonlySet<string> = new Set([
    'cohort-unsatisfiable',
    'criterion-never-met',
    'criterion-always-met',
    'alternative-unreachable',
    'alternative-never-decisive',
    'criterion-redundant',
    'cohorts-overlap',
    'cohort-unguarded',
    'boundary-mismatch',
    'satisfiable-only-in-a-sliver',
    'assertion-failed',
    'not-decided',
    'knowledge-undeclared',
]);

export function reportUnknownDiagnostic(lowering: Lowering, node: Acceptance, name: string): void {
    if (name === '') return;
    const range = lowering.part(node, partOf(node, 'diagnostic'));
    const severity = isDiagnosticName(name) ? CATALOGUE[name].severity : null;
    if (severity === 'error') {
        const whole = { offset: node.$cstNode?.offset ?? 0, end: node.$cstNode?.end ?? 0 };
        lowering.report(
            'unknown-diagnostic',
            range,
            `'${name}' is an error and cannot be acknowledged: what it is about could not be understood, so nothing could be checked or generated. Mend it, and remove this line.`,
            { fixes: [{ title: 'Remove the acknowledgement', edits: [removalOfStatement(lowering.source, whole)] }] },
        );
        return;
    }
    if (severity !== null || ANALYSIS_NAMES.has(name)) return;
    const near = nearNames(name, [...Object.keys(CATALOGUE), ...ANALYSIS_NAMES]);
    lowering.report(
        'unknown-diagnostic',
        range,
        `'${name}' is the name of no finding, so nothing is acknowledged.${didYouMean(near)} Copy the name from the finding: it is shown with its message.`,
        {
            fixes: near.map((other) => ({ title: `Write '${other}'`, edits: [{ range, newText: other }] })),
        },
    );
}
