// `crit lsp --stdio`: the language server, for editors.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import type { ExitCode } from '../exit-codes.js';
import { EXIT, Unusable } from '../exit-codes.js';
import type { Session } from '../session.js';
import { examples } from './examples.js';

export function addLsp(program: Command, session: Session): void {
    program
        .command('lsp')
        .summary('run the language server, for editors')
        .description('Runs the language server, which speaks the Language Server Protocol over standard input and output.')
        .option('--stdio', 'speak over standard input and output (the only way there is)')
        .addHelpText('after', examples('crit lsp --stdio'))
        .action(async ({ stdio }: { stdio?: boolean }) => {
            if (stdio !== true) throw new Unusable("write 'crit lsp --stdio': the server speaks over standard input and output only.");
            const server = serverProgram(process.argv[1]);
            if (server === null) throw new Unusable('the language server is not built, so it cannot be started.');
            session.exitCode = await runServer(server);
        });
}

/** The bundled server: beside this program's bundle, or, in the repository, where the extension has it. */
function serverProgram(started: string | undefined): string | null {
    if (started === undefined) return null;
    // Started by the launcher in bin or as the bundle in dist: both are one folder below the package.
    const home = path.resolve(path.dirname(fs.realpathSync(started)), '..');
    const places = [path.join(home, 'dist/server.cjs'), path.join(home, '../vscode/dist/server.cjs')];
    return places.find((place) => fs.existsSync(place)) ?? null;
}

function runServer(server: string): Promise<ExitCode> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'inherit' });
        child.on('error', reject);
        child.on('close', (code) => resolve(code === 0 ? EXIT.fine : EXIT.defect));
    });
}
