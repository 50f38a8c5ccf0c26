// Offers the fixes of the findings at a place.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Fix as OfferedFix } from '@crit-lang/findings/report.js';
import type { Diagnostic as Finding } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { AnalysedFiles, Origin } from '../analysis/analysed-files.js';
import { checkedFile } from '../workspace/checked.js';
import type { Workspace } from '../workspace/workspace.js';
import type { DiagnosticsOptions } from './diagnostics.js';
import { editorDiagnostic } from './diagnostics.js';
import { editorRange } from './ranges.js';

/**
 * A fix for each finding of the language that touches the range, in the order of the findings; the only fix of a finding is the preferred one.
 * @param analysed where the findings are known already, as far as they are.
 */
export function codeActions(workspace: Workspace, uri: string, range: Range, options: DiagnosticsOptions, analysed?: AnalysedFiles): CodeAction[] {
    const compilation = analysed === undefined ? checkedFile(workspace, uri) : analysed.compilation(uri);
    if (compilation === undefined) return [];
    const touched = compilation.diagnostics.filter((finding) => touches(editorRange(finding.range), range));
    return touched.flatMap((finding) =>
        finding.fixes.map((fix) => action({ workspace, compilation, options }, finding, fix, { isPreferred: finding.fixes.length === 1 })),
    );
}

/**
 * The same with the fixes of the analysis: each was tried before it is offered, so they are made when they are asked for. They are offered at each
 * member of a conflict, the one that changes least first, which is the preferred one.
 */
export async function analysedCodeActions(
    workspace: Workspace,
    uri: string,
    range: Range,
    options: DiagnosticsOptions,
    analysed: AnalysedFiles,
): Promise<CodeAction[]> {
    const own = codeActions(workspace, uri, range, options, analysed);
    const compilation = analysed.compilation(uri);
    if (compilation === undefined) return own;
    const context = { workspace, compilation, options };
    const asked = compilation.diagnostics.flatMap((finding) => {
        const origin = analysed.originOf(finding);
        return origin !== undefined && isSpokenOf(finding, range) ? [{ finding, origin }] : [];
    });
    const made = await Promise.all(
        asked.map(async ({ finding, origin }) => {
            const fixes = await analysed.fixes(uri, origin);
            return fixes.map((fix, index) => action(context, finding, fix, { isPreferred: index === 0, origin }));
        }),
    );
    return once([...own, ...made.flat()]);
}

/** What mends several findings at once is offered once, for all of them. */
function once(actions: readonly CodeAction[]): CodeAction[] {
    const found = new Map<string, CodeAction>();
    for (const each of actions) {
        const key = JSON.stringify([each.title, each.edit]);
        const same = found.get(key);
        const isPreferred = each.isPreferred === true || same?.isPreferred === true;
        found.set(key, { ...each, diagnostics: [...(same?.diagnostics ?? []), ...(each.diagnostics ?? [])], ...(isPreferred ? { isPreferred } : {}) });
    }
    return [...found.values()];
}

/** Whether the range is at the finding, or at one of the places in the same file that it speaks of. */
function isSpokenOf(finding: Finding, range: Range): boolean {
    return [finding.range, ...finding.related.map((place) => place.range)].some((each) => each.file === 0 && touches(editorRange(each), range));
}

interface ActionContext {
    readonly workspace: Workspace;
    readonly compilation: Compilation;
    readonly options: DiagnosticsOptions;
}

function action(
    { workspace, compilation, options }: ActionContext,
    finding: Finding,
    fix: OfferedFix,
    { isPreferred, origin }: { isPreferred: boolean; origin?: Origin },
): CodeAction {
    return {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [editorDiagnostic(finding, compilation, options, origin)],
        ...(isPreferred ? { isPreferred: true } : {}),
        edit: {
            documentChanges: [...editsByFile(compilation, fix)].map(([uri, edits]) => ({
                // The version keeps an edit from being applied to a text it was not made for.
                textDocument: { uri, version: workspace.file(uri)?.version ?? null },
                edits,
            })),
        },
    };
}

function editsByFile(compilation: Compilation, fix: OfferedFix): Map<string, TextEdit[]> {
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
