// Tells which faults on a line come from one lost quote, so that it is reported once.
import type { SyntaxFault } from './parser/fault-log.js';
import type { Token } from './parser/token.js';

const OPEN = new Set(['OPEN_STRING', 'OPEN_QUOTED_NAME']);

export interface OnePerQuote {
    faults: SyntaxFault[];
    /** Tokens with a quote that is not closed. */
    unclosed: Token[];
}

/** Leaves out faults at or behind a quote that is not closed, and unclosed quotes behind a fault on the same line. */
export function onePerQuote(tokens: readonly Token[], faults: readonly SyntaxFault[]): OnePerQuote {
    const kept: SyntaxFault[] = [];
    const explained = new Set<Token>();
    for (const fault of faults) {
        const open = openBehind(tokens, fault.token);
        if (!afterOpen(tokens, fault.token)) {
            kept.push(fault);
            if (open !== undefined) explained.add(open);
        }
    }
    return { faults: kept, unclosed: tokens.filter((token) => OPEN.has(token.tokenType.name) && !explained.has(token)) };
}

/** Whether the token is, or follows on the same line, one with an unclosed quote: such a token is the last of its line. */
function afterOpen(tokens: readonly Token[], index: number): boolean {
    for (let at = index; at >= 0 && at >= index - 3; at--) {
        const token = tokens[at] as Token;
        if (OPEN.has(token.tokenType.name)) return true;
        // Only the end of the line and braces that were inserted can stand behind it.
        if (at < index && !isGap(token)) return false;
        if (at === index && !isGap(token) && !token.startsLine) return false;
    }
    return false;
}

function isGap(token: Token): boolean {
    return token.inserted || token.tokenType.name === 'NL' || token.tokenType.name === 'END' || token.tokenType.name === '}';
}

function openBehind(tokens: readonly Token[], index: number): Token | undefined {
    for (let at = index; at < tokens.length; at++) {
        const token = tokens[at] as Token;
        if (at > index && (token.startsLine || token.tokenType.name === 'NL')) return undefined;
        if (OPEN.has(token.tokenType.name)) return token;
    }
    return undefined;
}
