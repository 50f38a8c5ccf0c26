// acknowledgement-stale: an acknowledged finding that is no longer there would hide the next one.
import type { DiagnosticName } from '../diagnostics/catalogue.js';
import { ANALYSIS_NAMES, CATALOGUE, isDiagnosticName } from '../diagnostics/catalogue.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Acceptance } from '../generated/ast.js';
import { partOf, rangeOfPart } from '../syntax/parts.js';
import { removalOfStatement } from '../syntax/removal.js';
import type { SourceText } from '../syntax/source-text.js';

/** Findings that others than the compiler report too: whether they are still there is not known after it. */
export const REPORTED_ELSEWHERE: ReadonlySet<DiagnosticName> = new Set(['registry-limit', 'unreadable-file', 'acknowledgement-stale', ...ANALYSIS_NAMES]);

/** The report about an acknowledgement that no finding answers to; undefined where that cannot be told. */
export function staleAcknowledgement(source: SourceText, node: Acceptance): Report | undefined {
    const name = node.diagnostic;
    if (!isDiagnosticName(name) || CATALOGUE[name].severity === 'error') return undefined;
    const whole = { offset: node.$cstNode?.offset ?? 0, end: node.$cstNode?.end ?? 0 };
    return {
        message: `There is no finding '${name}' here any more, so nothing is acknowledged; the next one of that name would go unseen. Remove this line.`,
        range: rangeOfPart(source, node, partOf(node, 'diagnostic')),
        unnecessary: true,
        fixes: [{ title: 'Remove the acknowledgement', edits: [removalOfStatement(source, whole)] }],
    };
}
