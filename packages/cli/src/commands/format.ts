// `crit format`: writes files in the one layout, or says which are not in it.
import type { Command } from 'commander';
import { formatText } from '@crit-lang/language/format/format.js';
import { readTextFile } from '@crit-lang/language/node/text-file.js';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import path from 'node:path';
import { EXIT, worse } from '../exit-codes.js';
import { inputsOf } from '../files/inputs.js';
import { writeWholeFile } from '../files/write-file.js';
import type { Session } from '../session.js';
import { remark } from '../session.js';
import { countOf } from '../terminal/count-of.js';
import { examples } from './examples.js';
import { pathsArgument } from './paths.js';

type Outcome = 'as it should be' | 'formatted' | 'not formatted' | 'left alone' | 'unreadable';

export function addFormat(program: Command, session: Session): void {
    program
        .command('format')
        .summary('lay files out in the one way')
        .description('Lays the files out in the one way; comments stay. A file that does not parse is left as it is. Ends with 1 when a file was left alone.')
        .addArgument(pathsArgument())
        .option('--check', 'change nothing; end with 1 when a file is not formatted')
        .addHelpText('after', examples('crit format protocol.crit', 'crit format . --check'))
        .action((paths: string[], { check }: { check?: boolean }) => format(session, paths, check === true));
}

function format(session: Session, paths: readonly string[], check: boolean): void {
    const { folder, out } = session.terminal;
    const names = new Workspace(folder);
    const { inputs, problems } = inputsOf(paths, folder);
    const outcomes: Outcome[] = [];
    for (const { given, problem } of problems) {
        remark(session, `${names.nameOf(given)}: ${problem}`);
        outcomes.push('unreadable');
    }
    for (const { given } of inputs) {
        const name = names.nameOf(given);
        const { outcome, problem } = formatFile(path.resolve(folder, given), name, check);
        outcomes.push(outcome);
        if (problem !== null) remark(session, `${name}: ${problem}`);
        else if (outcome === 'formatted' || outcome === 'not formatted') out.line(`${outcome}: ${name}`);
    }
    const count = (...wanted: Outcome[]): number => outcomes.filter((outcome) => wanted.includes(outcome)).length;
    const changed = `${countOf(count('formatted', 'not formatted'), 'file')} ${check ? 'to format' : 'formatted'}`;
    out.line(`${changed.charAt(0).toUpperCase()}${changed.slice(1)}, ${countOf(count('as it should be'), 'file')} already in form.`);
    if (count('not formatted', 'left alone') > 0) session.exitCode = worse(session.exitCode, EXIT.no);
    if (count('unreadable') > 0) session.exitCode = EXIT.unusable;
}

function formatFile(place: string, name: string, check: boolean): { outcome: Outcome; problem: string | null } {
    const read = readTextFile(place);
    if ('problem' in read) return { outcome: 'unreadable', problem: read.problem };
    const formatted = formatText(read.text);
    if ('problem' in formatted) return { outcome: 'left alone', problem: `left as it is. ${formatted.problem}` };
    if (formatted.text === read.text) return { outcome: 'as it should be', problem: null };
    if (!check) writeWholeFile(place, name, (read.byteOrderMark ? '\ufeff' : '') + formatted.text);
    return { outcome: check ? 'not formatted' : 'formatted', problem: null };
}
