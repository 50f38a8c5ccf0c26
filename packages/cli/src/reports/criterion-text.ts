// What `explain FILE#CRITERION` prints: the meaning in words, to whom it applies, the original wording, the findings.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import { conditionPhrase, phraseContext } from '@crit-lang/generate/phrase/condition.js';
import type { Phrase } from '@crit-lang/generate/phrase/phrase.js';
import type { Output } from '../terminal/terminal.js';
import { visibleText } from '@crit-lang/findings/print/visible-text.js';
import { wrap } from '../terminal/wrap.js';
import { analysisWords, clause, placeOf, writeFindings } from './check-human.js';
import type { FileAnalysis } from './checked-file.js';

export function writeCriterion(out: Output, compilation: Compilation, criterion: Criterion, analysis: FileAnalysis): void {
    const { files, diagnostics } = compilation;
    const file = { files: files.map(({ source }) => source.path), readable: true };
    const title = criterion.title === null ? '' : ` "${criterion.title}"`;
    out.line({ style: 'bold', text: criterion.id }, `${title}, ${criterion.kind === 'include' ? 'inclusion' : 'exclusion'}`, where(criterion, file));
    paragraph(out, `Applies to: ${scope(compilation, criterion)}.`);
    if (criterion.readings.length === 0) writeRule(out, compilation, criterion, criterion.rule, criterion.cohorts, null);
    for (const reading of criterion.readings) writeRule(out, compilation, criterion, reading.rule, reading.cohorts ?? criterion.cohorts, reading.id);
    if (criterion.replaces !== null)
        paragraph(out, `It stands instead of ${criterion.replaces} for the terms that it names; the rest of ${criterion.replaces} holds as it is.`);
    texts(out, 'Original wording:', criterion.wording);
    texts(out, 'Rationale:', criterion.rationale);
    texts(out, 'Note:', criterion.notes);
    const own = diagnostics.filter((found) => found.criteria.includes(criterion.id));
    out.line();
    out.line({ style: 'bold', text: own.length === 0 ? 'Nothing was found in it.' : 'Found in it:' });
    writeFindings(out, { ...file, diagnostics: own });
    out.line();
    paragraph(out, verdictsOn(criterion, analysis).join(' '));
}

/** What the analysis says of the criterion beside its findings: what it did not ask, and whether anybody can qualify where it applies. */
function verdictsOn({ id, cohorts: scope }: Criterion, { cohorts, notAnalysed, skipped }: FileAnalysis): string[] {
    if (skipped !== null) return [skipped];
    const where = cohorts.filter((cohort) => scope === null || scope.includes(cohort.id));
    const reasons = new Set(notAnalysed.filter(({ criterion }) => criterion === id).map(({ reason }) => reason));
    return [
        ...analysisWords({ cohorts: where, overlaps: [], notAnalysed: [], complete: true, skipped }),
        ...[...reasons].map((reason) => `Not analysed in it: ${clause(reason)}.`),
    ];
}

function where({ range }: Criterion, file: { files: string[]; readable: boolean }): string {
    return range === undefined ? '' : `, ${placeOf(range, file)}`;
}

function scope({ document }: Compilation, criterion: Criterion): string {
    const cohorts = document.cohorts.filter(({ implicit }) => !implicit);
    if (criterion.cohorts !== null) return `participants of ${criterion.cohorts.join(', ')}`;
    return cohorts.length === 0 ? 'all participants' : `participants of every cohort (${cohorts.map(({ id }) => id).join(', ')})`;
}

function writeRule(out: Output, { document }: Compilation, criterion: Criterion, rule: Condition, cohorts: string[] | null, reading: string | null): void {
    const lines = (rule.kind === 'all' || rule.kind === 'any') && rule.of.length > 0 ? rule.of : [rule];
    const context = phraseContext(document, { polarity: criterion.kind, cohorts });
    out.line();
    out.line({ style: 'bold', text: `${reading === null ? '' : `Reading ${reading}: `}${lead(criterion.kind, lines.length)}` });
    for (const line of lines) writePhrase(out, conditionPhrase(line, context), '  ');
}

function lead(kind: 'include' | 'exclude', lines: number): string {
    if (kind === 'include') return lines > 1 ? 'Met when all of these hold:' : 'Met when this holds:';
    return lines > 1 ? 'Excludes when any of these holds:' : 'Excludes when this holds:';
}

function writePhrase(out: Output, { lead: text, items }: Phrase, indent: string): void {
    for (const line of wrap(visibleText(text), out.width, `${indent}  `, indent.length + 2).map((each, index) => (index === 0 ? `${indent}- ${each}` : each)))
        out.line(line);
    for (const item of items) writePhrase(out, item, `${indent}  `);
}

function texts(out: Output, heading: string, paragraphs: readonly string[]): void {
    if (paragraphs.length === 0) return;
    out.line();
    out.line({ style: 'bold', text: heading });
    for (const text of paragraphs) for (const line of wrap(visibleText(text), out.width, '  ', 2)) out.line(line.startsWith('  ') ? line : `  ${line}`);
}

function paragraph(out: Output, text: string): void {
    for (const line of wrap(visibleText(text), out.width, '')) out.line(line);
}
