// The files an editor works on: open ones and those on disk, parsed once, and compiled anew only where an edit reaches.
import type { Compilation } from '@crit-lang/language/compile.js';
import { compile, shippedVocabulary } from '@crit-lang/language/compile.js';
import type { ImportLoader } from '@crit-lang/language/resolve/imports.js';
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { MAX_FILE_BYTES } from '@crit-lang/language/syntax/parse.js';
import { SourceText } from '@crit-lang/language/syntax/source-text.js';
import type { FileSystem } from './file-system.js';
import { ImportGraph } from './import-graph.js';
import { canonicalUri, isInFolder, isLeftOut, relativeTo } from './uris.js';

/** A file as it stands now. */
export interface WorkspaceFile {
    /** Canonical. */
    uri: string;
    text: string;
    /** Set instead of a text when the file cannot be read: a sentence why. */
    problem: string | null;
    /** The version that the editor gave the text; null when the file is not open. */
    version: number | null;
}

interface Known extends WorkspaceFile {
    parsed?: ParsedFile;
    compilation?: Compilation;
    /** Of the text before the last edit. */
    earlier?: Compilation;
}

export class Workspace {
    private readonly files = new Map<string, Known>();
    private readonly folders = new Set<string>();
    private readonly imports = new ImportGraph();
    private readonly stale = new Set<string>();
    private readonly revisions = new Map<string, number>();

    constructor(
        private readonly disk: FileSystem,
        private readonly vocabulary = shippedVocabulary(),
    ) {}

    /** From now on imports of files in this folder stay inside it; its files are read when they are asked for. */
    addFolder(folder: string): void {
        this.folders.add(withoutSlash(folder));
    }

    /** Reads the files of a folder, which takes time in a large one. */
    readFolder(folder: string): void {
        for (const file of this.disk.filesIn(withoutSlash(folder))) this.refresh(file);
    }

    removeFolder(folder: string): void {
        const uri = withoutSlash(folder);
        this.folders.delete(uri);
        for (const file of [...this.files.values()]) {
            if (file.version === null && isInFolder(file.uri, uri) && this.folderOf(file.uri) === null) this.forget(file.uri);
        }
    }

    /** The workspace folder that a file lies in, the innermost if there are several. */
    folderOf(uri: string): string | null {
        let found: string | null = null;
        for (const folder of this.folders) if (isInFolder(uri, folder) && folder.length > (found?.length ?? -1)) found = folder;
        return found;
    }

    /** The editor opened a file or changed its text: from now on that text counts, whatever is on disk. */
    setOpenText(uri: string, text: string, version: number): void {
        const tooLarge = text.length > MAX_FILE_BYTES ? `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Split it, and import the parts.` : null;
        const key = canonicalUri(uri);
        const known = this.files.get(key);
        if (known === undefined || known.text !== text || known.problem !== tooLarge)
            this.set({ uri: key, text: tooLarge === null ? text : '', problem: tooLarge, version });
        else known.version = version;
        this.stale.add(key);
    }

    /** The editor closed a file: what is on disk counts again. */
    close(uri: string): void {
        const key = canonicalUri(uri);
        const file = this.files.get(key);
        if (file !== undefined) file.version = null;
        this.refresh(key);
    }

    /** A file was created, changed or deleted on disk. */
    refresh(uri: string): void {
        const key = canonicalUri(uri);
        const known = this.files.get(key);
        if (known !== undefined && known.version !== null) return;
        const read = this.disk.read(key);
        const folder = this.folderOf(key);
        const isWanted = (folder !== null && !isLeftOut(key, folder)) || this.imports.importersOf(key).size > 0;
        if (!isWanted || ('problem' in read && read.missing)) this.forget(key);
        else if ('problem' in read) this.set({ uri: key, text: '', problem: read.problem, version: null });
        else if (known?.text !== read.text || known.problem !== null) this.set({ uri: key, text: read.text, problem: null, version: null });
    }

    /** All files that the workspace knows, open ones and those never opened. */
    uris(): string[] {
        return [...this.files.keys()];
    }

    /** The file, or undefined when the workspace does not know it. */
    file(uri: string): WorkspaceFile | undefined {
        return this.files.get(canonicalUri(uri));
    }

    /** The syntax tree of a file, made when first asked for after an edit. */
    parsed(uri: string): ParsedFile | undefined {
        const file = this.files.get(canonicalUri(uri));
        if (file === undefined) return undefined;
        if (file.parsed === undefined) {
            file.parsed = parseFile(file.uri, file.text);
            this.imports.set(file.uri, importedBy(file.uri, file.parsed));
        }
        return file.parsed;
    }

