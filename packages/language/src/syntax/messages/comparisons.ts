// Explains comparisons that are not written as the language writes them: operators, decimal commas, ranges, multiples of a limit, grades.
import { isUnitWord } from '@crit-lang/model/units/spelling.js';
import { endOf } from '../parser/token.js';
import type { Token } from '../parser/token.js';
import type { Explain, Explanation, FaultView } from './fault-view.js';
import { shown } from './fault-view.js';

const OPERATORS = new Set(['<', '<=', '>', '>=', '=', '≤', '≥']);

/** Two signs in a row that mean one. */
const MEANT: Readonly<Record<string, string>> = {
    '=>': '>=',
    '=<': '<=',
    '= >': '>=',
    '= <': '<=',
    '> =': '>=',
    '< =': '<=',
    '>==': '>=',
    '<==': '<=',
    '==': '=',
    '= =': '=',
    '>>': '>',
    '<<': '<',
    '>=>': '>=',
    '<=<': '<=',
    '≥=': '>=',
    '≤=': '<=',
    '=≥': '>=',
    '=≤': '<=',
};

export const explainOperator: Explain = (fault) => {
    const before = fault.name(-1);
    if (fault.before === undefined || !OPERATORS.has(before)) return undefined;
    if (before === '<' && fault.name() === '>')
        return {
            message: "There is no 'not equal'. Say what holds instead: for grades and results 'is not …', for numbers 'any of { … < …, … > … }'.",
            range: fault.range(fault.index - 1, fault.index),
        };
    if (fault.name() === '/' && fault.name(1) === '=') return instead(fault, fault.index - 1, fault.index + 1, `${before}=`);
    if (OPERATORS.has(fault.name())) {
        const meant = MEANT[fault.text(fault.index - 1, fault.index).replace(/\s+/g, ' ')];
        if (meant !== undefined) return instead(fault, fault.index - 1, fault.index, meant);
    }
    if (!fault.atEnd) return undefined;
    return {
        message: `A value is missing after ${fault.image(-1)}: a number with its unit (1.5 mg/dL), a multiple of a laboratory's limit (3 x ULN), a grade, or another measured value.`,
        range: fault.place,
    };
};

function instead(fault: FaultView, first: number, last: number, written: string): Explanation {
    return {
        message: `The comparison is written ${written}.`,
        range: fault.range(first, last),
        fixes: [fault.replace(`Write '${written}'`, first, last, written)],
    };
}

/** 1,5 and 1,500: a comma separates items. */
export const explainDecimalComma: Explain = (fault) => {
    const number = fault.tokens[fault.index];
    const comma = fault.tokens[fault.index - 1];
    const whole = fault.tokens[fault.index - 2];
    if (
        fault.name() !== 'NUMBER' ||
        fault.name(-1) !== ',' ||
        fault.name(-2) !== 'NUMBER' ||
        number === undefined ||
        comma === undefined ||
        whole === undefined
    )
        return undefined;
    if (endOf(whole) !== comma.startOffset || endOf(comma) !== number.startOffset || number.image.includes('.')) return undefined;
    const first = fault.index - 2;
    const decimal = `${whole.image}.${number.image}`;
    const together = `${whole.image}${number.image}`;
    const range = fault.range(first, fault.index);
    if (number.image.length === 3) {
        return {
            message: `A comma separates items, so ${whole.image},${number.image} reads as two numbers. Write ${together} for thousands; a decimal is written with a point.`,
            range,
            fixes: [fault.replace(`Write '${together}'`, first, fault.index, together), fault.replace(`Write '${decimal}'`, first, fault.index, decimal)],
        };
    }
    return {
        message: `A decimal is written with a point: ${decimal}. A comma separates items.`,
        range,
        fixes: [fault.replace(`Write '${decimal}'`, first, fault.index, decimal)],
    };
};

