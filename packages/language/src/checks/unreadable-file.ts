// unreadable-file: a file that is no text in UTF-8, too large, or cannot be had; whoever reads files reports it.
import { CATALOGUE } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** The one diagnostic of a file that could not be read, at its start; `problem` says in a sentence why. */
export function unreadableFile(problem: string): Diagnostic {
    const start = { line: 0, character: 0 };
    return {
        name: 'unreadable-file',
        severity: CATALOGUE['unreadable-file'].severity,
        message: `${problem} Nothing in it is checked.`,
        range: { file: 0, start, end: start },
        criteria: [],
        related: [],
        fixes: [],
    };
}