    /** The compilation of a file with what it imports, made when first asked for after an edit that reaches it. */
    compilation(uri: string): Compilation | undefined {
        const file = this.files.get(canonicalUri(uri));
        if (file === undefined) return undefined;
        const main = this.parsed(file.uri);
        if (main !== undefined) file.compilation ??= compile(main, this.loaderFor(file.uri), this.vocabulary);
        delete file.earlier;
        return file.compilation;
    }

    /** The compilation of a file, or while it is being typed in the one before: good enough to know which names there are, and at once. */
    latestCompilation(uri: string): Compilation | undefined {
        const file = this.files.get(canonicalUri(uri));
        return file?.compilation ?? file?.earlier ?? this.compilation(uri);
    }

    /** Another version of a file, in its place: what it imports is as it is now. Nothing of it is kept. */
    compilationOf(uri: string, text: string): Compilation {
        const key = canonicalUri(uri);
        return compile(parseFile(key, text), this.loaderFor(key), this.vocabulary);
    }

    /** Changes whenever the file or what it imports does: two answers about one revision are about the same text. */
    revision(uri: string): number {
        return this.revisions.get(canonicalUri(uri)) ?? 0;
    }

    /** The text of a file with its lines, without reading it as Crit. */
    sourceText(uri: string): SourceText | undefined {
        const file = this.files.get(canonicalUri(uri));
        return file === undefined ? undefined : (file.parsed?.source ?? new SourceText(file.uri, file.text, 0));
    }

    /** The file that an import in a file means; undefined when it cannot be had. */
    importedFile(uri: string, importPath: string): string | undefined {
        const target = this.disk.importTarget(canonicalUri(uri), importPath, this.folderOf(canonicalUri(uri)));
        return 'uri' in target ? target.uri : undefined;
    }

    /** Files whose findings may have changed since the last call, open ones first; includes files that are gone. */
    takeStale(): string[] {
        const isOpen = (uri: string): boolean => (this.files.get(uri)?.version ?? null) !== null;
        const uris = [...this.stale].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
        this.stale.clear();
        return uris;
    }

    /** All files count as changed: for settings that findings depend on. */
    recheckAll(): void {
        for (const uri of this.files.keys()) this.stale.add(uri);
    }

    /** Lets go of the syntax tree of a file that is neither open nor imported; it is made again when needed. */
    release(uri: string): void {
        const file = this.files.get(canonicalUri(uri));
        if (file === undefined || file.version !== null) return;
        delete file.compilation;
        delete file.earlier;
        if (this.imports.importersOf(file.uri).size === 0) delete file.parsed;
    }

    /** Whether the editor has the file open. */
    isOpen(uri: string): boolean {
        return (this.files.get(canonicalUri(uri))?.version ?? null) !== null;
    }

    private set(file: WorkspaceFile): void {
        const before = this.files.get(file.uri);
        const earlier = before?.compilation ?? before?.earlier;
        this.files.set(file.uri, earlier === undefined ? file : { ...file, earlier });
        this.spoil(file.uri);
    }

    private forget(uri: string): void {
        if (!this.files.delete(uri)) return;
        this.spoil(uri);
        this.imports.set(uri, []);
    }

    // An edit reaches the file itself and all that import it, directly or through others; nothing else.
    private spoil(uri: string): void {
        for (const reached of [uri, ...this.imports.allImportersOf(uri)]) {
            this.stale.add(reached);
            this.revisions.set(reached, (this.revisions.get(reached) ?? 0) + 1);
            const file = this.files.get(reached);
            if (file?.compilation === undefined) continue;
            file.earlier = file.compilation;
            delete file.compilation;
        }
    }

    private loaderFor(main: string): ImportLoader {
        const folder = this.folderOf(main);
        return (from, importPath) => {
            const target = this.disk.importTarget(from, importPath, folder);
            if ('problem' in target) return target;
            const key = canonicalUri(target.uri);
            if (!this.files.has(key)) this.takeIn(key);
            const known = this.files.get(key);
            if (known !== undefined && known.problem !== null) return { problem: `"${importPath}" cannot be read. ${known.problem}` };
            const file = this.parsed(key);
            return file === undefined ? { problem: `"${importPath}" cannot be read.` } : { file };
        };
    }

    // An imported file that no folder holds; it is new to all, so nothing else is reached.
    private takeIn(uri: string): void {
        const read = this.disk.read(uri);
        this.files.set(
            uri,
            'problem' in read ? { uri, text: '', problem: read.problem, version: null } : { uri, text: read.text, problem: null, version: null },
        );
        this.stale.add(uri);
    }
}

function withoutSlash(folder: string): string {
    return canonicalUri(folder).replace(/\/$/, '');
}

function importedBy(uri: string, file: ParsedFile): string[] {
    return file.symbols.imports.flatMap((statement) => {
        // After error recovery the path may be missing.
        const path = (statement as { path?: string }).path;
        return path === undefined ? [] : (relativeTo(uri, path) ?? []);
    });
}
