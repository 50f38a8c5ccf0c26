// Random edits of a protocol's text, as an author makes them: a line goes, a number becomes another, 'and' becomes 'or'.
import type { RandomSource } from '../random-source.js';

/** Words that change what a list means, each with what may stand in its place. */
const TURNED: Readonly<Record<string, string>> = {
    'all of': 'any of',
    'any of': 'all of',
    and: 'or',
    or: 'and',
    '>=': '<',
    '<': '>=',
    include: 'exclude',
    exclude: 'include',
};

const NUMBER = /(?<![\w.-])\d+(?:\.\d+)?(?![\w-])/gu;
const WORD = /\b(?:all of|any of|and|or|include|exclude)\b|>=|<(?!=)/gu;
/** What nothing follows from. */
const WORDING = /\/\/.*|"(?:[^"\\\n]|\\.)*"/gu;

/** The text with one edit; the same text where there is nothing to edit in this way. */
export function randomlyEdited(text: string, random: RandomSource): string {
    const meaning = text.replace(WORDING, (wording) => ' '.repeat(wording.length));
    switch (random.below(3)) {
        case 0:
            return withoutLine(text, meaning, random);
        case 1:
            return replacedOnce(text, [...meaning.matchAll(NUMBER)], (number) => random.pick(['0', '1', '2', '12', String(Number(number) + 1)]), random);
        default:
            return replacedOnce(text, [...meaning.matchAll(WORD)], (word) => TURNED[word] ?? word, random);
    }
}

function withoutLine(text: string, meaning: string, random: RandomSource): string {
    const isWhole = (line: string): boolean => line.trim() !== '' && line.split('{').length === line.split('}').length;
    const places = meaning.split('\n').flatMap((line, place) => (isWhole(line) ? [place] : []));
    return places.length === 0 ? text : text.split('\n').toSpliced(random.pick(places), 1).join('\n');
}

function replacedOnce(text: string, found: readonly RegExpExecArray[], change: (found: string) => string, random: RandomSource): string {
    if (found.length === 0) return text;
    const { 0: word, index } = random.pick(found);
    return text.slice(0, index) + change(word) + text.slice(index + word.length);
}
