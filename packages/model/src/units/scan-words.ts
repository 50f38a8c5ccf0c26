// Units that are written with several words ("mm Hg", "half lives", "% of predicted"), found in running text.
import { plainUnitText } from './characters.js';
import { GAP, WORD, endOf } from './scan-patterns.js';
import { UNIT_WORDS } from './spelling-words.js';
import { WHOLE_UNITS } from './spelling-whole-units.js';

/** By the first word, longest first. */
const groups = new Map<string, (readonly string[])[]>();
for (const { spellings } of [...UNIT_WORDS, ...WHOLE_UNITS]) {
    for (const words of spellings.map((spelling) => spelling.split(' ')).filter(({ length }) => length > 1)) {
        const first = words[0] ?? '';
        groups.set(
            first,
            [...(groups.get(first) ?? []), words].sort((one, two) => two.length - one.length),
        );
    }
}

const LONGEST_FIRST_WORD = 20;

/** Where the unit of several words ends that begins with the word from `start` to `end`; undefined when none does. */
export function endOfWordGroup(text: string, start: number, end: number): number | undefined {
    if (end - start > LONGEST_FIRST_WORD) {
        return undefined;
    }
    for (const words of groups.get(plainUnitText(text.slice(start, end))) ?? []) {
        const reached = words.slice(1).reduce<number | undefined>((from, word) => (from === undefined ? undefined : endOfNext(text, from, word)), end);
        if (reached !== undefined) {
            return reached;
        }
    }
    return undefined;
}

function endOfNext(text: string, from: number, word: string): number | undefined {
    const start = endOf(GAP, text, from);
    const end = start > from ? endOf(WORD, text, start) : start;
    return end > start && text.slice(start, end) === word ? end : undefined;
}

/** x stands for "times" wherever it is no part of a longer word: "1.5 x ULN", "1.5xULN". */
export function isTimesSign(word: string): boolean {
    return /^x(?:ULN|LLN)?$/.test(word);
}
