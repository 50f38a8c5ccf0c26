// Where a comparison stands in the text: its operator with its limit, or an end of a range.
import type { Comparison, GradeComparison } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator, Limit } from '@crit-lang/model/criteria/value.js';
import { nameText } from '../print/name.js';
import type { Stretch, WrittenFile } from './written-file.js';

export interface LimitPlace extends Stretch {
    /** The text of another limit in its place; null where it cannot be written there: an end of a range cannot be turned around. */
    readonly write: (operator: ComparisonOperator, limit: string) => string | null;
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;

/** The limit as the language writes it; null for limits that are no plain values. */
export function limitWords(limit: Limit): string | null {
    switch (limit.kind) {
        case 'quantity':
            return limit.value.includes('/') ? null : limit.unit === null ? limit.value : `${limit.value} ${limit.unit}`;
        case 'normal-limit':
            return limit.factor.includes('/') ? null : limit.factor === '1' ? limit.limit : `${limit.factor} x ${limit.limit}`;
        case 'titer':
            return `${limit.numerator}:${limit.denominator}`;
        case 'grade-value':
            return nameText(limit.value);
        case 'parameter':
        case 'measure':
        case 'cases':
            return null;
    }
}

export function gradeWords(value: string): string {
    return /^\d+(?:\.\d+)?$/u.test(value) ? value : nameText(value);
}

/** In a stretch of text that holds this comparison once; null where it is not found, or more than once. */
export function limitPlace(file: WrittenFile, stretch: Stretch, condition: Comparison | GradeComparison): LimitPlace | null {
    const limit = condition.kind === 'grade' ? named(condition.value) : pattern(condition.right);
    if (limit === null) return null;
    const unit = condition.kind === 'compare' && condition.right.kind === 'quantity' ? condition.right.unit : null;
    return comparisonPlace(file, stretch, condition.operator, limit) ?? rangePlace(file, stretch, condition.operator, limit, unit);
}

function comparisonPlace(file: WrittenFile, { start, end }: Stretch, operator: ComparisonOperator, limit: string): LimitPlace | null {
    const sign = operator === '<=' ? '(?:<=|≤)' : operator === '>=' ? '(?:>=|≥)' : operator === '=' ? '(?<![<>])=' : `${operator}(?!=)`;
    const place = only(file, start, end, `${sign}\\s*${limit}`);
    return place === null ? null : { ...place, write: (to, words) => `${to} ${words}` };
}

// 'from 25 to 50 x 10^9/L': the unit of the second value is that of the first too, so a limit in another unit cannot be written there.
function rangePlace(file: WrittenFile, { start, end }: Stretch, operator: ComparisonOperator, limit: string, unit: string | null): LimitPlace | null {
    const isLow = operator === '>=' || operator === '>';
    const word = operator === '>' ? 'over\\s+' : operator === '<' ? 'under\\s+' : '';
    const place = only(file, start, end, isLow ? `\\bfrom\\s+${word}${limit}(?=\\s+to\\b|\\s*[,;}\\r\\n]|\\s*$)` : `\\bto\\s+${word}${limit}`);
    if (place === null) return null;
    const low = isLow ? file.codeOf(place) : (/\bfrom\s[^,;{}\r\n]*$/u.exec(file.code.slice(start, place.start))?.[0] ?? '');
    const isShared = unit !== null && new RegExp(`(?:from|over)\\s+${NUMBER}\\s*$`, 'u').test(low);
    const isInUnit = (words: string): boolean => unit !== null && words.endsWith(` ${unit}`);
    const write = (to: ComparisonOperator, words: string): string | null => {
        if (isLow !== (to === '>=' || to === '>')) return null;
        if (!isLow) return isShared && !isInUnit(words) ? null : `to ${to === '<' ? 'under ' : ''}${words}`;
        return `from ${to === '>' ? 'over ' : ''}${isShared && isInUnit(words) ? words.slice(0, -(unit ?? '').length).trimEnd() : words}`;
    };
    return { ...place, write };
}

function only(file: WrittenFile, start: number, end: number, source: string): Stretch | null {
    const found = [...file.codeOf({ start, end }).matchAll(new RegExp(source, 'gu'))];
    const [first] = found;
    return first === undefined || found.length > 1 ? null : { start: start + first.index, end: start + first.index + first[0].length };
}

function pattern(limit: Limit): string | null {
    switch (limit.kind) {
        case 'quantity': {
            // In a range the unit may stand behind the second value only.
            const unit = limit.unit === null ? '' : `(?:\\s*${quoted(limit.unit)}(?![\\p{L}\\d/]))?`;
            return `${quoted(limit.value)}(?!\\d|\\.\\d)${unit}(?:\\s*\\(\\s*${NUMBER}[^()\\r\\n]*\\))?`;
        }
        case 'normal-limit':
            return limit.factor === '1' ? `(?:1\\s*[x×]\\s*)?${limit.limit}\\b` : `${quoted(limit.factor)}\\s*[x×]\\s*${limit.limit}\\b`;
        case 'titer':
            return `${limit.numerator}:${limit.denominator}(?!\\d)`;
        case 'grade-value':
            return named(limit.value);
        case 'parameter':
        case 'measure':
        case 'cases':
            return null;
    }
}

const named = (value: string): string => `${quoted(value)}(?![\\p{L}\\d])`;

function quoted(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/\s+/gu, '\\s*');
}
