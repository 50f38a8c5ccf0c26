// From the spellings of protocols to UCUM codes: "x 10⁹/L", "mcg", "mL/min/1.73 m²", "g/24 h".
import { findAtom } from './atoms.js';
import { plainUnitText } from './characters.js';
import { splitTerm } from './spelling-terms.js';
import { SUBSTANCE_WORDS, UNIT_WORDS } from './spelling-words.js';
import { REFUSED_WORDS, WHOLE_UNITS } from './spelling-whole-units.js';
import { evaluateUcum } from './ucum-evaluator.js';

export type SpellingReading =
    | { readonly ok: true; readonly ucum: string }
    /** `word` is the part that was not understood; `instead` what is written in its place, where that is known. */
    | {
          readonly ok: false;
          readonly reason: 'unknown-unit' | 'ambiguous-unit';
          readonly word: string;
          readonly because?: string;
          readonly instead: readonly string[];
      };

class UnknownWord extends Error {
    constructor(
        readonly word: string,
        readonly refused?: { readonly because: string; readonly instead: readonly string[] },
    ) {
        super(word);
    }
}

const codesByWord = new Map(UNIT_WORDS.flatMap(({ ucum, spellings }) => spellings.map((spelling) => [spelling, ucum] as const)));
/** Words of three letters and more are also understood in other capitals ("MCG", "MmHg"). */
const codesByLowerCase = new Map([...codesByWord].filter(([word]) => word.length > 2).map(([word, code]) => [word.toLowerCase(), code]));
const codesByWhole = new Map(WHOLE_UNITS.flatMap(({ ucum, spellings }) => spellings.map((spelling) => [spelling, ucum] as const)));

/** Powers of ten as protocols and laboratories write them, once superscripts are digits; `*` may stand for ×. */
const POWER_OF_TEN = /^(?:[x*] ?)?10(?: ?(?:\^|\*\*?|[eE]) ?([+-]?\d{1,2})|\((\d{1,2})\))(?!\d)/;
const BODY_SURFACE = /^\(?1\.73[ ._]?(?:m2|m\^2|sqm|square met(?:er|re)s?)\)?$/;
const DEEPEST_PARENTHESES = 3;

/**
 * The UCUM code that a written unit means. The code is built by rule and not yet evaluated: the caller does that.
 * @param text at most `MAXIMUM_UNIT_LENGTH` characters.
 */
export function spellingToUcum(text: string): SpellingReading {
    const plain = plainUnitText(text);
    if (plain === '' || /^(?!1$)[\d. ]+$/.test(plain)) {
        return { ok: false, reason: 'unknown-unit', word: plain, instead: [] };
    }
    try {
        return { ok: true, ucum: translate(plain, 0) };
    } catch (unknown) {
        if (!(unknown instanceof UnknownWord)) {
            throw unknown;
        }
        const { word, refused } = unknown;
        return refused ? { ok: false, reason: 'ambiguous-unit', word, ...refused } : { ok: false, reason: 'unknown-unit', word, instead: [] };
    }
}

/** Answers already given: a file asks about the same dozen words again and again. */
const answers = new Map<string, boolean>();
const MOST_ANSWERS = 1000;

/** Whether a word (or fixed pair of words) stands for a unit by itself: mg, hours, mm Hg, cells. */
export function isUnitWord(text: string): boolean {
    const known = answers.get(text);
    if (known !== undefined) {
        return known;
    }
    if (answers.size >= MOST_ANSWERS) {
        answers.clear();
    }
    const answer = understands(plainUnitText(text));
    answers.set(text, answer);
    return answer;
}

function understands(part: string): boolean {
    try {
        translatePart(part, 0);
        return true;
    } catch (unknown) {
        if (unknown instanceof UnknownWord) {
            return false;
        }
        throw unknown;
    }
}

