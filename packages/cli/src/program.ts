// The command `crit` with its sub-commands, as Commander reads them.
import { Command } from 'commander';
import { addCheck } from './commands/check.js';
import { addCount } from './commands/count.js';
import { addDiff } from './commands/diff.js';
import { addExplain } from './commands/explain.js';
import { addFormat } from './commands/format.js';
import { addGenerate } from './commands/generate.js';
import { addLsp } from './commands/lsp.js';
import { addScreen } from './commands/screen.js';
import { addStats } from './commands/stats.js';
import { addTerms } from './commands/terms.js';
import { addTest } from './commands/test.js';
import { examples } from './commands/examples.js';
import type { Session } from './session.js';
import { VERSION } from './version.js';

const COMMANDS = [addCheck, addGenerate, addFormat, addStats, addTerms, addExplain, addDiff, addTest, addScreen, addCount, addLsp];

/** The program; it writes to the session's terminal and never ends the process. */
export function createProgram(session: Session): Command {
    const { out, err } = session.terminal;
    const program = new Command('crit')
        .description('Checks, formats and explains eligibility criteria written in Crit, and generates from them.')
        .version(VERSION, '-V, --version', 'print the version')
        .helpOption('-h, --help', 'print this help')
        .helpCommand('help [command]', 'print the help of a command')
        .configureHelp({ helpWidth: Math.min(out.width, 120) })
        .configureOutput({
            writeOut: (text) => out.raw(text),
            writeErr: (text) => err.raw(text),
            getOutHelpWidth: () => out.width,
            getErrHelpWidth: () => err.width,
            getOutHasColors: () => out.colour,
            getErrHasColors: () => err.colour,
            outputError: (text) => {
                for (const line of text.trimEnd().split('\n')) err.line(line.replace(/^error: /, 'crit: '));
            },
        })
        .exitOverride()
        .addHelpText(
            'after',
            examples('crit check examples', 'crit generate examples/breakfree-1.crit --to registry', 'crit explain unknown-term') +
                '\nExit codes: 0 fine; 1 the answer is no (errors found, not formatted, nothing found); 2 wrong usage, or a file that cannot be read or written; 3 a defect of crit.\n',
        );
    for (const add of COMMANDS) add(program, session);
    return program;
}
