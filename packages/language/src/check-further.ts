// Adds to a compilation what checks outside the language find in its document, under the same acknowledgements.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Compilation } from './compile.js';
import { isGenerable } from './compile.js';
import { acknowledge } from './diagnostics/acknowledge.js';
import { isDiagnosticName } from './diagnostics/catalogue.js';
import { DiagnosticCollector } from './diagnostics/collector.js';

/** What a check outside the language finds; its severity is the catalogue's. */
export interface FurtherFinding {
    message: string;
    /** Id of the criterion spoken of; null when it is the whole document. */
    criterion: string | null;
    /** Where to show it; null shows it at the start of the file. */
    range: SourceRange | null;
}

/** A check that needs more than the language: a generated text, a solver. */
export interface FurtherCheck {
    /** A name of the catalogue. */
    name: string;
    run(document: CriteriaDocument): readonly FurtherFinding[];
}

/**
 * The compilation with the findings of these checks among its diagnostics, or among what the file acknowledges. A document with errors is not asked about:
 * what was not understood says nothing. Findings in imported files are left out, as everywhere: those files have their own compilations.
 */
export function checkFurther(compilation: Compilation, checks: readonly FurtherCheck[]): Compilation {
    const [main] = compilation.files;
    if (main === undefined || !isGenerable(compilation)) return compilation;
    const known = [...compilation.diagnostics, ...compilation.acknowledged];
    const diagnostics = new DiagnosticCollector();
    for (const { name, ...finding } of known) diagnostics.report(name, finding);
    for (const check of checks) {
        const { name } = check;
        if (!isDiagnosticName(name)) continue;
        for (const { message, criterion, range } of check.run(compilation.document))
            diagnostics.report(name, { message, range: range ?? main.source.range(0, 0), criteria: criterion === null ? [] : [criterion] });
    }
    const names = new Set(checks.map(({ name }) => name));
    const acknowledged = acknowledge(main, diagnostics.ofFile(0), diagnostics, (name) => names.has(name));
    return {
        ...compilation,
        diagnostics: diagnostics.ofFile(0).filter((diagnostic) => !acknowledged.has(diagnostic)),
        acknowledged: [...acknowledged],
    };
}
