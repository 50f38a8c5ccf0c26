// Where install.sh puts code-server and its Node: outside the project, so that the project's own scripts never meet them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');

/** The folder of the stand-in. */
export const hostFolder = process.env.VSCODE_HOST_DIR || path.join(cache, 'crit', 'vscode-host');

/** Whether install.sh has finished there. */
export const hostIsInstalled = () => fs.existsSync(hostFolder) && fs.readdirSync(hostFolder).some((name) => name.startsWith('.done-'));
