// JSON with bytes that depend on the value alone: a fixed order of members, two blanks of indentation, hidden characters escaped.
import { compareCodePoints } from '../phrase/clean-text.js';

/** How members are set. */
export interface JsonStyle {
    /** The members of an object in the order to write them. */
    order: (keys: string[]) => string[];
    /** Members whose whole value stands on one line. */
    onOneLine: ReadonlySet<string>;
}

/** Members that open an object of the criteria model, in this order; the rest follows by code point, and where it was written comes last. */
const FIRST: readonly string[] = ['$schema', 'format', 'version', 'kind', 'id', 'form'];
const LAST: readonly string[] = ['range'];

/** The criteria model: what it is and its name first, where it was written last and on one line, the others by code point. */
export const MODEL_STYLE: JsonStyle = { order: modelOrder, onOneLine: new Set(LAST) };

/** Members in the order in which the program made them: for formats that have an order of their own. */
export const GIVEN_ORDER: JsonStyle = { order: (keys) => keys, onOneLine: new Set() };

/** Characters that would hide or reorder text in an editor; JSON keeps them as \u escapes, so they survive as data. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A JSON value as text, ending in a line break. Members that are undefined are left out, as `JSON.stringify` does. */
export function canonicalJson(value: unknown, style: JsonStyle): string {
    return `${write(value, '', style)}\n`;
}

function modelOrder(keys: string[]): string[] {
    const rank = (key: string): number => {
        if (FIRST.includes(key)) {
            return FIRST.indexOf(key) - FIRST.length;
        }
        return LAST.includes(key) ? 1 : 0;
    };
    return [...keys].sort((a, b) => rank(a) - rank(b) || compareCodePoints(a, b));
}

/** `indent` is null within a value that stands on one line. */
function write(value: unknown, indent: string | null, style: JsonStyle): string {
    const inner = indent === null ? null : `${indent}  `;
    if (Array.isArray(value)) {
        return bracketed(
            '[',
            value.map((item) => write(item, inner, style)),
            ']',
            indent,
        );
    }
    if (typeof value === 'object' && value !== null) {
        const members = value as Record<string, unknown>;
        const keys = style.order(Object.keys(members).filter((key) => members[key] !== undefined));
        const parts = keys.map((key) => `${scalar(key)}: ${write(members[key], style.onOneLine.has(key) ? null : inner, style)}`);
        return bracketed('{', parts, '}', indent);
    }
    return scalar(value);
}

function bracketed(open: string, parts: readonly string[], close: string, indent: string | null): string {
    if (parts.length === 0) {
        return open + close;
    }
    if (indent === null) {
        return open === '[' ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
    }
    return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

function scalar(value: unknown): string {
    return (JSON.stringify(value) ?? 'null').replace(HIDDEN, escaped);
}

function escaped(character: string): string {
    return Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}
