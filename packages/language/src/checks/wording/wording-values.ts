// Reads the values of a wording: numbers in digits and in words, with their units, bounds, and the terms they are said of.
import { Rational } from '@crit-lang/model/exact/rational.js';
import { operatorAround } from './comparison-words.js';
import { isExponent, isSlashPair, noValue } from './no-value.js';
import { NUMBER_WORD, numberWord } from './number-words.js';
import type { Counted, SpokenValue } from './spoken-value.js';
import type { FoundTerm } from './term-names.js';
import { limitsWithoutNumber, pastUnits } from './unnumbered-values.js';
import { NOTHING, isGrade, startOfComparison, termBefore, termBehind } from './value-context.js';
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
/** Longer texts are no wording of one criterion: a registry takes no more for all of them. */
const LONGEST_WORDING = 20_000;

/** The values of a wording, in its order. `text` is plain (plainWording); `terms` are the names found in it. */
export function wordingValues(text: string, terms: readonly FoundTerm[]): WordingValue[] {
    if (text.length > LONGEST_WORDING) return [];
    const numbers = readNumbers(text).filter(
        ({ start, end }) => !terms.some((term) => term.start <= start && term.end >= end && term.end - term.start > end - start),
    );
    const values: WordingValue[] = [];
    for (const [index, number] of numbers.entries()) {
        const value = valueOf(text, number, numbers[index - 1], numbers[index + 1], terms);
        if (value !== null && !repeats(text, value, values.at(-1))) values.push(value);
    }
    return [...values, ...limitsWithoutNumber(text, values, terms), ...pastUnits(text)];
}

function readNumbers(text: string): Read[] {
    const found: Read[] = [];
    for (const match of text.matchAll(DIGITS)) {
        const read = Rational.parse(match[0].replaceAll(',', ''));
        if (read.ok) found.push({ start: match.index, end: match.index + match[0].length, number: match[0], value: read.value, word: false, ordinal: false });
    }
    for (const match of text.matchAll(NUMBER_WORD)) {
        const read = numberWord(match[0]);
        if (read !== undefined)
            found.push({
                start: match.index,
                end: match.index + match[0].length,
                number: match[0],
                value: Rational.of(BigInt(read.value)),
                word: true,
                ordinal: read.ordinal,
            });
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
    const behindIt = measured || number.word ? NOTHING : termBehind(text, number.end, terms);
    const claim =
        kind === null &&
        !number.ordinal &&
        !isSlashPair(text, number, measured) &&
        (measured || operator !== null || ofList || behindIt.size > 0) &&
        !(number.word && !measured && operator === null && !ofList);
    return {
        value,
        counted,
        operator,
        about: behindIt.size > 0 ? behindIt : termBefore(text, number.start, terms),
        claim,
        shown: text
            .slice(counted.kind === 'titer' ? start : startOfComparison(text, start), counted.kind === 'titer' ? number.end + (titer?.[0].length ?? 0) : end)
            .trim(),
        decimals: number.number.includes('.') ? number.number.length - number.number.indexOf('.') - 1 : 0,
        start,
        end: counted.kind === 'titer' ? number.end + (titer?.[0].length ?? 0) : end,
        daily: saysDaily(text, start, end),
        bare: !measured && said === null && !ofList,
    };
}

const SECOND_BOUND =
    /^\s*(?:,\s*)?(?:and|or|but|to)?\s*(?:[<>≤≥]\s?=?|at (?:least|most)|(?:no |not )?(?:more|less|greater|older|younger|higher|lower) than)\s*\d+(?:\.\d+)?(?!\s*[x×]?\s*\d)/i;

// The unit behind a number; the first end of a range takes that of the second.
function behind(text: string, number: Read, range: Read | null): { counted: Counted; end: number } {
    const own = unitBehind(text, number.end);
    // "140/90 mmHg": one unit for both.
    const pair = /^\/(\d+)/.exec(text.slice(number.end));
    const ofPair = pair === null ? undefined : unitBehind(text, number.end + pair[0].length);
    if (ofPair?.counted.kind === 'unit' && own.counted.kind === 'count') return { counted: ofPair.counted, end: number.end };
    if (own.counted.kind !== 'count') return own;
    // "≥ 18 and ≤ 75 years": said behind the second.
    const second = range === null ? SECOND_BOUND.exec(text.slice(number.end, number.end + 40)) : null;
    if (second !== null) {
        const ofSecond = unitBehind(text, number.end + second[0].length);
        return ofSecond.counted.kind === 'count' ? own : { counted: ofSecond.counted, end: number.end };
    }
    if (range === null) return own;
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

// "two (2)", "6 (six) months": said twice.
function repeats(text: string, value: WordingValue, previous: WordingValue | undefined): boolean {
    if (previous === undefined || !previous.value.equals(value.value) || !/^\s*\(\s*$/.test(text.slice(previous.end, value.start))) return false;
    if (!/^\s*\)/.test(text.slice(value.end))) return false;
    // The unit and the bound may stand behind the parentheses: "two (2) or more", "6 (six) months".
    const closed = value.end + (/^\s*\)/.exec(text.slice(value.end))?.[0].length ?? 0);
    const unit = unitBehind(text, closed);
    if (previous.counted.kind === 'count' && unit.counted.kind !== 'count')
        Object.assign(previous, { counted: unit.counted, end: unit.end, claim: true, bare: false, shown: text.slice(previous.start, unit.end) });
    const operator = operatorAround('', text.slice(Math.max(closed, unit.end), closed + 40));
    if (previous.operator === null && operator !== null) Object.assign(previous, { operator, claim: true, bare: false });
    return true;
}
