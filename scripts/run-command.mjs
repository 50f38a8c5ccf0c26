// Runs programs: Node programs by their path, npm through the npm that started us; no shell, so that it works on every platform.
import { spawn } from 'node:child_process';
import { root } from './repository.mjs';

/**
 * Runs a command and gives its exit code and what it printed.
 * With `show`, its output goes straight to this terminal and `output` is empty.
 */
export function runCommand(command, args, { show = false, env = {}, cwd = root } = {}) {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, {
            cwd,
            env: { ...process.env, ...env },
            stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
            shell: command === 'npm' && process.platform === 'win32',
        });
        const chunks = [];
        child.stdout?.on('data', (chunk) => chunks.push(chunk));
        child.stderr?.on('data', (chunk) => chunks.push(chunk));
        child.on('error', reject);
        child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output: Buffer.concat(chunks).toString('utf8') }));
    });
}

/** Runs a Node program, given by its path, with this Node. */
export const runNode = (args, options) => runCommand(process.execPath, args, options);

/** Runs npm: the one that started this script, else the one on the path. */
export function runNpm(args, options) {
    const npm = process.env.npm_execpath;
    return npm?.endsWith('.js') ? runNode([npm, ...args], options) : runCommand('npm', args, options);
}
