// Whether a blank stands between two words of a line.
import { ruleNamed } from '../syntax/parser/rules.js';
import type { Token } from '../syntax/parser/token.js';
import { has } from '../syntax/parser/token-set.js';

const NO_BLANK_BEFORE: ReadonlySet<string> = new Set([',', ';', ':', ')']);
const ENDS_VALUE: ReadonlySet<string> = new Set(['QUOTED_NAME', 'NUMBER', 'UNIT', ')', '}']);
const WORD = ruleNamed('Word').body.first;

/** Whether a token can be part of a name without quotes. */
export function isPartOfName(token: Token): boolean {
    return has(WORD, token.tokenTypeIdx);
}

/** Whether a blank stands before token `index` on its line; `parentheses` says how many are open before it. */
export function blankBefore(tokens: readonly Token[], index: number, parentheses: number): boolean {
    const { name } = (tokens[index] as Token).tokenType;
    const before = tokens[index - 1] as Token;
    const previous = before.tokenType.name;
    if (NO_BLANK_BEFORE.has(name) || previous === '(' || (previous === '{' && name === '}')) return false;
    // BILAG(renal) and define limit(multiple), but > (a - b) and 5 mg (10 mmol).
    if (name === '(') return !isPartOfName(before) && previous !== 'QUOTED_NAME';
    // phase 1/2, but (a / b).
    if (parentheses === 0 && (name === '/' || previous === '/')) return false;
    // -3, but (a - 3).
    if (previous === '-' && name === 'NUMBER') {
        const left = tokens[index - 2];
        return left !== undefined && (ENDS_VALUE.has(left.tokenType.name) || isPartOfName(left));
    }
    return true;
}
