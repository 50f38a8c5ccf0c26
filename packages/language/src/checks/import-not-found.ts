// import-not-found: what an imported file declares is missing when it cannot be read.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import { removalOfStatement } from '../syntax/removal.js';
import type { SourceText } from '../syntax/source-text.js';

/** `problem` says in a sentence why the file cannot be had. */
export function reportImportNotFound(diagnostics: DiagnosticCollector, range: SourceRange, problem: string): void {
    diagnostics.report('import-not-found', { message: `${problem} What it declares is missing here.`, range });
}

/** 'import "crit:…"': the shipped vocabulary is always there. */
export function reportNeedlessImport(diagnostics: DiagnosticCollector, source: SourceText, range: SourceRange, path: string): void {
    diagnostics.report('import-not-found', {
        message: `The shipped vocabulary is always there; "${path}" needs no import. Remove this line.`,
        range,
        fixes: [{ title: 'Remove the import', edits: [removalOfStatement(source, { offset: source.offsetAt(range.start), end: source.offsetAt(range.end) })] }],
    });
}
