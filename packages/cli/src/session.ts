// One run of the command line: where it reads and writes, and how it ends.
import type { ExitCode } from './exit-codes.js';
import { EXIT } from './exit-codes.js';
import type { Terminal } from './terminal/terminal.js';

export class Session {
    exitCode: ExitCode = EXIT.fine;

    constructor(readonly terminal: Terminal) {}
}

/** Writes a remark to standard error. */
export function remark({ terminal }: Session, text: string): void {
    terminal.err.line(`crit: ${text}`);
}
