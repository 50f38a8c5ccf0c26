// The words of a criterion in two versions: its paragraphs, the lines of its rule as they were written, and which words differ.
import { plainWords } from '@crit-lang/analysis/amendment/wording.js';
import type { CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';

/** A version of a protocol as it was written. */
export interface WrittenVersion {
    readonly document: CriteriaDocument;
    /** The texts of the document's files, in their order. */
    readonly sources: readonly string[];
}

export interface CriterionWords {
    /** The original wording where there is some, under the title where that is not the same in both. */
    readonly wording: readonly string[];
    /** The lines of the rule. */
    readonly rule: readonly string[];
}

/** Lines of a criterion that are not its rule. */
const BESIDE_THE_RULE = /^(?:\/\/|(?:wording|note|rationale|source|plain|short|accept)\b)/u;

/** Of the earlier version and of the new one; null where a version lacks the criterion. */
export function wordsOfBoth(
    old: WrittenVersion,
    before: Criterion | null,
    current: WrittenVersion,
    now: Criterion | null,
): { readonly old: CriterionWords; readonly new: CriterionWords } {
    const withTitle = before !== null && now !== null && before.title !== now.title;
    return { old: criterionWords(old, before, withTitle), new: criterionWords(current, now, withTitle) };
}

function criterionWords({ sources }: WrittenVersion, criterion: Criterion | null, withTitle: boolean): CriterionWords {
    if (criterion === null) return { wording: [], rule: [] };
    const title = criterion.title === null || !withTitle ? [] : [criterion.title];
    if (criterion.range === undefined) return { wording: [...title, ...criterion.wording], rule: [] };
    const text = textAt(sources[criterion.range.file] ?? '', criterion.range);
    const [first = '', ...rest] = text.split('\n').map((line) => line.trim());
    return { wording: [...title, ...criterion.wording], rule: ruleLines(criterion, first, rest) };
}

function ruleLines({ id, origin }: Criterion, first: string, rest: readonly string[]): string[] {
    // The head of a cohort says which disease it is for; each line of the header one thing.
    if (origin === 'index') return [first.replace(/\s*\{$/u, '')];
    if (origin === 'header') return rest.filter((line) => line.startsWith((id.split('.')[1] ?? id).replaceAll('-', ' ')));
    // Of 'include SLE-1 "Title" for SLE { … }' the head is said elsewhere.
    const inner = first.slice(first.indexOf('{') + 1).trim();
    return [inner, ...rest].filter((line) => line !== '' && line !== '}' && !BESIDE_THE_RULE.test(line));
}

function textAt(text: string, { start, end }: SourceRange): string {
    const lines = text.split(/\r\n|\r|\n/u).slice(start.line, end.line + 1);
    return lines.map((line, index) => line.slice(index === 0 ? start.character : 0, index === lines.length - 1 ? end.character : undefined)).join('\n');
}

/** Lines that only the first has, and lines that only the second has; list marks, closing marks and quotation marks aside. */
export function differingLines(old: readonly string[], current: readonly string[]): { readonly old: readonly string[]; readonly new: readonly string[] } {
    const [before, now] = [old, current].map((lines) => new Set(lines.map(plainWords)));
    return { old: old.filter((line) => now?.has(plainWords(line)) !== true), new: current.filter((line) => before?.has(plainWords(line)) !== true) };
}

export interface Piece {
    readonly text: string;
    readonly isShared: boolean;
}

/** Longer texts are not compared word by word. */
const MOST_WORDS = 600;

/** Both texts in pieces: what they share in order, and what only one of them has. */
export function wordPieces(old: string, current: string): { readonly old: readonly Piece[]; readonly new: readonly Piece[] } {
    const [before, now] = [old, current].map((text) => text.split(/\s+/u).filter((word) => word !== ''));
    if (before === undefined || now === undefined || before.length > MOST_WORDS || now.length > MOST_WORDS)
        return { old: [{ text: old, isShared: false }], new: [{ text: current, isShared: false }] };
    const shared = sharedPlaces(before, now);
    return { old: pieces(before, new Set(shared.map(([at]) => at))), new: pieces(now, new Set(shared.map(([, at]) => at))) };
}

function pieces(words: readonly string[], shared: ReadonlySet<number>): Piece[] {
    const found: { words: string[]; isShared: boolean }[] = [];
    words.forEach((word, at) => {
        const last = found.at(-1);
        if (last?.isShared === shared.has(at)) last.words.push(word);
        else found.push({ words: [word], isShared: shared.has(at) });
    });
    return found.map((piece) => ({ text: piece.words.join(' '), isShared: piece.isShared }));
}

/** A longest common sequence of words, as pairs of places. */
function sharedPlaces(one: readonly string[], other: readonly string[]): [number, number][] {
    const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
    for (let i = one.length - 1; i >= 0; i--) {
        for (let j = other.length - 1; j >= 0; j--) {
            const [row, next] = [lengths[i] as Uint16Array, lengths[i + 1] as Uint16Array];
            row[j] = one[i] === other[j] ? 1 + (next[j + 1] ?? 0) : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
        }
    }
    const places: [number, number][] = [];
    let [i, j] = [0, 0];
    while (i < one.length && j < other.length) {
        if (one[i] === other[j]) places.push([i++, j++]);
        else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++;
        else j++;
    }
    return places;
}
