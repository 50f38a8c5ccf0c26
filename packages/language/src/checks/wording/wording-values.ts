// Reads the values of a wording: numbers in digits and in words, with their units, bounds, and the terms they are said of.
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { operatorAround } from './comparison-words.js';
import { noValue } from './no-value.js';
import { NUMBER_WORD, numberWord } from './number-words.js';
import type { Counted, SpokenValue } from './spoken-value.js';
import type { FoundTerm } from './term-names.js';
import { saysDaily, unitBehind } from './wording-units.js';

/** A value with its place in the wording. */
export interface WordingValue extends SpokenValue {
    start: number;
    end: number;
    /** A dose "daily": mg stands for mg/day. */
    daily: boolean;
    /** Nothing but the number says that it is one: "3 SJC". */
    bare: boolean;
}

interface Read {
    start: number;
    end: number;
    number: string;
    value: Rational;
    word: boolean;
    ordinal: boolean;
}

const DIGITS = /(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?/g;
/** "of the following", "of these", "of A, B": so many of a list. */
const OF_A_LIST = /^\s+(?:(?!or\b|and\b)[\w-]+\s+){0,4}?of (?:the (?:following|above|listed)|these|those|any of)\b|^\s+of (?:the )?\w+/i;
const LONGEST_WORDING = 40_000;

/** The values of a wording, in its order. `text` is plain (plainWording); `terms` are the names found in it. */
export function wordingValues(text: string, terms: readonly FoundTerm[]): WordingValue[] {
    if (text.length > LONGEST_WORDING) return [];
    const numbers = readNumbers(text).filter(({ start, end }) => !terms.some((term) => term.start <= start && term.end >= end && term.end - term.start > end - start));
    const values: WordingValue[] = [];
    for (const [index, number] of numbers.entries()) {
        const value = valueOf(text, number, numbers[index - 1], numbers[index + 1], terms);
        if (value !== null && !repeats(text, value, values.at(-1))) values.push(value);
    }
    return [...values, ...limitsWithoutNumber(text, values, terms)];
}

const LIMIT_ALONE = /\b(?:(ULN|upper (?:normal )?limits?(?: of (?:the )?normal(?: range)?)?)|(LLN|lower (?:normal )?limits?(?: of (?:the )?normal(?: range)?)?))(?![\w-])/gi;
const ABNORMAL = /\b(?:(elevated|increased|raised|above normal|abnormally high|high)|(reduced|decreased|lowered|below normal|abnormally low|low)|abnormal)\b/gi;

/** "> ULN", "below the lower limit of normal": one time the limit. "Elevated" may stand for it and need not. */
function limitsWithoutNumber(text: string, values: readonly WordingValue[], terms: readonly FoundTerm[]): WordingValue[] {
    const found: WordingValue[] = [];
    const add = (start: number, end: number, limit: 'ULN' | 'LLN', operator: ComparisonOperator | null, claim: boolean): void => {
        found.push({ value: Rational.ONE, counted: { kind: 'limit', limit }, operator, about: termBefore(text, start, terms), claim, shown: text.slice(startOfComparison(text, start), end), decimals: 0, start, end, daily: false, bare: false });
    };
    for (const match of text.matchAll(LIMIT_ALONE)) {
        const [start, end] = [match.index, match.index + match[0].length];
        // Behind a number it is that number's unit; in parentheses an abbreviation of what stands before.
        if (values.some((value) => value.start < end && value.end > start) || /\(\s*$/.test(text.slice(0, start))) continue;
        const before = text.slice(Math.max(0, start - 60), start).replace(/\b(?:the|institutional|laboratory|local|normal|lab)\s+/gi, '');
        const operator = operatorAround(before, '');
        add(start, end, match[1] === undefined ? 'LLN' : 'ULN', operator, operator !== null && operator !== '=');
    }
    for (const match of text.matchAll(ABNORMAL)) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (match[2] === undefined) add(start, end, 'ULN', null, false);
        if (match[1] === undefined) add(start, end, 'LLN', null, false);
    }
    return found;
}

function readNumbers(text: string): Read[] {
    const found: Read[] = [];
    for (const match of text.matchAll(DIGITS)) {
        const read = Rational.parse(match[0].replaceAll(',', ''));
        if (read.ok) found.push({ start: match.index, end: match.index + match[0].length, number: match[0], value: read.value, word: false, ordinal: false });
    }
    for (const match of text.matchAll(NUMBER_WORD)) {
        const read = numberWord(match[0]);
        if (read !== undefined) found.push({ start: match.index, end: match.index + match[0].length, number: match[0], value: Rational.of(BigInt(read.value)), word: true, ordinal: read.ordinal });
    }
    return found.sort((a, b) => a.start - b.start);
}

function valueOf(text: string, number: Read, previous: Read | undefined, next: Read | undefined, terms: readonly FoundTerm[]): WordingValue | null {
    const titer = /^:\s?(\d+)\b/.exec(text.slice(number.end));
    if (previous !== undefined && /^\s*:\s?$/.test(text.slice(previous.end, number.start)) && previous.value.equals(Rational.ONE)) return null;
    if (isExponent(text, number)) return null;
    if (isGrade(text, number, terms)) return null;
    const range = rangeTo(text, number, next);
    const unit = behind(text, number, range);
    const [start, end] = [number.start, Math.max(number.end, unit.end)];
    const low = range !== null;
    const high = previous !== undefined && rangeTo(text, previous, number) !== null;
    const after = text.slice(range === null ? unit.end : number.end, unit.end + 40);
    const said = operatorAround(text.slice(Math.max(0, start - 60), start), after);
    const operator = said ?? (low ? '>=' : high ? '<=' : null);
    const kind = noValue(text, number.start, number.end, said !== null);
    if (kind === 'skip') return null;
    const counted: Counted = titer !== null && number.value.equals(Rational.ONE) ? { kind: 'titer' } : unit.counted;
    const value = counted.kind === 'titer' ? Rational.of(BigInt(titer?.[1] ?? '1')) : number.value;
    const ofList = counted.kind === 'count' && OF_A_LIST.test(text.slice(number.end, number.end + 60));
    const measured = counted.kind !== 'count';
    // "3 SJC": the number of what is named behind it.
    const behindIt = measured || number.word ? NONE : termBehind(text, number.end, terms);
    const claim = kind === null && !number.ordinal && !isSlashPair(text, number, measured) && (measured || operator !== null || ofList || behindIt.size > 0) && !(number.word && !measured && operator === null && !ofList);
    return {
        value,
        counted,
        operator,
        about: behindIt.size > 0 ? behindIt : termBefore(text, number.start, terms),
        claim,
        shown: text.slice(counted.kind === 'titer' ? start : startOfComparison(text, start), counted.kind === 'titer' ? number.end + (titer?.[0].length ?? 0) : end).trim(),
        decimals: number.number.includes('.') ? number.number.length - number.number.indexOf('.') - 1 : 0,
        start,
        end: counted.kind === 'titer' ? number.end + (titer?.[0].length ?? 0) : end,
        daily: saysDaily(text, start, end),
        bare: !measured && said === null && !ofList,
    };
}

/** The 3 of "grade 3", "ECOG 0-1", "stage 4": a grade is compared as such. */
function isGrade(text: string, number: Read, terms: readonly FoundTerm[]): boolean {
    const before = text.slice(Math.max(0, number.start - 40), number.start);
    const link = '[\\s:(]*(?:of|is|=|≥|>|<|≤|>=|<=|at least|or|and|to|-|,|\\d|I|V)*[\\s]*$';
    if (new RegExp(`\\b(?:grades?|class(?:es)?|stages?)${link}`, 'i').test(before)) return true;
    const scale = terms.filter((term) => term.end <= number.start).at(-1);
    return scale !== undefined && scale.hits.some((hit) => hit.kind === 'grade') && /^[\s:(]*(?:(?:score|status|performance|PS|of|is|class|grade|or|and|to|at least|less than|[≥≤<>=,-]|\d)[\s]*)*$/i.test(text.slice(scale.end, number.start));
}

// The unit behind a number; the first end of a range takes that of the second.
function behind(text: string, number: Read, range: Read | null): { counted: Counted; end: number } {
    const own = unitBehind(text, number.end);
    // "140/90 mmHg": one unit for both.
    const pair = /^\/(\d+)/.exec(text.slice(number.end));
    const ofPair = pair === null ? undefined : unitBehind(text, number.end + pair[0].length);
    if (ofPair?.counted.kind === 'unit' && own.counted.kind === 'count') return { counted: ofPair.counted, end: number.end };
    if (range === null || own.counted.kind !== 'count') return own;
    return { counted: unitBehind(text, range.end).counted, end: number.end };
}

/** The second number of "45-70", "18 to 75", "between 18 and 75"; null when no range starts at `number`. */
function rangeTo(text: string, number: Read, next: Read | undefined): Read | null {
    if (next === undefined || number.word !== next.word) return null;
    const between = text.slice(number.end, next.start);
    const own = unitBehind(text, number.end);
    const joint = between.slice(Math.max(0, own.end - number.end));
    if (/^\s*-\s*$/.test(joint) || /^\s+(?:to|through)\s+$/i.test(joint)) return next;
    const start = text.slice(Math.max(0, number.start - 12), number.start);
    return /^\s+and\s+$/i.test(joint) && /\bbetween\s+$/i.test(start) ? next : null;
}

// The 9 of 10^9, the 10 of "x 10^9": part of a unit.
function isExponent(text: string, { start, end }: Read): boolean {
    return /10\s?(?:\^|\*\*?|E|e)\s?[+-]?$/.test(text.slice(Math.max(0, start - 6), start)) || /^(?:\^|\*\*|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻])/.test(text.slice(end)) || /\/\s?1\.73$/.test(text.slice(0, end).slice(-7)) || /\/\s?$/.test(text.slice(Math.max(0, start - 2), start)) && /^\s?(?:h|hours?|hrs?|m2|m²)\b/.test(text.slice(end));
}

// "66/68 joint count", "1/2": no values, unless a unit makes them two of a pair ("140/90 mmHg").
function isSlashPair(text: string, { start, end }: Read, measured: boolean): boolean {
    const pair = /\d\s?\/\s?$/.test(text.slice(Math.max(0, start - 4), start)) || /^\s?\/\s?\d/.test(text.slice(end, end + 3));
    return pair && !measured;
}

// "two (2)", "6 (six) months": said twice.
function repeats(text: string, value: WordingValue, previous: WordingValue | undefined): boolean {
    if (previous === undefined || !previous.value.equals(value.value) || !/^\s*\(\s*$/.test(text.slice(previous.end, value.start))) return false;
    if (!/^\s*\)/.test(text.slice(value.end))) return false;
    // The unit and the bound may stand behind the parentheses: "two (2) or more", "6 (six) months".
    const closed = value.end + (/^\s*\)/.exec(text.slice(value.end))?.[0].length ?? 0);
    const unit = unitBehind(text, closed);
    if (previous.counted.kind === 'count' && unit.counted.kind !== 'count') Object.assign(previous, { counted: unit.counted, end: unit.end, claim: true, bare: false, shown: text.slice(previous.start, unit.end) });
    const operator = operatorAround('', text.slice(Math.max(closed, unit.end), closed + 40));
    if (previous.operator === null && operator !== null) Object.assign(previous, { operator, claim: true, bare: false });
    return true;
}

