// Runs one command line and gives its exit code; whatever happens, it ends with a sentence and never with a stack trace.
import { CommanderError } from 'commander';
import { createProgram } from './program.js';
import type { ExitCode } from './exit-codes.js';
import { EXIT, Refusal, Unusable } from './exit-codes.js';
import { Session, remark } from './session.js';
import type { Terminal } from './terminal/terminal.js';
import { VERSION } from './version.js';

/** @param args what stands after `crit`. Never throws. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    const session = new Session(terminal);
    try {
        await createProgram(session).parseAsync(args, { from: 'user' });
        return session.exitCode;
    } catch (error) {
        return exitCodeOf(error, session);
    }
}

function exitCodeOf(error: unknown, session: Session): ExitCode {
    if (error instanceof CommanderError) {
        // Commander has written the help or the message itself.
        return error.exitCode === 0 ? EXIT.fine : EXIT.unusable;
    }
    if (error instanceof Refusal || error instanceof Unusable) {
        remark(session, error.message);
        return error.exitCode;
    }
    reportDefect(error, session);
    return EXIT.defect;
}

function reportDefect(error: unknown, session: Session): void {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    remark(session, 'this is a defect of crit itself, not of your file. Nothing was written half.');
    remark(session, 'Please report it to the makers of Crit: what you ran, the file if you may share it, and the next line.');
    remark(session, `crit ${VERSION}, Node ${process.version}, ${process.platform} ${process.arch}; ${what}`);
}