/** 18-65 years, 18 to 65 years, between 18 and 65 years. */
export const explainRange: Explain = (fault) => {
    const dash = fault.name() === '-' || (fault.name() === 'UNREADABLE' && /^[–—−‐‑]$/.test(fault.image()));
    const between = fault.before !== undefined && (dash || fault.name() === 'to') && fault.name(1) === 'NUMBER';
    const lowAt = fault.name(-1) === 'NUMBER' ? fault.index - 1 : fault.name(-1) === 'UNIT' && fault.name(-2) === 'NUMBER' ? fault.index - 2 : -1;
    if (between && lowAt >= 0) return range(fault, lowAt, lowAt, fault.index - 1, fault.index + 1);
    // 'age 18-65 years': the reader stops at the first number.
    const separator = fault.name(1) === 'UNIT' ? 2 : 1;
    const joined = fault.name(separator) === '-' || fault.name(separator) === 'to' || /^[–—−‐‑]$/.test(fault.image(separator));
    if (fault.name() === 'NUMBER' && joined && fault.name(separator + 1) === 'NUMBER' && fault.isWord(fault.index - 1))
        return range(fault, fault.index, fault.index, fault.index + separator - 1, fault.index + separator + 1);
    return undefined;
};

/** 'age between 18 and 65 years' begins like a window. */
export const explainBetween: Explain = (fault) => {
    if (!fault.within('Window') || !fault.expects('before') || !fault.atEnd) return undefined;
    for (let index = fault.index - 1; index > fault.lineStart; index--) {
        if (fault.tokens[index]?.tokenType.name !== 'between') continue;
        const and = fault.tokens.findIndex((token, number) => number > index && token.tokenType.name === 'and');
        if (and > 0 && and < fault.index) return range(fault, index, index + 1, and - 1, and + 1);
    }
    return undefined;
};

function range(fault: FaultView, first: number, lowAt: number, lowEnd: number, highAt: number): Explanation {
    const highEnd = fault.tokens[highAt + 1]?.tokenType.name === 'UNIT' ? highAt + 1 : highAt;
    const written = `from ${fault.text(lowAt, lowEnd)} to ${fault.text(highAt, highEnd)}`;
    const start = fault.tokens[lowAt - 1]?.tokenType.name === 'from' ? lowAt - 1 : first;
    return {
        message: `A range is written ${written}.`,
        range: fault.range(start, highEnd),
        fixes: [fault.replace(`Write '${written}'`, start, highEnd, written)],
    };
}

/** 3 times ULN, 3 ULN, 3 X ULN, 3*ULN. */
export const explainMultiple: Explain = (fault) => {
    for (const at of [fault.index, fault.index + 1, fault.index - 1]) {
        const limit = fault.tokens.findIndex(
            (token, number) => number >= at && number <= at + 1 && (token.tokenType.name === 'ULN' || token.tokenType.name === 'LLN'),
        );
        if (limit < 0) continue;
        const number = fault.tokens[limit - 1]?.tokenType.name === 'NUMBER' ? limit - 1 : fault.tokens[limit - 2]?.tokenType.name === 'NUMBER' ? limit - 2 : -1;
        if (number < 0 || limit < fault.index - 1 || fault.tokens[limit - 1]?.tokenType.name === 'TIMES') continue;
        const written = `${fault.text(number, number)} x ${fault.text(limit, limit)}`;
        return {
            message: `A multiple of a laboratory's limit is written ${written}.`,
            range: fault.range(number, limit),
            fixes: [fault.replace(`Write '${written}'`, number, limit, written)],
        };
    }
    return undefined;
};

const HIGHER = new Set(['higher', 'greater', 'above', 'worse', 'more']);
const LOWER = new Set(['lower', 'less', 'below', 'better']);

