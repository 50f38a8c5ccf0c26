// `crit check`: what is wrong in the files.
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import { diagnosticPage } from '../diagnostic-pages.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT } from '../exit-codes.js';
import { inputsOf } from '../files/inputs.js';
import type { Extent } from '../reports/analysed.js';
import type { CheckedFile } from '../reports/checked-file.js';
import { checkFile, countsOf, unreadable } from '../reports/checked-file.js';
import { checkGithub } from '../reports/check-github.js';
import { writeFindings, writeSummary } from '../reports/check-human.js';
import { checkJson } from '../reports/check-json.js';
import { checkSarif } from '../reports/check-sarif.js';
import type { Session } from '../session.js';
import { remark } from '../session.js';
import { examples } from './examples.js';
import { pathsArgument } from './paths.js';

interface CheckOptions {
    format: 'human' | 'json' | 'sarif' | 'github';
    analysis: boolean;
    fixes?: boolean;
    maxWarnings?: number;
}

export function addCheck(program: Command, session: Session): void {
    program
        .command('check')
        .summary('find errors and doubts in criteria')
        .description(
            'Reads the files and reports what is wrong or doubtful in them and in how their criteria fit together. Ends with 1 when there are errors, with 2 when a file cannot be read.',
        )
        .addArgument(pathsArgument())
        .addOption(new Option('--format <format>', 'how to report').choices(['human', 'json', 'sarif', 'github']).default('human'))
        .option('--no-analysis', 'leave out what needs the solver: whether the criteria fit together')
        .option('--fixes', 'look for changes that mend what the analysis finds; each is tried. json has them without this')
        .option('--no-fixes', 'do not look for them')
        .option('--max-warnings <n>', 'end with 1 when there are more warnings than this', wholeNumber)
        .addHelpText('after', examples('crit check protocol.crit', 'crit check examples --format json', 'crit check . --max-warnings 0 --format github'))
        .action((paths: string[], options: CheckOptions) => {
            session.exitCode = check(session, paths, options);
        });
}

function check(session: Session, paths: readonly string[], options: CheckOptions): ExitCode {
    const { folder, out } = session.terminal;
    const workspace = new Workspace(folder);
    const { inputs, problems } = inputsOf(paths, folder);
    const human = options.format === 'human';
    // Patients who qualify are for programs; people get those that show a finding.
    const fixes = options.fixes ?? options.format === 'json';
    const extent: Extent | null = options.analysis ? { fixes, witnesses: options.format === 'json' ? 'all' : 'findings' } : null;
    const files: CheckedFile[] = [];
    const add = (file: CheckedFile): void => {
        files.push(file);
        // Findings of one file need not wait for the next.
        if (human) writeFindings(out, file);
    };
    for (const { given, problem } of problems) add(unreadable(workspace.nameOf(given), problem));
    for (const input of inputs) add(checkFile(workspace, input, extent));
    switch (options.format) {
        case 'human':
            writeSummary(out, files);
            break;
        case 'json':
            out.raw(checkJson(files));
            break;
        case 'sarif':
            out.raw(checkSarif(files, diagnosticPage));
            break;
        case 'github':
            out.raw(checkGithub(files));
            break;
    }
    return exitCode(session, files, options.maxWarnings);
}

function exitCode(session: Session, files: readonly CheckedFile[], maxWarnings: number | undefined): ExitCode {
    const counts = countsOf(files);
    const tooMany = maxWarnings !== undefined && counts.warning > maxWarnings;
    if (tooMany) remark(session, `${counts.warning} warnings are more than --max-warnings allows (${maxWarnings}).`);
    if (files.some(({ readable }) => !readable)) return EXIT.unusable;
    return counts.error > 0 || tooMany ? EXIT.no : EXIT.fine;
}

function wholeNumber(text: string): number {
    if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number, 0 or more.');
    return Number(text);
}
