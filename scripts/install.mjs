// Installs what package-lock.json names, unless node_modules already holds exactly that.
import { exists, readJson } from './repository.mjs';
import { runNpm } from './run-command.mjs';

/** Runs `npm ci` when node_modules is missing or differs from the lock file. Throws an error with a sentence for the user if that fails. */
export async function install() {
    const reason = whyInstall();
    if (reason === undefined) return;
    console.log(`Installing packages (${reason}) …`);
    const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund']);
    if (code !== 0) throw new Error(`npm ci failed with exit code ${code}:\n${output}`);
}

function whyInstall() {
    if (!exists('node_modules/.package-lock.json')) return 'node_modules is missing';
    const wanted = readJson('package-lock.json').packages;
    const present = readJson('node_modules/.package-lock.json').packages;
    for (const [place, entry] of Object.entries(wanted)) {
        // The root and the workspaces themselves stand in the lock file only; packages for other platforms are optional.
        if (!place.includes('node_modules/')) continue;
        const found = present[place];
        if (found === undefined && entry.optional) continue;
        if (found === undefined || found.version !== entry.version || found.integrity !== entry.integrity) {
            return `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)} is not as package-lock.json says`;
        }
    }
    for (const place of Object.keys(present)) if (wanted[place] === undefined) return `${place} is not in package-lock.json`;
    return undefined;
}
