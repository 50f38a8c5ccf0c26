// Compiles vocabulary files into the entries and relations that are shipped; refuses what does not hold together.
import type { Relation } from '@crit-lang/model/criteria/term.js';
import { compareText, nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { VocabularyEntry } from '@crit-lang/vocabulary/term-index.js';
import { TermIndex } from '@crit-lang/vocabulary/term-index.js';
import { DiagnosticCollector } from '../diagnostics/collector.js';
import { lowerExpression } from '../lowering/conditions/expression.js';
import { lowerDeclaration } from '../lowering/declaration.js';
import { Lowering } from '../lowering/lowering.js';
import { STANDARD_ANCHOR } from '../lowering/protocol.js';
import { lowerTerm, relationsOf } from '../lowering/term.js';
import { NameScope } from '../resolve/name-scope.js';
import type { ParsedFile } from '../resolve/parsed-file.js';

export interface CompiledVocabulary {
    entries: VocabularyEntry[];
    relations: Relation[];
    /** Sentences, one a problem, with file and line; empty when the vocabulary holds together. */
    problems: string[];
}

/** Compiles the files of a vocabulary; entries come sorted by name. */
export function compileVocabulary(files: readonly ParsedFile[]): CompiledVocabulary {
    const problems: string[] = [];
    const entries: VocabularyEntry[] = [];
    const placeOf = new Map<string, string>();
    for (const file of files) {
        for (const found of file.syntaxDiagnostics) problems.push(`${file.source.path}:${found.range.start.line + 1}: ${found.message}`);
        for (const node of file.symbols.terms) {
            const entry = lowerTerm(node, 'shipped');
            const place = `${file.source.path}:${file.source.rangeOf(node).start.line + 1}`;
            const earlier = placeOf.get(nameKey(entry.term.id));
            if (earlier !== undefined) problems.push(`${place}: '${entry.term.id}' is already declared at ${earlier}.`);
            placeOf.set(nameKey(entry.term.id), place);
            entries.push(entry);
        }
    }
    const index = new TermIndex(entries);
    const canonical = entries.map((entry) => withCanonicalNames(entry, index, placeOf.get(nameKey(entry.term.id)) ?? '', problems));
    canonical.sort((a, b) => compareText(nameKey(a.term.id), nameKey(b.term.id)));
    const final = new TermIndex(canonical);
    for (const { term } of canonical) {
        if (term.parents.some((parent) => final.ancestorsOf(parent).includes(term.id)))
            problems.push(`${placeOf.get(nameKey(term.id)) ?? ''}: '${term.id}' is a kind of itself.`);
    }
    return { entries: canonical, relations: [...canonical.flatMap(relationsOf), ...declaredRelations(files, final, problems)], problems };
}

function withCanonicalNames(entry: VocabularyEntry, index: TermIndex, place: string, problems: string[]): VocabularyEntry {
    const resolve = (name: string): string[] => {
        const [hit] = index.find(name);
        if (hit === undefined) problems.push(`${place}: '${name}' (named by '${entry.term.id}') is not declared.`);
        return hit === undefined ? [] : [hit.term.id];
    };
    const { term } = entry;
    return {
        misspellings: entry.misspellings,
        term: {
            ...term,
            parents: [...new Set(term.parents.flatMap(resolve))],
            implies: term.implies.flatMap(resolve),
            disjoint: term.disjoint.flatMap(resolve),
            ...(term.classifies === undefined ? {} : { classifies: term.classifies.flatMap(resolve) }),
        },
    };
}

function declaredRelations(files: readonly ParsedFile[], index: TermIndex, problems: string[]): Relation[] {
    const diagnostics = new DiagnosticCollector();
    const scope = new NameScope(index, [], [STANDARD_ANCHOR], new Set(), new Set());
    const relations = files.flatMap((file, number) => {
        const lowering = new Lowering(file.source.asFile(number), scope, STANDARD_ANCHOR, diagnostics, lowerExpression);
        return file.symbols.declarations.flatMap((node) => lowerDeclaration(lowering, node, 'shipped') ?? []);
    });
    files.forEach((file, number) => {
        for (const found of diagnostics.ofFile(number)) problems.push(`${file.source.path}:${found.range.start.line + 1}: ${found.message}`);
    });
    return relations;
}
