// `check --format human`: findings as compilers write them, so that editors and people find the place.
import type { Diagnostic, Severity } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { countOf } from '../terminal/count-of.js';
import type { Output, Style } from '../terminal/terminal.js';
import { visibleText } from '../terminal/visible-text.js';
import { wrap } from '../terminal/wrap.js';
import type { CheckedFile } from './checked-file.js';
import { countsOf } from './checked-file.js';

const STYLE: Record<Severity, Style> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };
const INDENT = '    ';

/** Writes each finding as `path:line:column: severity: message [name]`, wrapped, with related places and fixes below it. */
export function writeFindings(out: Output, file: CheckedFile): void {
    for (const diagnostic of file.diagnostics) writeFinding(out, diagnostic, file);
}

function writeFinding(out: Output, diagnostic: Diagnostic, file: CheckedFile): void {
    const place = placeOf(diagnostic.range, file);
    const { severity } = diagnostic;
    const head = `${visibleText(place)}: ${severity}: `;
    const [first = '', ...rest] = wrap(visibleText(`${diagnostic.message} [${diagnostic.name}]`), out.width, INDENT, head.length);
    out.line({ style: 'bold', text: place }, ': ', { style: STYLE[severity], text: severity }, ': ', first);
    for (const line of rest) out.line(line);
    for (const related of diagnostic.related) writeBelow(out, `${placeOf(related.range, file)}: ${related.message}`);
    for (const fix of diagnostic.fixes) writeBelow(out, `fix: ${fix.title}`);
}

function writeBelow(out: Output, text: string): void {
    for (const line of wrap(visibleText(text), out.width, INDENT.repeat(2), INDENT.length).map((each, index) => (index === 0 ? INDENT + each : each)))
        out.line(line);
}

/** `path:line:column`, counted from one. */
export function placeOf(range: SourceRange, { files, readable }: Pick<CheckedFile, 'files' | 'readable'>): string {
    const path = files[range.file] ?? '';
    return readable ? `${path}:${range.start.line + 1}:${range.start.character + 1}` : path;
}

/** Writes the closing line: how many findings of each severity, in how many files. */
export function writeSummary(out: Output, files: readonly CheckedFile[]): void {
    const counts = countsOf(files);
    const total = counts.error + counts.warning + counts.information + counts.hint;
    const where = countOf(files.length, 'file');
    if (total === 0) {
        out.line({ style: 'green', text: `No findings in ${where}.` });
        return;
    }
    const parts = [
        countOf(counts.error, 'error'),
        countOf(counts.warning, 'warning'),
        counts.information > 0 ? countOf(counts.information, 'remark') : '',
        counts.hint > 0 ? countOf(counts.hint, 'hint') : '',
    ].filter((part) => part !== '');
    const text = `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''} in ${where}.`;
    out.line({ style: counts.error > 0 ? 'red' : 'yellow', text: text.charAt(0).toUpperCase() + text.slice(1) });
}