/** neuropathy grade 3, neuropathy grade 3 or higher. */
export const explainGrade: Explain = (fault) => {
    const grade = fault.name(-1) === 'grade' || fault.image(-1).toLowerCase() === 'grade';
    if (fault.name() !== 'NUMBER' || !grade) return undefined;
    const direction = fault.name(1) === 'or' ? fault.image(2) : '';
    const operator = HIGHER.has(direction) ? '>= ' : LOWER.has(direction) ? '<= ' : '';
    const last = operator === '' ? fault.index : fault.index + 2;
    const is = fault.name(-2) === 'is' ? '' : 'is ';
    const written = `${is}grade ${operator}${fault.image()}`;
    return {
        message: `A grade is compared: ${is === '' ? 'is ' : ''}${written}, and the scale is named: in CTCAE.`,
        range: fault.range(fault.index - 1, last),
        fixes: [fault.replace(`Write '${written}'`, fault.index - 1, last, written)],
    };
};

/** Words that others write for a comparison, longest first. */
const WORDS_FOR: readonly (readonly [RegExp, string])[] = [
    [/\b(?:greater|higher|more|larger) (?:than )?or equal (?:to|than)$/, '>='],
    [/\b(?:less|lower|smaller) (?:than )?or equal (?:to|than)$/, '<='],
    [/\b(?:not|no) (?:less|lower) than$/, '>='],
    [/\b(?:not|no) (?:more|greater|higher) than$/, '<='],
    [/\b(?:of )?at least$/, '>='],
    [/\b(?:of )?at most$/, '<='],
    [/\b(?:greater|higher|more|larger|is above) than$/, '>'],
    [/\b(?:less|lower|smaller) than$/, '<'],
    [/\b(?:exceeding|exceeds|above|over)$/, '>'],
    [/\b(?:below|under)$/, '<'],
    [/\b(?:equal to|equals|exactly|of)$/, '='],
];

/** creatinine greater than 1.5 mg/dL; creatinine at least 1.5 mg/dL. */
export const explainComparisonWords: Explain = (fault) => {
    const number = numberBehind(fault);
    if (number < 0 || number <= fault.lineStart) return undefined;
    const line = fault.text(fault.lineStart, number - 1);
    for (const [pattern, operator] of WORDS_FOR) {
        const match = pattern.exec(line.replace(/\s/g, ' '));
        if (match === null || match.index === 0) continue;
        const offset = (fault.tokens[fault.lineStart] as Token).startOffset + match.index;
        const place = fault.source.range(offset, offset + match[0].length);
        return {
            message: `To compare a value, write ${operator} for '${match[0]}'.`,
            range: place,
            fixes: [{ title: `Write '${operator}'`, edits: [{ range: place, newText: operator }] }],
        };
    }
    return undefined;
};

/** Number of the numeral that the fault is about: itself, or the one of a bound without a window. */
function numberBehind(fault: FaultView): number {
    if (fault.name() === 'NUMBER' && (fault.isWord(fault.index - 1) || fault.name(-1) === 'of')) return fault.index;
    if (fault.name() === 'to' && fault.image(-1) === 'equal' && fault.name(1) === 'NUMBER') return fault.index + 1;
    if (!fault.atEnd || !fault.within('Window') || !(fault.expects('before') || fault.expects('times'))) return -1;
    return fault.name(-1) === 'NUMBER' ? fault.index - 1 : fault.name(-1) === 'UNIT' && fault.name(-2) === 'NUMBER' ? fault.index - 2 : -1;
}

/** creatinine 1.5 mg/dL. */
export const explainMissingComparison: Explain = (fault) => {
    if (fault.name() !== 'NUMBER' || !fault.isWord(fault.index - 1) || fault.before === undefined) return undefined;
    const unit = fault.name(1) === 'UNIT' ? fault.image(1) : undefined;
    const multiple = fault.name(1) === 'TIMES';
    if (!multiple && (unit === undefined || !isUnitWord(unit.replace(/\s.*$/, '')))) return undefined;
    const last = fault.index + (multiple ? 2 : 1);
    return {
        message: `A comparison is missing before ${shown(fault.text(fault.index, Math.min(last, fault.lineEnd)))}: write <, <=, >, >= or =, or a range from … to ….`,
        range: fault.place,
    };
};
