// Turns ranges of the language into those of the editor protocol.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { SourceText } from '@crit-lang/language/syntax/source-text.js';
import type { Range } from 'vscode-languageserver-types';

/** Lines and characters count alike in both; the protocol's range has no file. */
export function editorRange({ start, end }: SourceRange): Range {
    return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

/** The range between two offsets of a text. */
export function rangeBetween(source: SourceText, { start, end }: { start: number; end: number }): Range {
    return editorRange(source.range(start, end));
}
