// Withholds fixes in lines that could not be read whole: they were made for what was read of the line, and would turn the rest into nonsense.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { DiagnosticName } from './catalogue.js';
import type { Diagnostic } from './diagnostic.js';

const OF_SYNTAX: ReadonlySet<DiagnosticName> = new Set(['syntax-error', 'unclosed-quote', 'nested-too-deep']);

/** The findings of a file; those that stand in a line with a syntax error, or whose fix would change one, without their fixes. */
export function withoutFixesOfUnreadLines(found: readonly Diagnostic[]): Diagnostic[] {
    const unread = new Set(found.filter(({ name }) => OF_SYNTAX.has(name)).flatMap(({ range }) => linesOf(range)));
    if (unread.size === 0) return [...found];
    const isUnread = (range: SourceRange): boolean => range.file === 0 && linesOf(range).some((line) => unread.has(line));
    return found.map((diagnostic) => {
        if (OF_SYNTAX.has(diagnostic.name) || diagnostic.fixes.length === 0) return diagnostic;
        const fixes = isUnread(diagnostic.range) ? [] : diagnostic.fixes.filter(({ edits }) => !edits.some(({ range }) => isUnread(range)));
        return { ...diagnostic, fixes };
    });
}

function linesOf({ start, end }: SourceRange): number[] {
    // What ends at the start of a line has nothing of it.
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return Array.from({ length: last - start.line + 1 }, (_, index) => start.line + index);
}
