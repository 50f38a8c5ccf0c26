// From texts to the criteria document and its diagnostics: the whole of the language in one call.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { shippedRelations, shippedTerms } from '@crit-lang/vocabulary/shipped.js';
import { REPORTED_ELSEWHERE } from './checks/acknowledgement-stale.js';
import { MODEL_CHECKS } from './checks/model-checks.js';
import { acknowledge } from './diagnostics/acknowledge.js';
import { ANALYSIS_NAMES } from './diagnostics/catalogue.js';
import { DiagnosticCollector } from './diagnostics/collector.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { withoutFixesOfUnreadLines } from './diagnostics/unread-lines.js';
import type { Vocabulary } from './lowering/vocabulary.js';
import { lowerDocument } from './lowering/document.js';
import type { ImportLoader } from './resolve/imports.js';
import { gatherFiles } from './resolve/imports.js';
import type { NameScope } from './resolve/name-scope.js';
import type { ParsedFile } from './resolve/parsed-file.js';

export interface Compilation {
    /** The files, the main one first; a range's `file` is an index into them. */
    files: ParsedFile[];
    /** For each file the import in the main file that brings it in; null for the main file. */
    imports: readonly (SourceRange | null)[];
    document: CriteriaDocument;
    scope: NameScope;
    /** Diagnostics of the main file, by place. Imported files have their own compilations. */
    diagnostics: Diagnostic[];
    /** Findings that the file acknowledges with a reason (accept …); they are not among the diagnostics. */
    acknowledged: Diagnostic[];
}

/** No file can be imported: for texts without a place on disk. */
export const NO_IMPORTS: ImportLoader = (_from, path) => ({ problem: `"${path}" cannot be read here.` });

/** The shipped vocabulary. */
export function shippedVocabulary(): Vocabulary {
    return { terms: shippedTerms(), relations: shippedRelations() };
}

/** Compiles a file with what it imports. Never throws on any text. */
export function compile(main: ParsedFile, load: ImportLoader = NO_IMPORTS, vocabulary: Vocabulary = shippedVocabulary()): Compilation {
    const diagnostics = new DiagnosticCollector();
    for (const found of main.syntaxDiagnostics) diagnostics.report(found.name, found);
    const { files, imports } = gatherFiles(main, load, diagnostics);
    const { document, scope } = lowerDocument(files, vocabulary, diagnostics);
    for (const check of MODEL_CHECKS) check.run({ document, scope, files, report: (report) => diagnostics.report(check.name, report) });
    const acknowledged = acknowledge(main, diagnostics.ofFile(0), diagnostics, (name) => !REPORTED_ELSEWHERE.has(name));
    return {
        files,
        imports,
        document,
        scope,
        diagnostics: withoutFixesOfUnreadLines(diagnostics.ofFile(0).filter((diagnostic) => !acknowledged.has(diagnostic))),
        acknowledged: [...acknowledged],
    };
}

/** Whether a compilation may be generated from: nothing in it failed to parse or to type-check. What its criteria mean together is another matter. */
export function isGenerable(compilation: Compilation): boolean {
    return !compilation.diagnostics.some(({ name, severity }) => severity === 'error' && !ANALYSIS_NAMES.includes(name));
}
