// Recognises a word of the language where a statement needs an identifier (reading every "…"), so that it is reported once and the statement is still read.
import type { Token } from './parser/token.js';
import { makeToken, tokenType } from './parser/token.js';

/** A word of the language that was read as an identifier. */
export interface ReservedIdentifier {
    token: Token;
    /** The keyword of the statement that it stands in. */
    statement: string;
}

const HEADED_BY_ID: ReadonlySet<string> = new Set(['include', 'exclude', 'reading', 'assert', 'cohort', 'arm', 'protocol']);
const BEFORE_STATEMENT: ReadonlySet<string> = new Set(['{', ';', 'NL']);
const AFTER_ID: ReadonlySet<string> = new Set(['STRING', 'OPEN_STRING', '{']);

/** Replaces such words by identifiers. A statement shows by what follows: a title or a block. */
export function readReservedIdentifiers(tokens: Token[]): ReservedIdentifier[] {
    const found: ReservedIdentifier[] = [];
    for (let index = 1; index < tokens.length; index++) {
        const [statement, token] = [tokens[index - 1] as Token, tokens[index] as Token];
        const begins = statement.startsLine || index === 1 || BEFORE_STATEMENT.has(tokens[index - 2]?.tokenType.name ?? '');
        if (!begins || !HEADED_BY_ID.has(statement.tokenType.name) || token.startsLine) continue;
        if (!token.tokenType.keyword || !/^[A-Za-z]+$/.test(token.image) || !AFTER_ID.has(tokens[index + 1]?.tokenType.name ?? '')) continue;
        found.push({ token, statement: statement.tokenType.name });
        tokens[index] = makeToken(tokenType('ID'), token.image, token.startOffset, false);
    }
    return found;
}
