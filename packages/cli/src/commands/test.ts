// `crit test`: runs the patient cases that are written in the files.
import type { Command } from 'commander';
import { Option } from 'commander';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT, Unusable } from '../exit-codes.js';
import { inputsOf } from '../files/inputs.js';
import { testHuman, testSummary } from '../reports/test-human.js';
import { testJson } from '../reports/test-json.js';
import { testJunit } from '../reports/test-junit.js';
import type { TestedFile } from '../reports/tested-file.js';
import { testFile, untestable } from '../reports/tested-file.js';
import type { Session } from '../session.js';
import { remark } from '../session.js';
import { examples } from './examples.js';
import { pathsArgument } from './paths.js';

interface TestOptions {
    format: 'human' | 'json' | 'junit';
    coverage?: boolean;
    suggest?: boolean;
}

export function addTest(program: Command, session: Session): void {
    program
        .command('test')
        .summary('run the patient cases written in the files')
        .description(
            'Evaluates the criteria over each patient case and compares with what the case expects. Ends with 1 when a case fails or a file has errors, with 2 when a file cannot be read.',
        )
        .addArgument(pathsArgument())
        .option('--coverage', 'list the criteria, lines and alternatives that no patient case decides')
        .option('--suggest', 'propose patient cases for them (not built yet)')
        .addOption(new Option('--format <format>', 'how to report').choices(['human', 'json', 'junit']).default('human'))
        .addHelpText('after', examples('crit test examples', 'crit test protocol.crit --coverage', 'crit test . --format junit'))
        .action((paths: string[], options: TestOptions) => {
            session.exitCode = test(session, paths, options);
        });
}

function test(session: Session, paths: readonly string[], { format, coverage = false, suggest = false }: TestOptions): ExitCode {
    if (suggest) throw new Unusable("'crit test --suggest' is not built yet, so nothing was done.");
    const { folder, out } = session.terminal;
    const workspace = new Workspace(folder);
    const { inputs, problems } = inputsOf(paths, folder);
    const files: TestedFile[] = [
        ...problems.map(({ given, problem }) => untestable(workspace.nameOf(given), problem)),
        ...inputs.map((input) => testFile(workspace, input, coverage)),
    ];
    for (const { path, problem } of files) if (problem !== null) remark(session, `${path}: ${problem}`);
    switch (format) {
        case 'human':
            for (const file of files) testHuman(out, file);
            testSummary(out, files);
            break;
        case 'json':
            out.raw(testJson(files));
            break;
        case 'junit':
            out.raw(testJunit(files));
            break;
    }
    if (files.some(({ problem }) => problem !== null)) return EXIT.unusable;
    return files.some(({ errors, tests }) => errors > 0 || tests.some(({ passed }) => !passed)) ? EXIT.no : EXIT.fine;
}
