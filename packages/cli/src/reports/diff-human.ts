// What `crit diff` prints for people.
import type { Change } from '@crit-lang/analysis/amendment/report.js';
import { CHANGE_WORDS } from '@crit-lang/analysis/amendment/report.js';
import type { Output, Style } from '../terminal/terminal.js';
import { visibleText } from '@crit-lang/findings/print/visible-text.js';
import { wrap } from '../terminal/wrap.js';
import type { DiffReport, Patients, ShownCohort, ShownCriterion } from '@crit-lang/findings/comparison/diff-report.js';
import { fullMessage } from '@crit-lang/findings/comparison/diff-report.js';
import { summary } from '@crit-lang/findings/comparison/diff-markdown.js';
import type { WrittenVersion } from '@crit-lang/findings/comparison/diff-words.js';
import { differingLines, wordsOfBoth } from '@crit-lang/findings/comparison/diff-words.js';

const STYLE: Readonly<Record<Change, Style>> = {
    unchanged: 'dim',
    wording: 'dim',
    broadened: 'green',
    narrowed: 'red',
    both: 'yellow',
    incomparable: 'yellow',
    undecided: 'yellow',
    added: 'blue',
    removed: 'blue',
};

export function writeDiff(out: Output, report: DiffReport, old: WrittenVersion, current: WrittenVersion): void {
    const names = [old, current].map(({ document }) => document.files[0]?.path ?? '');
    out.line({ style: 'bold', text: `From ${names[0] ?? ''} to ${names[1] ?? ''}` });
    if (report.cohorts.length > 0) heading(out, 'Cohorts');
    for (const cohort of report.cohorts) writeCohort(out, cohort);
    heading(out, 'Criteria');
    for (const criterion of report.criteria) if (criterion.change !== 'unchanged') writeCriterion(out, criterion, old, current);
    const unchanged = report.criteria.filter(({ change }) => change === 'unchanged').map(nameOf);
    if (unchanged.length > 0) paragraph(out, `Unchanged: ${unchanged.join(', ')}.`, '  ');
    writeDeclarations(out, report);
    out.line();
    out.line(summary(report));
}

function heading(out: Output, text: string): void {
    out.line();
    out.line({ style: 'bold', text });
}

function paragraph(out: Output, text: string, indent: string): void {
    for (const line of wrap(visibleText(text), out.width, indent, indent.length).map((each, index) => (index === 0 ? indent + each : each))) out.line(line);
}

function writeCohort(out: Output, cohort: ShownCohort): void {
    out.line('  ', { style: 'bold', text: cohort.id }, '  ', { style: STYLE[cohort.change], text: CHANGE_WORDS[cohort.change] });
    paragraph(out, fullMessage(cohort), '    ');
    writePatients(out, cohort);
    for (const { reading, ...patients } of cohort.readings) {
        if (patients.gained === null && patients.lost === null) continue;
        paragraph(out, `With ${reading.criterion} read as ${reading.id}:`, '    ');
        writePatients(out, patients);
    }
}

function nameOf({ of: { old, new: current } }: ShownCriterion): string {
    if (old === null || current === null || old.id === current.id) return (current ?? old)?.id ?? '';
    return `${current.id} (was ${old.id})`;
}

function writeCriterion(out: Output, criterion: ShownCriterion, old: WrittenVersion, current: WrittenVersion): void {
    const title = (criterion.of.new ?? criterion.of.old)?.title ?? null;
    out.line('  ', { style: 'bold', text: nameOf(criterion) }, title === null ? '  ' : ` "${title}"  `, {
        style: STYLE[criterion.change],
        text: CHANGE_WORDS[criterion.change],
    });
    paragraph(out, fullMessage(criterion), '    ');
    const words = wordsOfBoth(old, criterion.of.old, current, criterion.of.new);
    for (const part of ['wording', 'rule'] as const) {
        const lines = differingLines(words.old[part], words.new[part]);
        for (const line of lines.old) marked(out, '-', 'red', line);
        for (const line of lines.new) marked(out, '+', 'green', line);
    }
    writePatients(out, criterion);
}

function marked(out: Output, mark: string, style: Style, line: string): void {
    const [first = '', ...rest] = wrap(visibleText(line), out.width, '      ', 6);
    out.line('    ', { style, text: `${mark} ${first}` });
    for (const each of rest) out.line({ style, text: each });
}

function writePatients(out: Output, { gained, lost }: Patients): void {
    for (const [name, patient] of [
        ['gained', gained],
        ['lost', lost],
    ] as const) {
        if (patient === null || patient.text === null) continue;
        out.line(`    ${name}:`);
        for (const line of patient.text.split('\n')) out.line(`      ${line}`);
    }
}

function writeDeclarations(out: Output, { amendment }: DiffReport): void {
    const { declarations, notAnalysed } = amendment;
    if (declarations.length > 0) heading(out, 'Beside the criteria');
    for (const { message, because, alters } of declarations) {
        const effect = because === null ? '' : alters.length === 0 ? ' It alters no criterion.' : ` It alters ${alters.join(', ')}.`;
        paragraph(out, `${message}${effect}`, '  ');
    }
    if (notAnalysed.length > 0) heading(out, 'Not analysed');
    for (const { version, criterion, reason } of notAnalysed)
        paragraph(out, `${criterion} (${version === 'old' ? 'earlier' : 'new'} version): ${reason}`, '  ');
}
