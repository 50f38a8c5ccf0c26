// Gathers a file and everything it imports, directly or through others, each file once.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { reportImportNotFound, reportNeedlessImport } from '../checks/import-not-found.js';
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import { recovered } from '../syntax/recovered.js';
import type { ParsedFile } from './parsed-file.js';

/** Finds an imported file; `problem` says in a sentence why it cannot be had. */
export type ImportLoader = (fromPath: string, importPath: string) => { file: ParsedFile } | { problem: string };

export interface GatheredFiles {
    /** In import order, the main file first; each file's place in the list is its index. */
    readonly files: ParsedFile[];
    /** For each file the import in the main file that brings it in, itself or through others; null for the main file. */
    readonly imports: readonly (SourceRange | null)[];
}

export function gatherFiles(main: ParsedFile, load: ImportLoader, diagnostics: DiagnosticCollector): GatheredFiles {
    const files = [main];
    const imports: (SourceRange | null)[] = [null];
    const paths = new Set([main.source.path]);
    for (let index = 0; index < files.length; index++) {
        const file = files[index];
        if (file === undefined) break;
        for (const statement of file.symbols.imports) {
            const path = recovered(statement).path ?? '';
            const source = file.source.asFile(index);
            const range = source.rangeOf(statement);
            if (path.startsWith('crit:')) {
                reportNeedlessImport(diagnostics, source, range, path);
                continue;
            }
            const found = load(file.source.path, path);
            if ('problem' in found) reportImportNotFound(diagnostics, range, found.problem);
            else if (!paths.has(found.file.source.path)) {
                paths.add(found.file.source.path);
                files.push(found.file);
                imports.push(imports[index] ?? range);
            }
        }
    }
    return { files, imports };
}