function translate(plain: string, depth: number): string {
    const whole = codesByWhole.get(plain) ?? codesByWord.get(plain);
    if (whole !== undefined) {
        return whole;
    }
    const power = POWER_OF_TEN.exec(plain);
    if (!power) {
        return translateTerm(plain, depth);
    }
    const code = `10*${Number(power[1] ?? power[2])}`;
    const rest = plain.slice(power[0].length).trimStart();
    if (rest === '') {
        return code;
    }
    return /^(?:[./{]|per )/.test(rest) ? code + translateTerm(rest, depth) : joinCount(code, translateTerm(rest, depth));
}

/** Parts between "/", "per" and "." from left to right. */
function translateTerm(term: string, depth: number): string {
    let code = '';
    // "1.73.m2" is an old way of writing the body surface; UCUM itself would read 1 times 73 square metres.
    for (const { part, before: operator } of splitTerm(term.replace('1.73.m2', '1.73 m2'))) {
        if (part === '' && code === '' && operator === '') {
            continue; // a leading "/" has nothing above the line
        }
        const translated = operator === '/' && BODY_SURFACE.test(part) ? '{1.73_m2}' : translatePart(part, depth, operator === '/');
        code += operator + (operator === '/' && isCompound(translated) ? `(${translated})` : translated);
    }
    return code.replace(/^[1.](?=\/)/, '');
}

function translatePart(part: string, depth: number, below = false): string {
    const known = codesByWord.get(part);
    if (known !== undefined) {
        return known;
    }
    refuse(part);
    if (isUcum(part)) {
        return part;
    }
    const group = /^\((.+)\)$/.exec(part);
    if (group?.[1] !== undefined && depth < DEEPEST_PARENTHESES) {
        return `(${translate(group[1].trim(), depth + 1)})`;
    }
    const counted = below ? /^(\d{1,6}) ?([^\d .].*)$/.exec(part) : null;
    if (counted?.[1] !== undefined && counted[2] !== undefined) {
        return denominatorOf(Number(counted[1]), translatePart(counted[2], depth));
    }
    const raised = /^(.*[^\d^+-])\^?([+-]?\d)$/.exec(part);
    if (raised?.[1] !== undefined && raised[2] !== undefined) {
        const base = translatePart(raised[1], depth);
        if (/^[A-Za-z[\]'_]+$/.test(base)) {
            return base + raised[2];
        }
    }
    const lastBlank = part.lastIndexOf(' ');
    const annotation = SUBSTANCE_WORDS.get(part.slice(lastBlank + 1));
    if (lastBlank > 0 && annotation !== undefined) {
        return `${translatePart(part.slice(0, lastBlank), depth)}{${annotation}}`;
    }
    const firstBlank = part.indexOf(' ');
    const count = firstBlank > 0 ? codesByWord.get(part.slice(0, firstBlank)) : undefined;
    if (count?.startsWith('10*')) {
        return joinCount(count, translatePart(part.slice(firstBlank + 1), depth));
    }
    const otherCapitals = codesByLowerCase.get(part.toLowerCase());
    if (otherCapitals !== undefined) {
        return otherCapitals;
    }
    throw new UnknownWord(part);
}

/** 24 h is a day and 100 mL a decilitre, exactly; other multiples stay in parentheses, as UCUM writes them. */
function denominatorOf(count: number, code: string): string {
    if (count === 1) {
        return code;
    }
    if (count === 24 && code === 'h') {
        return 'd';
    }
    return count === 100 && code === 'mL' ? 'dL' : `(${count}.${code})`;
}

/** Whether a code has an operator outside its annotations, brackets and parentheses, so that a "/" before it would bind only its first part. */
function isCompound(code: string): boolean {
    return /[./]/.test(code.replace(/\{[^}]*\}|\[[^\]]*\]|^\(.*\)$/g, ''));
}

function joinCount(count: string, code: string): string {
    return code.startsWith('{') ? count + code : `${count}.${code}`;
}

function refuse(part: string): void {
    const base = part.replace(/\^?[+-]?\d$/, '');
    const refused = REFUSED_WORDS.get(base);
    if (refused) {
        throw new UnknownWord(part, refused);
    }
}

/** A UCUM code as it stands, also one that has no exact factor: that is reported as such and not as a misspelling. */
function isUcum(part: string): boolean {
    const evaluation = evaluateUcum(part, findAtom);
    return evaluation.ok || evaluation.reason === 'no-exact-factor';
}
