// Offers the fixes of the findings at a place.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Diagnostic as Finding, Fix } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import { checkedFile } from '../workspace/checked.js';
import type { Workspace } from '../workspace/workspace.js';
import type { DiagnosticsOptions } from './diagnostics.js';
import { editorDiagnostic } from './diagnostics.js';
import { editorRange } from './ranges.js';

/** A fix for each finding that touches the range, in the order of the findings; the only fix of a finding is the preferred one. */
export function codeActions(workspace: Workspace, uri: string, range: Range, options: DiagnosticsOptions): CodeAction[] {
    const compilation = checkedFile(workspace, uri);
    if (compilation === undefined) return [];
    const touched = compilation.diagnostics.filter((finding) => touches(editorRange(finding.range), range));
    return touched.flatMap((finding) => finding.fixes.map((fix) => action(workspace, compilation, finding, fix, options)));
}

function action(workspace: Workspace, compilation: Compilation, finding: Finding, fix: Fix, options: DiagnosticsOptions): CodeAction {
    return {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [editorDiagnostic(finding, compilation, options)],
        ...(finding.fixes.length === 1 ? { isPreferred: true } : {}),
        edit: {
            documentChanges: [...editsByFile(compilation, fix)].map(([uri, edits]) => ({
                // The version keeps an edit from being applied to a text it was not made for.
                textDocument: { uri, version: workspace.file(uri)?.version ?? null },
                edits,
            })),
        },
    };
}

function editsByFile(compilation: Compilation, fix: Fix): Map<string, TextEdit[]> {
    const byFile = new Map<string, TextEdit[]>();
    for (const { range, newText } of fix.edits) {
        const uri = compilation.files[range.file]?.source.path;
        if (uri === undefined) continue;
        const edits = byFile.get(uri) ?? [];
        edits.push({ range: editorRange(range), newText });
        byFile.set(uri, edits);
    }
    return byFile;
}

function touches(a: Range, b: Range): boolean {
    return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
    return a.line < b.line || (a.line === b.line && a.character < b.character);
}
