// Reads the vocabulary files as the author wrote them: which code and which class stands on a line with a source.
import fs from 'node:fs';
import type { Term } from '@crit-lang/language/generated/ast.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { inRoot } from '../support/repository.js';

export interface WrittenFact {
    /** "mesh:D008180", or the name of the class. */
    value: string;
    /** The source of the line, or null. */
    source: string | null;
}

export interface WrittenEntry {
    file: string;
    line: number;
    name: string;
    kind: string;
    /** Canonical name, title and synonyms. */
    names: string[];
    codes: WrittenFact[];
    parents: WrittenFact[];
    hasDefinition: boolean;
    hasPlain: boolean;
}

/** Every entry of packages/vocabulary/terms. */
export function vocabularyEntries(): WrittenEntry[] {
    const folder = 'packages/vocabulary/terms';
    const names = fs
        .readdirSync(inRoot(folder))
        .filter((name) => name.endsWith('.crit'))
        .sort();
    return names.flatMap((name) => {
        const file = parseFile(`${folder}/${name}`, fs.readFileSync(inRoot(folder, name), 'utf8'));
        return file.symbols.terms.map((node) => writtenEntry(node, file.source.path, file.source.rangeOf(node).start.line + 1));
    });
}

function writtenEntry(node: Term, file: string, line: number): WrittenEntry {
    const entry: WrittenEntry = {
        file,
        line,
        name: node.name,
        kind: node.kind,
        names: [node.name, ...(node.title === undefined ? [] : [node.title])],
        codes: [],
        parents: [],
        hasDefinition: false,
        hasPlain: false,
    };
    for (const property of node.properties) {
        if (property.$type === 'TermCodes') entry.codes.push(...property.codes.map((value) => ({ value, source: property.source ?? null })));
        if (property.$type === 'TermNames' && (property.key === 'is a' || property.key === 'is an'))
            entry.parents.push(...property.names.map((value) => ({ value, source: property.source ?? null })));
        if (property.$type !== 'TermTexts') continue;
        if (property.key === 'also') entry.names.push(...property.texts);
        if (property.key === 'definition') entry.hasDefinition = true;
        if (property.key === 'plain') entry.hasPlain = true;
    }
    return entry;
}
