// Pairs the braces of a text. Where one is missing or too much, statements and indentation show where, so that one slip costs no other criterion.
import { BraceRepair } from './brace-repair.js';
import type { BraceFault } from './brace-repair.js';
import type { Token } from './parser/token.js';
import { surelyBeginsStatement } from './statements.js';

export interface PairedBraces {
    /** Every brace has its partner; missing ones are inserted, those too much left out. */
    tokens: Token[];
    faults: BraceFault[];
}

/** Pairs the braces of all tokens; the last token is the end of the text. */
export function pairBraces(tokens: Token[], text: string): PairedBraces {
    if (pair(tokens)) return { tokens, faults: [] };
    const repaired = new BraceRepair(tokens, text).run();
    pair(repaired.tokens);
    return repaired;
}

/** Sets the partners; whether every brace has one, and no criterion stands inside another. */
function pair(tokens: readonly Token[]): boolean {
    const open: number[] = [];
    let complete = true;
    /** The first token of the statement outside of all braces. */
    let head: Token | undefined;
    let inSection = false;
    for (let index = 0; index < tokens.length; index++) {
        const token = tokens[index] as Token;
        if (open.length === 0) head = token.tokenType.name === 'NL' ? undefined : (head ?? token);
        else if (surelyBeginsStatement(token) && !(open.length === 1 && inSection)) complete = false;
        if (token.tokenType.name === '{') {
            if (open.length === 0) inSection = head?.tokenType.name === 'for';
            open.push(index);
        } else if (token.tokenType.name === '}') {
            const partner = open.pop();
            if (partner === undefined) {
                complete = false;
                continue;
            }
            if (open.length === 0) head = undefined;
            token.partner = partner;
            (tokens[partner] as Token).partner = index;
        }
    }
    return complete && open.length === 0;
}
