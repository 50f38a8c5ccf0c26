// Findings of the text before an edit that still stand at the right places: those that speak only of blocks whose text is the same.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Diagnostic } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { SourceText } from '@crit-lang/language/syntax/source-text.js';
import type { Position, SourceRange } from '@crit-lang/model/criteria/source.js';

export interface KeptFindings {
    readonly sources: readonly SourceText[];
    readonly blocks: ReadonlyMap<string, SourceRange>;
    readonly diagnostics: readonly Diagnostic[];
}

/** What has to be kept of a compilation so that these of its findings can be shown after an edit. */
export function keptFindings(compilation: Compilation, diagnostics: readonly Diagnostic[]): KeptFindings {
    return { sources: compilation.files.map(({ source }) => source), blocks: blocksOf(compilation), diagnostics };
}

/** The kept findings with their places in the text of another compilation; those that an edit may have touched are left out. */
export function stillStanding(kept: KeptFindings, now: Compilation): Diagnostic[] {
    if (kept.diagnostics.length === 0) return [];
    const moves = new Moves(kept, now);
    return kept.diagnostics.flatMap((diagnostic) => {
        if (!diagnostic.criteria.every((id) => moves.isSame(criterionKey(id)))) return [];
        const range = moves.moved(diagnostic.range);
        const related = diagnostic.related.flatMap((place) => {
            const movedTo = moves.moved(place.range);
            return movedTo === null ? [] : [{ ...place, range: movedTo }];
        });
        // The fixes were made for the text before.
        return range === null || related.length < diagnostic.related.length ? [] : [{ ...diagnostic, range, related, fixes: [] }];
    });
}

/** The blocks of all files by what they declare, and the lines of the main file that import others. */
function blocksOf({ document, files, imports }: Compilation): Map<string, SourceRange> {
    const { protocol, criteria, cohorts, assertions, definitions } = document;
    const all = [
        ...imports.map((range, file) => [`import ${files[file]?.source.path ?? ''}`, range] as const),
        ...(protocol === null ? [] : [['protocol', protocol.range] as const]),
        ...criteria.map(({ id, range }) => [criterionKey(id), range] as const),
        ...cohorts.map(({ id, range }) => [`cohort ${id}`, range] as const),
        ...assertions.map(({ id, range }) => [`assertion ${id}`, range] as const),
        ...definitions.map(({ id, range }) => [`definition ${id}`, range] as const),
    ];
    return new Map(all.flatMap(([key, range]) => (range === null || range === undefined ? [] : [[key, range] as const])));
}

const criterionKey = (id: string): string => `criterion ${id}`;

/** Where the blocks of a text stand in another. */
class Moves {
    private readonly blocks: Map<string, SourceRange>;
    /** The blocks of the main file as they stood, by place; none lies in another. */
    private readonly inOrder: readonly (readonly [key: string, from: SourceRange])[];
    private readonly same = new Map<string, boolean>();

    constructor(
        private readonly kept: KeptFindings,
        private readonly now: Compilation,
    ) {
        this.blocks = blocksOf(now);
        this.inOrder = [...kept.blocks]
            .filter(([, { file }]) => file === 0)
            .sort(([, a], [, b]) => a.start.line - b.start.line || a.start.character - b.start.character);
    }

    /** Whether the block has the same text in both. */
    isSame(key: string): boolean {
        const known = this.same.get(key);
        if (known !== undefined) return known;
        const [before, after] = [this.kept.blocks.get(key), this.blocks.get(key)];
        const [old, current] = [this.kept.sources[before?.file ?? 0], this.now.files[after?.file ?? 0]?.source];
        const isSame = before !== undefined && after !== undefined && old?.path === current?.path && old?.textOf(before) === current?.textOf(after);
        this.same.set(key, isSame);
        return isSame;
    }

    moved(range: SourceRange): SourceRange | null {
        if (range.file !== 0) {
            const [before, after] = [this.kept.sources[range.file], this.now.files[range.file]?.source];
            return before !== undefined && before.path === after?.path && before.text === after.text ? range : null;
        }
        const [key, from] = this.blockAround(range) ?? [];
        const to = key === undefined ? undefined : this.blocks.get(key);
        if (key === undefined || from === undefined || to === undefined || !this.isSame(key)) return null;
        return { file: 0, start: shifted(range.start, from, to), end: shifted(range.end, from, to) };
    }

    private blockAround(range: SourceRange): readonly [key: string, from: SourceRange] | null {
        let low = 0;
        for (let high = this.inOrder.length; low < high;) {
            const middle = (low + high) >> 1;
            const block = this.inOrder[middle];
            if (block !== undefined && !isBefore(range.start, block[1].start)) low = middle + 1;
            else high = middle;
        }
        const last = this.inOrder[low - 1];
        return last !== undefined && contains(last[1], range) ? last : null;
    }
}

function contains(outer: SourceRange, inner: SourceRange): boolean {
    return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(one: Position, other: Position): boolean {
    return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function shifted({ line, character }: Position, from: SourceRange, to: SourceRange): Position {
    const beside = line === from.start.line ? to.start.character - from.start.character : 0;
    return { line: line + to.start.line - from.start.line, character: character + beside };
}
