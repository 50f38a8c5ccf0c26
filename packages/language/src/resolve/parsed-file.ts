// A file after reading: its text, syntax tree, declarations and syntax diagnostics; kept as long as the text does not change.
import { DiagnosticCollector } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { CritFile } from '../generated/ast.js';
import type { Token } from '../syntax/parser/token.js';
import { parse } from '../syntax/parse.js';
import { SourceText } from '../syntax/source-text.js';
import type { FileSymbols } from './file-symbols.js';
import { fileSymbols } from './file-symbols.js';

export interface ParsedFile {
    source: SourceText;
    root: CritFile;
    /** What the text was read as, the end of the text last; blanks and comments apart. */
    tokens: readonly Token[];
    comments: readonly Token[];
    symbols: FileSymbols;
    syntaxDiagnostics: Diagnostic[];
}

/** Reads a file. `path` is what diagnostics and imports call it. */
export function parseFile(path: string, text: string): ParsedFile {
    const source = new SourceText(path, text, 0);
    const diagnostics = new DiagnosticCollector();
    const { root, tokens, comments } = parse(source, diagnostics);
    return { source, root, tokens, comments, symbols: fileSymbols(root), syntaxDiagnostics: diagnostics.ofFile(0) };
}