function startOfComparison(text: string, start: number): number {
    const sign = /(?:[<>≤≥=]\s?=?\s*|\b(?:at least|at most|(?:no |not )?(?:more|less|greater|fewer|higher|lower) than|minimum of|maximum of|within|up to|exceeding|above|below|over|under)\s+)$/i.exec(text.slice(Math.max(0, start - 20), start));
    return sign === null ? start : start - sign[0].length;
}

const NONE: ReadonlySet<string> = new Set();
const LINK = /^(?:[\s,:=<>≤≥()-]|\([^()]{0,40}\)|\b(?:of|is|are|was|were|be|at|the|an?|or|and|levels?|values?|scores?|counts?|rates?|index|serum|plasma|blood|total|predicted|percentage|elevated|reduced|increased|decreased|increase|decrease|decline|declines|in|by|between|from|to|more|less|greater|lower|higher|fewer|than|least|most|minimum|maximum|no|not|above|below|over|under|exceed|exceeds|exceeding|up|equal|must|should|measured|with|dose|doses|daily|count|concentration|result|limit|times)\b)*$/i;
const FURTHEST_TERM = 70;
const MEASURED: ReadonlySet<string> = new Set(['lab', 'measure', 'score', 'drug', 'test']);

/** The measures of the name right behind a number. */
function termBehind(text: string, end: number, terms: readonly FoundTerm[]): ReadonlySet<string> {
    const next = terms.find((term) => term.start > end);
    if (next === undefined || !/^\s+$/.test(text.slice(end, next.start))) return NONE;
    return new Set(next.hits.filter(({ kind }) => kind === 'lab' || kind === 'measure' || kind === 'score').map((hit) => hit.id));
}

/** The terms of the name right before a number, with nothing but linking words between. */
function termBefore(text: string, start: number, terms: readonly FoundTerm[]): ReadonlySet<string> {
    for (let i = terms.length - 1; i >= 0; i--) {
        const term = terms[i];
        if (term === undefined || term.end > start) continue;
        const between = text.slice(term.end, start);
        if (between.length > FURTHEST_TERM || !LINK.test(between)) return new Set();
        return new Set(term.hits.filter((hit) => MEASURED.has(hit.kind)).map((hit) => hit.id));
    }
    return new Set();
}
