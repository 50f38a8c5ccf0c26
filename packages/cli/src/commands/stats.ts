// `crit stats`: how much of the criteria is formal.
import type { Command } from 'commander';
import { Option } from 'commander';
import { compile } from '@crit-lang/language/compile.js';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import type { CriterionClass } from '@crit-lang/model/criteria/classify.js';
import { CRITERION_CLASSES, criterionClassifier } from '@crit-lang/model/criteria/classify.js';
import { EXIT } from '../exit-codes.js';
import type { Input } from '../files/inputs.js';
import { inputsOf } from '../files/inputs.js';
import type { FileStats } from '../reports/stats-table.js';
import { statsTable } from '../reports/stats-table.js';
import type { Session } from '../session.js';
import { remark } from '../session.js';
import { jsonText } from '../terminal/json-text.js';
import { examples } from './examples.js';
import { pathsArgument } from './paths.js';

export function addStats(program: Command, session: Session): void {
    program
        .command('stats')
        .summary('count how many criteria are typed')
        .description('Counts the criteria of each file by how formal they are: each criterion once, in the first class that applies to any of its leaves.')
        .addArgument(pathsArgument())
        .addOption(new Option('--format <format>', 'how to report').choices(['human', 'json']).default('human'))
        .addHelpText('after', examples('crit stats examples', 'crit stats protocol.crit --format json'))
        .action((paths: string[], { format }: { format: 'human' | 'json' }) => stats(session, paths, format));
}

function stats(session: Session, paths: readonly string[], format: 'human' | 'json'): void {
    const { folder, out } = session.terminal;
    const workspace = new Workspace(folder);
    const { inputs, problems } = inputsOf(paths, folder);
    const files: FileStats[] = [];
    const unreadable = (given: string, problem: string): void => {
        remark(session, `${workspace.nameOf(given)}: ${problem}`);
        session.exitCode = EXIT.unusable;
    };
    for (const { given, problem } of problems) unreadable(given, problem);
    for (const input of inputs) {
        const counted = statsOf(workspace, input);
        if ('problem' in counted) unreadable(input.given, counted.problem);
        else files.push(counted);
    }
    if (format === 'json') out.raw(jsonText({ version: 1, files }));
    else for (const line of statsTable(files)) out.line(line);
}

function statsOf(workspace: Workspace, { given, folder }: Input): FileStats | { problem: string } {
    const opened = workspace.open(given);
    if ('problem' in opened) return opened;
    const { document } = compile(opened.file, workspace.importsOf(given, folder));
    const classOf = criterionClassifier(document);
    // Criteria of imported files are counted where they are written; those of the header and the index diseases are not written criteria.
    const own = document.criteria.filter((criterion) => criterion.origin === 'written' && criterion.range?.file === 0);
    const classes = own.map(classOf);
    const count = (each: CriterionClass): number => classes.filter((found) => found === each).length;
    const counts = Object.fromEntries([...CRITERION_CLASSES].reverse().map((each) => [each, count(each)])) as Record<CriterionClass, number>;
    return { path: opened.file.source.path, criteria: own.length, ...counts };
}
