// What the words behind a number say that it counts: a unit, a stretch of time, a multiple of a limit of normal.
import { parseUnit } from '@crit-lang/model/units/parse.js';
import { spellingToUcum } from '@crit-lang/model/units/spelling.js';
import { scanUnit } from '@crit-lang/model/units/scan.js';
import type { Counted } from './spoken-value.js';

/** Words of running text that are no unit, although some of them look like one. */
const STOP_WORDS: ReadonlySet<string> = new Set([
    'of',
    'or',
    'and',
    'in',
    'a',
    'an',
    'at',
    'to',
    'the',
    'for',
    'is',
    'was',
    'were',
    'as',
    'on',
    'by',
    'if',
    'with',
    'from',
    'than',
    'that',
    'who',
    'no',
    'not',
    'but',
    'x',
    'T',
    'M',
    'A',
    'B',
    'C',
]);

const LIMIT_OF_NORMAL =
    /^(?:\s*-?\s?fold)?\s*(?:x|×|\*|times)?\s*(?:the\s+)?(?:(?:institutional|institution's|laboratory|laboratory's|local|lab|age-adjusted|normal)\s+)*(?:(ULN|upper (?:normal )?limits?(?: of (?:the )?normal(?: range)?)?)|(LLN|lower (?:normal )?limits?(?: of (?:the )?normal(?: range)?)?))(?![\w-])/i;

/** Words between a number and a unit of time that say of what sort it is. */
const BETWEEN =
    /^(?:\s+(?:consecutive|calendar|full|complete|completed|entire|whole|elimination|plasma|terminal|drug|serum|biologic(?:al)?|half))+(?=\s+(?:hours?|days?|weeks?|months?|years?|half-li(?:fe|ves)|half li(?:fe|ves))\b)/i;

export interface ReadUnit {
    counted: Counted;
    /** Where it ends in the text. */
    end: number;
}

/** Reads what stands behind a number that ends at `at`. */
export function unitBehind(text: string, at: number): ReadUnit {
    const rest = text.slice(at, at + 120);
    const limit = LIMIT_OF_NORMAL.exec(rest);
    if (limit !== null) return { counted: { kind: 'limit', limit: limit[1] === undefined ? 'LLN' : 'ULN' }, end: at + limit[0].length };
    const between = BETWEEN.exec(rest)?.[0].length ?? 0;
    const gap = /^(?:\s{1,3}|-(?=(?:hour|day|week|month|year|half)))?/i.exec(rest.slice(between))?.[0].length ?? 0;
    const start = at + between + gap;
    const length = scanUnit(text, start, { stopWords: STOP_WORDS });
    for (const taken of shorterAndShorter(text.slice(start, start + length))) {
        const counted = countedBy(taken);
        if (counted !== null) return { counted, end: start + taken.length };
    }
    return { counted: { kind: 'count' }, end: at };
}

/** What was read before: running text has the same few words behind its numbers, and most are no units. */
const readBefore = new Map<string, Counted | null>();
const MOST_KEPT = 2000;

/** What a written unit counts; null when it is none. */
export function countedBy(written: string): Counted | null {
    const known = readBefore.get(written);
    if (known !== undefined) return known;
    if (readBefore.size >= MOST_KEPT) readBefore.clear();
    const counted = countedAnew(written);
    readBefore.set(written, counted);
    return counted;
}

function countedAnew(written: string): Counted | null {
    if (!spellingToUcum(written).ok) return null;
    const reading = parseUnit(written);
    if (!reading.ok) return null;
    const { unit } = reading;
    if (unit.duration !== undefined) return { kind: 'time', unit: unit.duration };
    // Points, doses, cigarettes: a plain number of them.
    if (Object.keys(unit.dimension).length === 0 && unit.ucum.startsWith('{')) return { kind: 'count' };
    return { kind: 'unit', unit };
}

// "mg per day orally" is not understood as a whole; "mg per day" is.
function* shorterAndShorter(written: string): Generator<string> {
    for (let text = written; text !== ''; text = text.includes(' ') ? text.slice(0, text.lastIndexOf(' ')).trimEnd() : '') yield text;
}

/** "mg" said of a dose "daily", "once a day": the same as mg/day. */
export function saysDaily(text: string, start: number, end: number): boolean {
    return (
        /\b(?:daily|a day|per day|each day|every day|once daily|q\.?d\.?)\b|\/d(?:ay)?\b/i.test(text.slice(Math.max(0, start - 40), start)) ||
        /^[^.;]{0,60}?\b(?:daily|a day|per day|each day|every day|q\.?d\.?)\b/i.test(text.slice(end, end + 70))
    );
}
