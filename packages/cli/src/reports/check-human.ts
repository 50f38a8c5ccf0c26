// `check --format human`: findings as compilers write them, so that editors and people find the place.
import type { Diagnostic, Severity } from '@crit-lang/language/diagnostics/diagnostic.js';
import { listed } from '@crit-lang/findings/listed.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { countOf } from '../terminal/count-of.js';
import type { Output, Style } from '../terminal/terminal.js';
import { visibleText } from '@crit-lang/findings/print/visible-text.js';
import { wrap } from '../terminal/wrap.js';
import { LEFT_OUT } from './analysed.js';
import type { CheckedFile, FileAnalysis } from './checked-file.js';
import { countsOf } from './checked-file.js';

const STYLE: Record<Severity, Style> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };
const INDENT = '    ';

export type WithFindings = Pick<CheckedFile, 'diagnostics' | 'files' | 'readable'>;

/** Writes each finding as `path:line:column: severity: message [name]`, wrapped, with related places and fixes below it. */
export function writeFindings(out: Output, file: WithFindings): void {
    for (const diagnostic of file.diagnostics) writeFinding(out, diagnostic, file);
}

function writeFinding(out: Output, diagnostic: Diagnostic, file: WithFindings): void {
    const place = placeOf(diagnostic.range, file);
    const { severity } = diagnostic;
    const head = `${visibleText(place)}: ${severity}: `;
    const [first = '', ...rest] = wrap(visibleText(`${diagnostic.message} [${diagnostic.name}]`), out.width, INDENT, head.length);
    out.line({ style: 'bold', text: place }, ': ', { style: STYLE[severity], text: severity }, ': ', first);
    for (const line of rest) out.line(line);
    for (const related of diagnostic.related) writeBelow(out, `${placeOf(related.range, file)}: ${related.message}`);
    if (diagnostic.witness !== undefined) writeWitness(out, diagnostic.witness.text);
    for (const fix of diagnostic.fixes) writeBelow(out, `fix: ${fix.title}`);
}

// A block of the language, so that it can be copied: its lines are left as they are.
function writeWitness(out: Output, text: string): void {
    out.line(`${INDENT}for example:`);
    for (const line of text.trimEnd().split('\n')) out.line({ style: 'dim', text: `${INDENT.repeat(2)}${line}` });
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

/** Writes the closing lines: what the analysis decided and what it left out, and how many findings of each severity there are, in how many files. */
export function writeSummary(out: Output, files: readonly CheckedFile[]): void {
    for (const file of files) writeAnalysis(out, file);
    writeCounts(out, files);
}

function writeCounts(out: Output, files: readonly CheckedFile[]): void {
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

/** Who can qualify, and what is not known. */
function writeAnalysis(out: Output, { path, analysis }: CheckedFile): void {
    const words = analysisWords(analysis);
    if (words.length > 0) for (const line of wrap(visibleText(`${path}: ${words.join(' ')}`), out.width, INDENT)) out.line(line);
}

/** Sentences on what was decided of the criteria together; none where the analysis was not asked for. */
export function analysisWords({ cohorts, notAnalysed, skipped }: FileAnalysis): string[] {
    if (skipped !== null) return skipped === LEFT_OUT ? [] : [skipped];
    const ids = (wanted: boolean | null): string => listed(cohorts.flatMap(({ id, satisfiable }) => (satisfiable === wanted ? [id] : [])));
    const said = [
        ['Somebody can qualify for', true],
        ['Nobody can qualify for', false],
        ['It was not decided whether anybody can qualify for', null],
    ] as const;
    const open = new Map<string, string[]>();
    for (const { criterion, reason } of notAnalysed) open.set(reason, [...(open.get(reason) ?? []), criterion]);
    return [
        ...said.flatMap(([words, wanted]) => (ids(wanted) === '' ? [] : [`${words} ${ids(wanted)}.`])),
        ...[...open].map(([reason, criteria]) => `Not analysed in ${listed(criteria)}: ${clause(reason)}.`),
    ];
}

/** A sentence as what stands behind a colon. */
export const clause = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/u, '')}`;
