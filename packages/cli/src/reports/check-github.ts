// `check --format github`: findings as workflow commands, which GitHub shows beside the lines of a pull request.
import type { Diagnostic, Severity } from '@crit-lang/language/diagnostics/diagnostic.js';
import { visibleText } from '@crit-lang/findings/print/visible-text.js';
import type { CheckedFile } from './checked-file.js';

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** One line a finding. */
export function checkGithub(files: readonly CheckedFile[]): string {
    return files.flatMap((file) => file.diagnostics.map((diagnostic) => `${command(file.path, diagnostic)}\n`)).join('');
}

function command(path: string, { name, severity, message, range }: Diagnostic): string {
    const { start, end } = range;
    const properties = {
        file: path,
        line: start.line + 1,
        endLine: end.line + 1,
        // GitHub marks columns only within one line.
        ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
        title: name,
    };
    const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
    return `::${LEVEL[severity]} ${list.join(',')}::${data(message)}`;
}

function data(text: string): string {
    return visibleText(text).replaceAll('%', '%25');
}

function property(text: string): string {
    return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
