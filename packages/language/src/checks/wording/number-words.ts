// Numbers written as words: one to twelve, the tens, twice, both.

const SMALL = [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
];
const TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const OTHERS: Readonly<Record<string, number>> = { twice: 2, thrice: 3, both: 2, dozen: 12, hundred: 100 };
const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, once: 1 };

const words = [...SMALL.slice(1), ...Object.keys(TENS), ...Object.keys(OTHERS), ...Object.keys(ORDINALS)];
/** A number word, compounds such as "twenty-four" included; use with `exec` on lower-case text. */
export const NUMBER_WORD = new RegExp(
    `(?<![\\w-])(?:(?:${Object.keys(TENS).join('|')})-(?:${SMALL.slice(1, 10).join('|')})|${words.join('|')})(?![\\w])`,
    'gi',
);

/** The value of a number word; `ordinal` for first, second, once …, which count nothing by themselves. */
export function numberWord(written: string): { value: number; ordinal: boolean } | undefined {
    const word = written.toLowerCase();
    const small = SMALL.indexOf(word);
    if (small >= 0) return { value: small, ordinal: false };
    const [tens, ones] = word.split('-');
    if (tens !== undefined && ones !== undefined && TENS[tens] !== undefined) return { value: TENS[tens] + SMALL.indexOf(ones), ordinal: false };
    const value = TENS[word] ?? OTHERS[word];
    if (value !== undefined) return { value, ordinal: word === 'both' };
    const ordinal = ORDINALS[word];
    return ordinal === undefined ? undefined : { value: ordinal, ordinal: true };
}
