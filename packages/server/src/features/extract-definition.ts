// Offers to give selected lines of a criterion a name: they become a definition, and the criterion uses it.
import type { Criterion, Reading } from '@crit-lang/language/generated/ast.js';
import { writeName } from '@crit-lang/language/syntax/write-name.js';
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { AstNode } from 'langium';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace.js';
import { rangeBetween } from './ranges.js';

/** The command of the editor that begins a renaming: [uri, position]. */
export const RENAME_COMMAND = 'crit.rename';

/** What a definition cannot hold, or what is no line of the rule. */
const STAYS: ReadonlySet<string> = new Set(['TextNote', 'Acceptance', 'Reading', 'Guard', 'Guarded']);
const NAME = 'named condition';

interface Selected {
    readonly criterion: Criterion;
    readonly lines: readonly AstNode[];
}

/** The extraction of the lines that the range touches; none where there are none, or where they cannot stand alone. */
export function extractDefinition(workspace: Workspace, uri: string, range: Range): CodeAction[] {
    const file = workspace.parsed(uri);
    const selected = file === undefined || isEmpty(range) ? undefined : selectedIn(file, range);
    if (file === undefined || selected === undefined) return [];
    const { text } = file.source;
    const [first, last] = [selected.lines[0]?.$cstNode, selected.lines.at(-1)?.$cstNode];
    const whole = outermost(selected.criterion).$cstNode;
    if (first === undefined || last === undefined || whole === undefined) return [];
    const name = freeName(workspace, uri);
    // With its indentation, where nothing else stands before it.
    const before = startOfLine(text, first.offset);
    const lines = text.slice(text.slice(before, first.offset).trim() === '' ? before : first.offset, last.end);
    const body = indented(
        selected.criterion.kind === 'exclude' && selected.lines.length > 1 ? ['any of {', ...indented(lines.split('\n')), '}'] : lines.split('\n'),
    );
    const definition = `define ${name} {\n${body.join('\n')}\n}\n\n`;
    const place = startOfLine(text, whole.offset);
    const changed = text.slice(0, place) + definition + text.slice(place, first.offset) + name + text.slice(last.end);
    if (errorsIn(workspace, uri, changed) > errorsIn(workspace, uri, text)) return [];
    const start = rangeBetween(file.source, { start: place, end: place }).start;
    return [
        {
            title: selected.lines.length === 1 ? 'Give this line a name' : `Give these ${selected.lines.length} lines a name`,
            kind: CodeActionKind.RefactorExtract,
            edit: {
                documentChanges: [
                    {
                        textDocument: { uri, version: workspace.file(uri)?.version ?? null },
                        edits: [
                            { range: { start, end: start }, newText: definition },
                            { range: rangeBetween(file.source, { start: first.offset, end: last.end }), newText: name },
                        ],
                    },
                ],
            },
            command: { title: 'Rename', command: RENAME_COMMAND, arguments: [uri, { line: start.line, character: 'define '.length }] },
        },
    ];
}

function selectedIn(file: ParsedFile, range: Range): Selected | undefined {
    for (const { node } of file.symbols.criteria) {
        for (const lines of linesOf(node)) {
            const touched = lines.filter((line) => isTouched(line, file, range));
            if (touched.length === 0) continue;
            return touched.some(({ $type }) => STAYS.has($type)) ? undefined : { criterion: node, lines: touched };
        }
    }
    return undefined;
}

/** The lines of the criterion itself, and of each of its readings. After error recovery parts may be missing. */
function linesOf(criterion: Criterion): (readonly AstNode[])[] {
    const items = (criterion as Partial<Criterion>).items ?? [];
    const readings = items.filter((item): item is Reading => item.$type === 'Reading');
    return [items.filter(({ $type }) => $type !== 'Reading'), ...readings.map(({ body }) => (body as Partial<Reading['body']> | undefined)?.lines ?? [])];
}

function isTouched({ $cstNode: cst }: AstNode, { source }: ParsedFile, { start, end }: Range): boolean {
    if (cst === undefined) return false;
    const own = rangeBetween(source, { start: cst.offset, end: cst.end });
    // A selection that ends at the beginning of a line does not mean that line.
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return own.end.line >= start.line && own.start.line <= last;
}

function outermost(node: AstNode): AstNode {
    let at = node;
    while (at.$container?.$container !== undefined) at = at.$container;
    return at;
}

function freeName(workspace: Workspace, uri: string): string {
    const taken = new Set((workspace.latestCompilation(uri)?.document.definitions ?? []).map(({ id }) => nameKey(id)));
    for (let number = 1; ; number++) {
        const name = number === 1 ? NAME : `${NAME} ${number}`;
        if (!taken.has(nameKey(name))) return writeName(name);
    }
}

function errorsIn(workspace: Workspace, uri: string, text: string): number {
    return workspace.compilationOf(uri, text).diagnostics.filter(({ severity }) => severity === 'error').length;
}

/** Lines with two blanks before the leftmost. */
function indented(lines: readonly string[]): string[] {
    const least = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
    return lines.map((line) => (line.trim() === '' ? '' : `  ${line.slice(least)}`));
}

const startOfLine = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

const isEmpty = ({ start, end }: Range): boolean => start.line === end.line && start.character === end.character;
