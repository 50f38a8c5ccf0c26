// `crit diff`: which criteria changed in meaning between two versions, and who is gained and lost by it.
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { compareDocuments } from '@crit-lang/analysis/amendment/amendment.js';
import type { Change } from '@crit-lang/analysis/amendment/report.js';
import type { Compilation } from '@crit-lang/language/compile.js';
import { compile, isGenerable } from '@crit-lang/language/compile.js';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import { EXIT, Refusal, Unusable } from '../exit-codes.js';
import { compileFile } from '../files/open-file.js';
import { writeFindings } from '../reports/check-human.js';
import { writeDiff } from '../reports/diff-human.js';
import { diffJson } from '../reports/diff-json.js';
import type { WrittenVersion } from '@crit-lang/findings/comparison/diff-words.js';
import { diffMarkdown } from '@crit-lang/findings/comparison/diff-markdown.js';
import type { DiffReport } from '@crit-lang/findings/comparison/diff-report.js';
import { diffReport } from '@crit-lang/findings/comparison/diff-report.js';
import type { Session } from '../session.js';
import { remark } from '../session.js';
import { didYouMean } from '../terminal/nearest-word.js';
import { examples } from './examples.js';

interface DiffOptions {
    format: 'human' | 'json' | 'markdown';
    forbid: readonly Change[];
}

const CHANGES: readonly Change[] = ['wording', 'broadened', 'narrowed', 'both', 'incomparable', 'undecided', 'added', 'removed'];

export function addDiff(program: Command, session: Session): void {
    program
        .command('diff')
        .summary('say which criteria changed in meaning between two versions')
        .description(
            'Compares two versions of a protocol: what each criterion and each cohort means, before and now, with a patient who is gained and one who is lost. ' +
                'Ends with 1 when a change occurs that --forbid names, or a file has errors; with 2 when one cannot be read.',
        )
        .argument('<old>', 'the earlier version, a .crit file')
        .argument('<new>', 'the new version, a .crit file')
        .addOption(new Option('--format <format>', 'how to report').choices(['human', 'json', 'markdown']).default('human'))
        .addOption(
            new Option('--forbid <changes>', "changes that must not occur, such as broadened,narrowed; each of the two takes in 'both'")
                .argParser(changesNamed)
                .default([], 'none'),
        )
        .addHelpText(
            'after',
            examples('crit diff old.crit new.crit', 'crit diff old.crit new.crit --forbid broadened', 'crit diff old.crit new.crit --format markdown'),
        )
        .action((old: string, current: string, options: DiffOptions) => diff(session, old, current, options));
}

function diff(session: Session, oldFile: string, newFile: string, { format, forbid }: DiffOptions): void {
    const { folder, out } = session.terminal;
    const workspace = new Workspace(folder);
    const [old, current] = readBoth(workspace, oldFile, newFile);
    refuseErrors(session, workspace, [oldFile, old], [newFile, current]);
    const report = diffReport(compareDocuments(old.document, current.document));
    switch (format) {
        case 'human':
            writeDiff(out, report, written(old), written(current));
            break;
        case 'json':
            out.raw(diffJson(report));
            break;
        case 'markdown':
            out.raw(diffMarkdown(report, written(old), written(current)));
            break;
    }
    sayForbidden(session, report, forbid);
}

function written({ document, files }: Compilation): WrittenVersion {
    return { document, sources: files.map(({ source }) => source.text) };
}

/** @throws Unusable when one of them, or both, cannot be read. */
function readBoth(workspace: Workspace, oldFile: string, newFile: string): [Compilation, Compilation] {
    const problems = [oldFile, newFile].flatMap((given) => {
        const opened = workspace.open(given);
        return 'problem' in opened ? [`${workspace.nameOf(given)}: ${opened.problem}`] : [];
    });
    if (problems.length > 0) throw new Unusable([...new Set(problems)].join(' '));
    return [compileFile(workspace, oldFile), compileFile(workspace, newFile)];
}

/** @throws Refusal where a version, or an import of it, does not parse or type-check; its errors go to standard error. */
function refuseErrors({ terminal }: Session, workspace: Workspace, ...versions: readonly [string, Compilation][]): void {
    const broken = new Map<string, Compilation>();
    for (const [given, main] of versions) {
        const imported = main.files.slice(1).map((file) => compile(file, workspace.importsOf(given, null)));
        for (const compilation of [main, ...imported]) if (!isGenerable(compilation)) broken.set(compilation.files[0]?.source.path ?? '', compilation);
    }
    for (const { files, diagnostics } of broken.values()) {
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        writeFindings(terminal.err, { readable: true, diagnostics: errors, files: files.map((file) => file.source.path) });
    }
    const names = [...broken.keys()];
    if (names.length > 0)
        throw new Refusal(
            `nothing was compared: ${names.join(', ')} ${names.length === 1 ? 'does' : 'do'} not parse or type-check. Correct the errors above first.`,
        );
}

function sayForbidden(session: Session, { cohorts, criteria }: DiffReport, forbid: readonly Change[]): void {
    const isForbidden = (change: Change): boolean =>
        forbid.includes(change) || (change === 'both' && (forbid.includes('broadened') || forbid.includes('narrowed')));
    const named = (changes: readonly { id: string; change: Change }[], wanted: (change: Change) => boolean): string[] =>
        changes.filter(({ change }) => wanted(change)).map(({ id, change }) => `${id} (${change})`);
    const found = [...named(cohorts, isForbidden).map((name) => `cohort ${name}`), ...named(criteria, isForbidden)];
    if (found.length > 0) {
        remark(session, `forbidden: ${found.join(', ')}.`);
        session.exitCode = EXIT.no;
    }
    if (!forbid.includes('broadened') && !forbid.includes('narrowed')) return;
    const isOpen = (change: Change): boolean => (change === 'incomparable' || change === 'undecided') && !isForbidden(change);
    const open = [...named(cohorts, isOpen).map((name) => `cohort ${name}`), ...named(criteria, isOpen)];
    if (open.length > 0) remark(session, `whether these broaden or narrow is not known, so --forbid does not count them: ${open.join(', ')}.`);
}

function changesNamed(text: string): Change[] {
    return text.split(',').map((name) => {
        const found = CHANGES.find((change) => change === name.trim());
        if (found === undefined) throw new InvalidArgumentError(`There is: ${CHANGES.join(', ')}.${didYouMean(name, CHANGES)}`);
        return found;
    });
}
