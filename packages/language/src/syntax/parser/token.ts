// Tokens and their types: what the lexer makes of a text and the parser reads.
import { PARSE_PROGRAM } from '../../generated/parse-program.js';
import { CANNOT_END_LINE, CONTINUES_LINE } from '../newline-rules.js';

export interface TokenType {
    /** The keyword with single blanks, or the name of the terminal. */
    readonly name: string;
    /** Number of the type, for tables. */
    readonly index: number;
    readonly keyword: boolean;
    /** A newline after it ends nothing. */
    readonly cannotEndLine: boolean;
    /** A newline before it ends nothing. */
    readonly continuesLine: boolean;
}

export interface Token {
    readonly tokenType: TokenType;
    /** Same as tokenType.index. */
    readonly tokenTypeIdx: number;
    readonly image: string;
    readonly startOffset: number;
    /** The first token of its line. */
    readonly startsLine: boolean;
    /** For a brace: number of the token with the brace that belongs to it; -1 for others. */
    partner: number;
    /** Not in the text: put there because a brace is missing. */
    readonly inserted: boolean;
}

const types: TokenType[] = [];
const byName = new Map<string, TokenType>();

function define(name: string, keyword: boolean): TokenType {
    const type: TokenType = { name, index: types.length, keyword, cannotEndLine: CANNOT_END_LINE.has(name), continuesLine: CONTINUES_LINE.has(name) };
    types.push(type);
    byName.set(name, type);
    return type;
}

/** Behind the last token. */
export const END: TokenType = define('END', false);
/** Characters that mean nothing in the language. */
export const UNREADABLE: TokenType = define('UNREADABLE', false);
for (const keyword of PARSE_PROGRAM.keywords) define(keyword, true);
for (const terminal of PARSE_PROGRAM.terminals) define(terminal.name, false);

/** All types, by number. */
export const TOKEN_TYPES: readonly TokenType[] = types;

/** The type of a keyword or terminal. Throws for a name that the grammar does not have. */
export function tokenType(name: string): TokenType {
    const type = byName.get(name);
    if (type === undefined) throw new Error(`The grammar has no token '${name}'.`);
    return type;
}

/** The type of a keyword; undefined when the text is none. */
export function keywordType(text: string): TokenType | undefined {
    const type = byName.get(text);
    return type?.keyword === true ? type : undefined;
}

export function makeToken(type: TokenType, image: string, startOffset: number, startsLine: boolean, inserted = false): Token {
    return { tokenType: type, tokenTypeIdx: type.index, image, startOffset, startsLine, partner: -1, inserted };
}

/** Offset behind a token. */
export function endOf(token: Token): number {
    return token.startOffset + token.image.length;
}
