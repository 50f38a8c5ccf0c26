// unknown-term, the part that sees more than a name: words around it make a name of the vocabulary, which a word or number has torn apart.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Lowering } from '../lowering/lowering.js';
import { writeName } from '../syntax/write-name.js';

/** So many words are tried on each side: the longest names of the vocabulary have ten. */
const MOST_WORDS = 9;

/** Reports a part of a name that stands in the text without its quotes; false when it is none. */
export function reportNameWithoutQuotes(lowering: Lowering, name: string, range: SourceRange): boolean {
    const whole = wholeName(lowering, range);
    if (whole === undefined) return false;
    const written = writeName(whole.text);
    lowering.report(
        'unknown-term',
        range,
        `'${name}' is not in the vocabulary, but '${whole.text}' is: a word or number in it means something else here, so the name stands in single quotes.`,
        { fixes: [{ title: `Write ${written}`, edits: [{ range: whole.range, newText: written }] }] },
    );
    return true;
}

/** The longest name of the vocabulary that the words around a place make, with a word before or behind it. */
function wholeName({ source, scope }: Lowering, range: SourceRange): { text: string; range: SourceRange } | undefined {
    const [from, to] = [source.offsetAt(range.start), source.offsetAt(range.end)];
    const lineStart = source.offsetAt({ line: range.start.line, character: 0 });
    // A name ends at a sign, a bracket, a quote.
    const before = /[^\r\n{}()[\],;:<>=≤≥"“”'‘’]*$/u.exec(source.text.slice(Math.max(lineStart, from - 500), from))?.[0] ?? '';
    const behind = /^[^\r\n{}()[\],;:<>=≤≥"“”'‘’]*/u.exec(source.text.slice(to, to + 500))?.[0] ?? '';
    const starts = [...before.matchAll(/\S+/gu)].map(({ index }) => from - before.length + index).slice(-MOST_WORDS);
    const ends = [...behind.matchAll(/\S+/gu)].map(({ index, 0: word }) => to + index + word.length).slice(0, MOST_WORDS);
    ends.reverse().push(to);
    for (const start of [...starts, from]) {
        for (const end of ends) {
            if (start === from && end === to) continue;
            const text = source.text.slice(start, end).replace(/\s+/gu, ' ');
            if (scope.terms.find(text).some(({ role }) => role !== 'misspelling')) return { text, range: source.range(start, end) };
        }
    }
    return undefined;
}
