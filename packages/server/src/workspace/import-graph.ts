// Which file imports which: from it follows what an edit reaches.

export class ImportGraph {
    private readonly imported = new Map<string, readonly string[]>();
    private readonly importers = new Map<string, Set<string>>();

    /** Replaces what a file imports. Targets need not exist: their importers are told when they appear. */
    set(file: string, targets: readonly string[]): void {
        for (const before of this.imported.get(file) ?? []) this.importers.get(before)?.delete(file);
        if (targets.length === 0) this.imported.delete(file);
        else this.imported.set(file, targets);
        for (const target of targets) {
            const known = this.importers.get(target);
            if (known === undefined) this.importers.set(target, new Set([file]));
            else known.add(file);
        }
    }

    /** The files that name this one in an import. */
    importersOf(file: string): ReadonlySet<string> {
        return this.importers.get(file) ?? new Set();
    }

    /** The files that import this one, directly or through others; itself only when it imports itself in a circle. */
    allImportersOf(file: string): Set<string> {
        const found = new Set<string>();
        const waiting = [file];
        for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
            for (const importer of this.importersOf(at)) {
                if (found.has(importer)) continue;
                found.add(importer);
                waiting.push(importer);
            }
        }
        return found;
    }
}
