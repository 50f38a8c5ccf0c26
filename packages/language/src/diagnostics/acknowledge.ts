// Takes out the findings that the file acknowledges with a reason, and reports acknowledgements that nothing answers to.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { AstNode } from 'langium';
import { staleAcknowledgement } from '../checks/acknowledgement-stale.js';
import type { Acceptance } from '../generated/ast.js';
import type { ParsedFile } from '../resolve/parsed-file.js';
import { recovered } from '../syntax/recovered.js';
import type { DiagnosticName } from './catalogue.js';
import { isDiagnosticName } from './catalogue.js';
import type { DiagnosticCollector } from './collector.js';
import type { Diagnostic } from './diagnostic.js';

interface Scope {
    node: Acceptance;
    /** The finding lies in this range, … */
    within: SourceRange | null;
    /** … or speaks of this criterion, … */
    criterion: string | null;
    /** … or of this cohort alone, or of it and another one; all null: anywhere in the file. */
    cohort: string | null;
}

/**
 * The findings of a file that it acknowledges; errors cannot be. Where the file has errors, a finding may be missing because of them, so nothing is called stale.
 * `isComplete` says of a name whether all findings of that name are among those given: only then can an acknowledgement of it be stale.
 */
export function acknowledge(
    file: ParsedFile,
    found: readonly Diagnostic[],
    diagnostics: DiagnosticCollector,
    isComplete: (name: DiagnosticName) => boolean,
): Set<Diagnostic> {
    const acknowledged = new Set<Diagnostic>();
    const withoutErrors = !found.some((diagnostic) => diagnostic.severity === 'error');
    for (const scope of scopesOf(file)) {
        const hits = found.filter(
            (diagnostic) => diagnostic.severity !== 'error' && diagnostic.name === recovered(scope.node).diagnostic && isMeant(scope, diagnostic),
        );
        for (const hit of hits) acknowledged.add(hit);
        const name = recovered(scope.node).diagnostic ?? '';
        if (hits.length > 0 || !withoutErrors || !isDiagnosticName(name) || !isComplete(name)) continue;
        const stale = staleAcknowledgement(file.source, scope.node);
        if (stale !== undefined) diagnostics.report('acknowledgement-stale', stale);
    }
    return acknowledged;
}

function isMeant({ within, criterion, cohort }: Scope, diagnostic: Diagnostic): boolean {
    if (within === null && criterion === null) return true;
    if (within !== null && contains(within, diagnostic.range)) return true;
    return (criterion !== null && diagnostic.criteria.includes(criterion)) || (cohort !== null && isAboutCohort(diagnostic, cohort));
}

// One cohort does not speak for several others.
function isAboutCohort({ cohort, cohorts = [] }: Diagnostic, asked: string): boolean {
    return cohort === asked || (cohorts.length <= 2 && cohorts.includes(asked));
}

function contains(outer: SourceRange, inner: SourceRange): boolean {
    const before = (a: SourceRange['start'], b: SourceRange['start']): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
    return before(outer.start, inner.start) && before(inner.end, outer.end);
}

function scopesOf({ symbols, source }: ParsedFile): Scope[] {
    const inside = (owner: AstNode, parts: readonly AstNode[], id: string | null, cohort: string | null = null): Scope[] =>
        parts
            .filter((part): part is Acceptance => part.$type === 'Acceptance')
            .map((node) => ({ node, within: source.rangeOf(owner), criterion: recovered(node).criterion ?? id, cohort }));
    const criteria = new Map(symbols.criteria.map(({ node }) => [recovered(node).name ?? '', node]));
    return [
        ...symbols.acceptances.map((node): Scope => {
            const criterion = recovered(node).criterion ?? null;
            const named = criterion === null ? undefined : criteria.get(criterion);
            return { node, within: named === undefined ? null : source.rangeOf(named), criterion, cohort: null };
        }),
        ...symbols.criteria.flatMap(({ node }) => inside(node, recovered(node).items ?? [], recovered(node).name ?? null)),
        ...symbols.cohorts.flatMap((node) =>
            inside(node, recovered(node).properties ?? [], `${recovered(node).name ?? ''}.index`, recovered(node).name ?? null),
        ),
        ...symbols.definitions.flatMap((node) => inside(node, recovered(node).items ?? [], null)),
        ...symbols.assertions.flatMap((node) => inside(node, recovered(node).items ?? [], null)),
    ];
}
