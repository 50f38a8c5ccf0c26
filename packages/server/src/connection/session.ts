// What the requests of one editor share.
import type { Connection } from 'vscode-languageserver';
import type { AnalysedFiles } from '../analysis/analysed-files.js';
import type { FileStatus } from '../features/status.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Answering } from './answering.js';
import type { EditorAbilities } from './capabilities.js';
import type { Settings } from './settings.js';

export interface Session {
    readonly connection: Connection;
    readonly workspace: Workspace;
    readonly analysed: AnalysedFiles;
    readonly answering: Answering;
    /** As the editor set them last. */
    settings: Settings;
    abilities: EditorAbilities;
    /** How the editor spells the URI of a file. */
    readonly spelt: (uri: string) => string;
    readonly statusOf: (uri: string) => FileStatus | null;
}
