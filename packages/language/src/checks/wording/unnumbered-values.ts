// Values that a wording says without a number: "> ULN", "elevated", "within the previous month".
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { operatorAround } from './comparison-words.js';
import type { FoundTerm } from './term-names.js';
import { NOTHING, startOfComparison, termBefore } from './value-context.js';
import type { WordingValue } from './wording-values.js';

/** "within the previous month": one month, which the rule may say. */
export function pastUnits(text: string): WordingValue[] {
    return [...text.matchAll(/\b(?:past|previous|last|preceding|prior|following|next) (day|week|month|year)\b/gi)].map((match) => ({
        value: Rational.ONE,
        counted: { kind: 'time', unit: match[1]?.toLowerCase() as 'day' | 'week' | 'month' | 'year' },
        operator: null,
        about: NOTHING,
        claim: false,
        shown: match[0],
        decimals: 0,
        start: match.index,
        end: match.index + match[0].length,
        daily: false,
        bare: false,
    }));
}

const LIMIT_ALONE =
    /\b(?:(ULN|upper (?:normal )?limits?(?: of (?:the )?normal(?: range)?)?)|(LLN|lower (?:normal )?limits?(?: of (?:the )?normal(?: range)?)?))(?![\w-])/gi;
const ABNORMAL = /\b(?:(elevated|increased|raised|above normal|abnormally high|high)|(reduced|decreased|lowered|below normal|abnormally low|low)|abnormal)\b/gi;

/** "> ULN", "below the lower limit of normal": one time the limit. "Elevated" may stand for it and need not. */
export function limitsWithoutNumber(text: string, values: readonly WordingValue[], terms: readonly FoundTerm[]): WordingValue[] {
    const found: WordingValue[] = [];
    const add = (start: number, end: number, limit: 'ULN' | 'LLN', operator: ComparisonOperator | null, claim: boolean): void => {
        found.push({
            value: Rational.ONE,
            counted: { kind: 'limit', limit },
            operator,
            about: termBefore(text, start, terms),
            claim,
            shown: text.slice(startOfComparison(text, start), end),
            decimals: 0,
            start,
            end,
            daily: false,
            bare: false,
        });
    };
    for (const match of text.matchAll(LIMIT_ALONE)) {
        const [start, end] = [match.index, match.index + match[0].length];
        // Behind a number it is that number's unit; in parentheses an abbreviation of what stands before.
        if (values.some((value) => value.start < end && value.end > start) || /\(\s*$/.test(text.slice(Math.max(0, start - 4), start))) continue;
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
