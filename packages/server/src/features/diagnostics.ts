// The findings of a file as the editor shows them: severity, stable name with the address of its page, related places, faded text.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Diagnostic as Finding, Severity } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { AnalysedFiles, Origin } from '../analysis/analysed-files.js';
import { checkedFile } from '../workspace/checked.js';
import type { Workspace } from '../workspace/workspace.js';
import { editorRange } from './ranges.js';

/** What stands as the source before each finding. */
export const SOURCE = 'crit';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
    hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticsOptions {
    /** Address of the documentation's pages; `{name}` stands for the name of the finding. Null: findings have no page to open. */
    documentationUrl: string | null;
}

/**
 * The findings of a file, by place. A file that the workspace does not know has none; one that cannot be read has the reason.
 * @param analysed what the analysis adds; without it, what the language finds.
 */
export function diagnosticsOf(workspace: Workspace, uri: string, options: DiagnosticsOptions, analysed?: AnalysedFiles): Diagnostic[] {
    const file = workspace.file(uri);
    if (file === undefined) return [];
    if (file.problem !== null) return [unreadable(file.problem, options)];
    const compilation = analysed === undefined ? checkedFile(workspace, uri) : analysed.compilation(uri);
    return compilation === undefined
        ? []
        : compilation.diagnostics.map((finding) => editorDiagnostic(finding, compilation, options, analysed?.originOf(finding)));
}

/** One finding in the form of the editor protocol; one of the analysis with its origin as the data that fixes are asked for by. */
export function editorDiagnostic(finding: Finding, compilation: Compilation, options: DiagnosticsOptions, origin?: Origin): Diagnostic {
    const related = finding.related.flatMap(({ range, message }): DiagnosticRelatedInformation[] => {
        const file = compilation.files[range.file];
        return file === undefined ? [] : [{ location: { uri: file.source.path, range: editorRange(range) }, message }];
    });
    return {
        range: editorRange(finding.range),
        severity: SEVERITIES[finding.severity],
        source: SOURCE,
        message: finding.message,
        ...page(finding.name, options),
        ...(related.length > 0 ? { relatedInformation: related } : {}),
        ...(finding.unnecessary === true ? { tags: [DiagnosticTag.Unnecessary] } : {}),
        ...(origin === undefined ? {} : { data: origin }),
    };
}

function page(name: string, { documentationUrl }: DiagnosticsOptions): Pick<Diagnostic, 'code' | 'codeDescription'> {
    return documentationUrl === null ? { code: name } : { code: name, codeDescription: { href: documentationUrl.replaceAll('{name}', name) } };
}

function unreadable(problem: string, options: DiagnosticsOptions): Diagnostic {
    const start = { line: 0, character: 0 };
    return { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: SOURCE, message: problem, ...page('unreadable-file', options) };
}
