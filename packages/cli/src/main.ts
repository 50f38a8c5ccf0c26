// Starts the command line in a process: what can be prepared before the command is known, and the run itself.
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { prepareLanguage } from './prepare-language.js';
import { EXIT } from './exit-codes.js';
import { run } from './run.js';
import { Output } from './terminal/terminal.js';

const WIDTH_WITHOUT_TERMINAL = 100;

/** Makes ready what every command needs; the start-up snapshot holds the result. */
export function prepare(): void {
    const nowhere = new Output(() => undefined, false, WIDTH_WITHOUT_TERMINAL);
    prepareLanguage(nowhere);
    // A run that finds no file, for the command line's own part: its code is compiled when it is first used.
    void run(['check', 'sample.crit/none', '--no-analysis'], { folder: path.sep, out: nowhere, err: nowhere });
}

/** Runs the command of this process and sets its exit code. */
export async function main(): Promise<void> {
    // Most runs are over before optimised code would pay for its making; long ones still get it. (V8's own budget is about 70 thousand.)
    // Later versions of Node have no such flag, and complain of it.
    if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');
    // Nor do most patterns run often enough for machine code of their own.
    setFlagsFromString('--regexp-tier-up-ticks=20');
    // Set first, so that an end that nobody foresaw is not taken for success.
    process.exitCode = EXIT.defect;
    const out = outputTo(process.stdout);
    const err = outputTo(process.stderr);
    const exitCode = await run(process.argv.slice(2), { folder: process.cwd(), out, err });
    process.exitCode = unwritten ? EXIT.unusable : exitCode;
}

/** Whether something could not be written, other than for want of a reader. */
let unwritten = false;

function outputTo(stream: NodeJS.WriteStream): Output {
    let open = true;
    stream.on('error', (error: NodeJS.ErrnoException) => {
        open = false;
        // The reader may have seen enough (`crit check … | head`): then the rest is dropped in silence.
        if (error.code === 'EPIPE' || error.code === 'EOF' || unwritten) return;
        unwritten = true;
        process.exitCode = EXIT.unusable;
        if (stream === process.stdout) process.stderr.write(`crit: the output cannot be written (${error.code ?? 'for a reason unknown'}).\n`);
    });
    const colour = stream.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb';
    const width = stream.isTTY ? Math.max(40, stream.columns) : WIDTH_WITHOUT_TERMINAL;
    return new Output(
        (text) => {
            if (open) stream.write(text);
        },
        colour,
        width,
    );
}
