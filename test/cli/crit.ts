// Runs the command line inside the test process, with a terminal that keeps what is written.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '@crit-lang/cli/run.js';
import { Output } from '@crit-lang/cli/terminal/terminal.js';
import { root } from '../support/repository.js';

export interface Outcome {
    code: number;
    out: string;
    err: string;
}

/** Runs `crit` with these arguments in a folder (the top of the checkout unless given), 100 characters wide and without colour. */
export async function critIn(folder: string, ...args: string[]): Promise<Outcome> {
    const written = { out: '', err: '' };
    const output = (stream: 'out' | 'err') => new Output((text) => (written[stream] += text), false, 100);
    const code = await run(args, { folder, out: output('out'), err: output('err') });
    return { code, ...written };
}

/** Runs `crit` at the top of the checkout. */
export const crit = (...args: string[]): Promise<Outcome> => critIn(root, ...args);

/** The whole outcome as one text, for goldens. */
export function transcript(args: readonly string[], { code, out, err }: Outcome): string {
    const part = (name: string, text: string) => (text === '' ? '' : `--- ${name}\n${text}`);
    return `$ crit ${args.join(' ')}\n${part('standard output', out)}${part('standard error', err)}--- exit code ${code}\n`;
}

/** A new folder with these files (text or bytes, by relative path), and what removes it. */
export function folderWith(files: Record<string, string | Buffer>): { folder: string; remove: () => void } {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'crit-cli-')));
    for (const [name, content] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        fs.writeFileSync(path.join(folder, name), content);
    }
    return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
