// What can be typed at a position: terms, names the protocol declares, units, phrases and templates; what fits the place first.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { CompletionContext, TypedStart } from '@crit-lang/language/syntax/completion/completion-context.js';
import { completionContext } from '@crit-lang/language/syntax/completion/completion-context.js';
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { InsertTextFormat, MarkupKind } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace.js';
import type { Candidate } from './completion/candidate.js';
import { criterionCandidates } from './completion/criterion-templates.js';
import { identifierCandidates } from './completion/identifier-candidates.js';
import { phraseCandidates } from './completion/phrase-candidates.js';
import { termCandidates } from './completion/term-candidates.js';
import { isUnitNeeded, unitCandidates } from './completion/unit-candidates.js';
import { around, wantedTerms } from './completion/wanted-terms.js';
import { termText } from './hover/term-text.js';

export interface CompletionOptions {
    /** The editor understands tab stops. */
    snippets: boolean;
    /** The list was opened because a blank was typed: then only what must follow is offered, so that Enter still ends a line. */
    afterBlank: boolean;
}

/** What can be typed at a position. Asked for again with each letter, because only the best are given. */
export function completionAt(workspace: Workspace, uri: string, position: Position, options: CompletionOptions): CompletionList {
    const file = workspace.file(uri);
    const compilation = workspace.latestCompilation(uri);
    const source = workspace.sourceText(uri);
    if (file === undefined || compilation === undefined || source === undefined) return { isIncomplete: false, items: [] };
    const offset = source.offsetAt(position);
    const context = completionContext(file.text, offset);
    const candidates = context.inText ? [] : candidatesAt(context, compilation, options);
    const place: TypedPlace = {
        uri,
        offset,
        endOfWord: offset + restOfWord(file.text, offset),
        isClosed: (at) => file.text.charAt(at) === "'",
        positionAt: (at) => source.positionAt(at),
    };
    const items = unique(candidates).map((candidate) => item(candidate, place, options));
    return { isIncomplete: true, items };
}

function candidatesAt(context: CompletionContext, compilation: Compilation, { afterBlank, snippets }: CompletionOptions): Candidate[] {
    return context.starts.flatMap((start) => {
        const units = unitCandidates(start, context, compilation);
        const names = namesAt(start, context, compilation);
        if (!afterBlank || !context.mayEnd) {
            const identifiers = identifierCandidates(start, context, compilation);
            const criteria = snippets ? criterionCandidates(start, compilation) : [];
            return [...units, ...names, ...identifiers, ...phraseCandidates(start, context, compilation), ...criteria];
        }
        // A name whose first words are typed, or a number that needs its unit.
        return [...(isUnitNeeded(start, context) ? units : []), ...(start.typed.trim() === '' ? [] : names)];
    });
}

/** Terms for the names that begin at a start; each way in which a name can stand there asks for its own kinds. */
function namesAt(start: TypedStart, context: CompletionContext, compilation: Compilation): Candidate[] {
    if (/["{}<>=,;:]/.test(start.typed)) return [];
    const asked = new Set<string>();
    return start.expected.flatMap(({ token, place }) => {
        const name = token === 'ID' && place.rule === 'Word' ? around(place, 'Name') : null;
        const wanted = name?.from === start.token ? wantedTerms(name, context) : null;
        const key = JSON.stringify(wanted);
        if (wanted === null || asked.has(key)) return [];
        asked.add(key);
        return termCandidates(start.typed, start.offset, wanted, compilation);
    });
}

/** Each insertion at each place once, by its best rank. */
function unique(candidates: readonly Candidate[]): Candidate[] {
    const best = new Map<string, Candidate>();
    for (const candidate of [...candidates].sort((a, b) => a.rank - b.rank)) {
        const key = candidate.term === undefined ? `${candidate.start} ${candidate.label}` : `${candidate.start} term ${candidate.term}`;
        if (!best.has(key)) best.set(key, candidate);
    }
    return [...best.values()];
}

interface TypedPlace {
    uri: string;
    offset: number;
    /** Behind the word that the cursor stands in. */
    endOfWord: number;
    /** Whether a closing quote stands at an offset. */
    isClosed: (offset: number) => boolean;
    positionAt: (offset: number) => Position;
}

/** How much of a word stands behind the cursor. */
function restOfWord(text: string, offset: number): number {
    return /^(?:[\p{L}\p{N}]|[-.'’](?=[\p{L}\p{N}]))*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0;
}

function item(candidate: Candidate, { uri, offset, endOfWord, isClosed, positionAt }: TypedPlace, options: CompletionOptions): CompletionItem {
    const { label, aside, description, help, term, kind, insert, snippet, filter, rank, start } = candidate;
    // A name stands for what was typed of another, so no end of that may stay behind.
    const end = term === undefined ? offset : filter.startsWith("'") && isClosed(endOfWord) ? endOfWord + 1 : endOfWord;
    const asSnippet = snippet === true && options.snippets;
    return {
        label,
        labelDetails: { ...(aside === undefined ? {} : { detail: aside }), ...(description === undefined ? {} : { description }) },
        ...(description === undefined ? {} : { detail: term === undefined || term === label ? description : `${description}: ${term}` }),
        kind,
        sortText: rank.toFixed(3).padStart(8, '0'),
        filterText: filter,
        ...(help === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: help } }),
        insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: { range: { start: positionAt(start), end: positionAt(end) }, newText: snippet === true && !options.snippets ? label : insert },
        ...(term === undefined ? {} : { data: { uri, term } }),
    };
}

/** Adds to a chosen item what is known of its term. */
export function resolveCompletion(workspace: Workspace, chosen: CompletionItem): CompletionItem {
    const { uri, term: id } = (chosen.data ?? {}) as { uri?: unknown; term?: unknown };
    if (typeof uri !== 'string' || typeof id !== 'string') return chosen;
    const index = workspace.latestCompilation(uri)?.scope.terms;
    const term = index?.byCanonicalName(id);
    if (index === undefined || term === undefined) return chosen;
    return { ...chosen, documentation: { kind: MarkupKind.Markdown, value: termText(term, index) } };
}
