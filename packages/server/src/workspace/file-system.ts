// What the workspace asks of the place where files are kept; Node's disk is one answer, a map in memory another.

/** A file's text, or a sentence why it cannot be had; `missing` when there is no such file at all. */
export type ReadFile = { text: string } | { problem: string; missing: boolean };

/** Files are named by URI. No function throws. */
export interface FileSystem {
    /** The `.crit` files of a folder and its sub-folders. */
    filesIn(folder: string): string[];
    read(uri: string): ReadFile;
    /** The file that an import means. `folder` is the workspace folder, which imports never leave; null: the importing file's own folder. */
    importTarget(importing: string, importPath: string, folder: string | null): { uri: string } | { problem: string };
}
