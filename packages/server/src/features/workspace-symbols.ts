// Finds protocols, cohorts, criteria, definitions and declared terms in all files by what is typed of their names and titles.
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import type { Patience } from '../workspace/patience.js';
import { UNDISTURBED } from '../workspace/patience.js';
import type { Workspace, WorkspaceFile } from '../workspace/workspace.js';
import { documentSymbols, isHeading } from './document-symbols.js';

/** More would not be read; the rest comes with more letters. */
const MOST = 500;

interface Found {
    symbol: SymbolInformation;
    /** Name and title in small letters. */
    key: string;
}

/** A file's symbols for as long as its text stays: the list is asked for with each letter. */
const known = new WeakMap<WorkspaceFile, readonly Found[]>();

/** The symbols whose name or title holds the letters of the query in their order, those that begin with it first. */
export async function workspaceSymbols(workspace: Workspace, query: string, { isCancelled, pause }: Patience = UNDISTURBED): Promise<SymbolInformation[]> {
    const typed = query.toLowerCase().replace(/\s+/g, '');
    const found: { symbol: SymbolInformation; rank: number }[] = [];
    for (const uri of workspace.uris()) {
        const file = workspace.file(uri);
        if (file === undefined) continue;
        if (!known.has(file)) await pause();
        if (isCancelled()) return [];
        for (const { symbol, key } of symbolsOf(workspace, file)) {
            const rank = rankOf(typed, key);
            if (rank !== null) found.push({ symbol, rank });
        }
    }
    return found
        .sort((a, b) => a.rank - b.rank)
        .slice(0, MOST)
        .map(({ symbol }) => symbol);
}

function symbolsOf(workspace: Workspace, file: WorkspaceFile): readonly Found[] {
    const { uri } = file;
    const before = known.get(file);
    if (before !== undefined) return before;
    const symbols = flat(documentSymbols(workspace, uri), uri, '');
    workspace.release(uri);
    known.set(file, symbols);
    return symbols;
}

/** Headings have no name of their own; what stands in them does. */
function flat(symbols: readonly DocumentSymbol[], uri: string, container: string): Found[] {
    return symbols.flatMap((each) => {
        const { name, detail = '', kind, selectionRange, children = [] } = each;
        if (isHeading(each)) return flat(children, uri, container === '' ? name : container);
        const inside = flat(children, uri, name);
        const title = detail === '' ? name : `${name} ${detail}`;
        const symbol: SymbolInformation = {
            name: title,
            kind,
            location: { uri, range: selectionRange },
            ...(container === '' ? {} : { containerName: container }),
        };
        return [{ symbol, key: title.toLowerCase() }, ...inside];
    });
}

/** Lower is better: the beginning, a part, letters in their order; null where they are not all there. */
function rankOf(typed: string, key: string): number | null {
    const plain = key.replace(/\s+/g, '');
    const at = plain.indexOf(typed);
    if (at >= 0) return at === 0 ? 0 : 1;
    let from = 0;
    for (const letter of typed) {
        const place = plain.indexOf(letter, from);
        if (place < 0) return null;
        from = place + 1;
    }
    return 2;
}
