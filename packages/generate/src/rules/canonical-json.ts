// JSON with bytes that depend on the value alone: fixed order of members, two blanks of indentation, hidden characters escaped.
import { compareCodePoints } from '../phrase/clean-text.js';

/** Members that open an object, in this order; the rest follows by code point, and where it was written comes last. */
const FIRST: readonly string[] = ['$schema', 'format', 'version', 'kind', 'id', 'form'];
const LAST: readonly string[] = ['range'];

/** Characters that would hide or reorder text in an editor; JSON keeps them as \u escapes, so they survive as data. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufeff]/gu;

/**
 * A JSON value as text, ending in a line break. Members that are undefined are left out, as `JSON.stringify` does.
 * @param order members of an object in the order to write them; alphabetical with the identifying ones first unless given.
 */
export function canonicalJson(value: unknown, order: (keys: string[]) => string[] = stableOrder): string {
    return `${write(value, '', order)}\n`;
}

/** The order of the criteria model: what it is and its name first, where it was written last, the others by code point. */
export function stableOrder(keys: string[]): string[] {
    const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) - FIRST.length : LAST.includes(key) ? 1 : 0);
    return [...keys].sort((a, b) => rank(a) - rank(b) || compareCodePoints(a, b));
}

function write(value: unknown, indent: string, order: (keys: string[]) => string[]): string {
    if (Array.isArray(value)) {
        return bracketed('[', value.map((item) => write(item, `${indent}  `, order)), ']', indent);
    }
    if (typeof value === 'object' && value !== null) {
        const members = value as Record<string, unknown>;
        const keys = order(Object.keys(members).filter((key) => members[key] !== undefined));
        return bracketed('{', keys.map((key) => `${scalar(key)}: ${write(members[key], `${indent}  `, order)}`), '}', indent);
    }
    return scalar(value);
}

function bracketed(open: string, parts: readonly string[], close: string, indent: string): string {
    if (parts.length === 0) {
        return open + close;
    }
    return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

function scalar(value: unknown): string {
    return (JSON.stringify(value) ?? 'null').replace(HIDDEN, escaped);
}

function escaped(character: string): string {
    return Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}
