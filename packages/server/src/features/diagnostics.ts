// The findings of a file as the editor shows them: severity, stable name with the address of its page, related places, faded text.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Diagnostic as Finding, Severity } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver-types';
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
    if (compilation === undefined) return [];
    const shown = compilation.diagnostics.map((finding) => ({
        finding,
        diagnostic: editorDiagnostic(finding, compilation, options, analysed?.originOf(finding)),
    }));
    // The contradictions themselves first: what else is said of one only leads to it.
    const elsewhere = shown.flatMap(({ finding, diagnostic }) => [...atOtherMembers(finding, diagnostic, uri), ...fadedToo(finding, diagnostic)]);
    return [...shown.map(({ diagnostic }) => diagnostic), ...elsewhere];
}

/** What is without effect for the same reason is told of once and faded everywhere. */
function fadedToo(finding: Finding, { relatedInformation: _places, ...diagnostic }: Diagnostic): Diagnostic[] {
    return finding.related.flatMap(({ range, message, unnecessary }) =>
        unnecessary === true && range.file === 0
            ? [{ ...diagnostic, range: editorRange(range), severity: DiagnosticSeverity.Hint, message, tags: [DiagnosticTag.Unnecessary] }]
            : [],
    );
}

/** A contradiction is shown at the criterion that it is reported at; at every other that takes part in it stands that it does, and with what. */
function atOtherMembers(finding: Finding, diagnostic: Diagnostic, uri: string): Diagnostic[] {
    if (finding.name !== 'cohort-unsatisfiable') return [];
    const members = finding.related.filter(({ range }) => range.file === 0 && !samePlace(range, finding.range));
    return members.map(({ range, message }) => ({
        ...diagnostic,
        range: editorRange(range),
        severity: DiagnosticSeverity.Information,
        message: `Takes part in a contradiction: ${message} ${finding.message}`,
        relatedInformation: [
            { location: { uri, range: diagnostic.range }, message: 'The contradiction is reported here.' },
            ...(diagnostic.relatedInformation ?? []).filter(({ location }) => !isSame(location.range, editorRange(range))),
        ],
    }));
}

function samePlace(a: Finding['range'], b: Finding['range']): boolean {
    return a.file === b.file && isSame(editorRange(a), editorRange(b));
}

function isSame(a: Range, b: Range): boolean {
    return a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
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
