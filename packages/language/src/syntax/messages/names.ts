// Explains names that need quotes: with a number inside, or with a word that means something else in the language.
import { VERBS } from './lines.js';
import type { Explain, Explanation, FaultView } from './fault-view.js';
import { shown } from './fault-view.js';

/** What goes on behind a name and is no part of it. */
const AFTER_NAMES = new Set([
    'NL',
    'END',
    '{',
    '}',
    '(',
    ')',
    ',',
    ';',
    ':',
    '<',
    '<=',
    '>',
    '>=',
    '=',
    '≤',
    '≥',
    'STRING',
    'OPEN_STRING',
    'within',
    'before',
    'after',
    'around',
    'at',
    'during',
    'since',
    'until',
    'between',
    'and',
    'or',
    'except',
    'other than',
    'is',
    'positive',
    'negative',
    'detectable',
    'undetectable',
    'indeterminate',
    'each',
    'by',
    'due to',
    'with',
    'without',
    'requiring',
    'treated with',
    'associated with',
    'confirmed by',
    'at least',
    'at most',
    'more than',
    'less than',
    'exactly',
    'at or before',
    'at or after',
    'from',
    'for',
    'as one',
    'together',
    'in total',
]);

/** has type 1 diabetes. */
export const explainNumberInName: Explain = (fault) => {
    if (fault.name() !== 'NUMBER' && fault.name() !== 'TITER') return undefined;
    if (fault.before === undefined || !fault.isWord(fault.index - 1)) return undefined;
    return quoted(fault, 'A name with a number in it stands in single quotes');
};

/** has failure to thrive. */
export const explainReservedWord: Explain = (fault) => {
    const word = fault.name();
    if (
        !fault.token.tokenType.keyword ||
        !/^[a-z ]+$/.test(word) ||
        fault.before === undefined ||
        !fault.isWord(fault.index - 1) ||
        !fault.isWord(fault.index + 1)
    )
        return undefined;
    if (fault.tokens[fault.index + 1]?.startsLine === true || VERBS.has(word)) return undefined;
    return quoted(fault, `'${word}' has a meaning of its own, so a name with it stands in single quotes`);
};

function quoted(fault: FaultView, why: string): Explanation {
    let first = fault.index - 1;
    while (first > fault.lineStart && fault.isWord(first - 1)) first--;
    let last = fault.index;
    while (last < fault.lineEnd && !AFTER_NAMES.has(fault.tokens[last + 1]?.tokenType.name ?? 'END')) last++;
    const written = fault.text(first, last).replace(/\s+/g, ' ').replaceAll("'", '’');
    return {
        message: `${why}: '${shown(written)}'.`,
        range: fault.range(first, last),
        fixes: [fault.replace(`Write '${shown(written, 40)}'`, first, last, `'${written}'`)],
    };
}
