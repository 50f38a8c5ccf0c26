// Finds where statements begin by their first line alone, whatever braces around them are missing.
import type { Token, TokenType } from './parser/token.js';
import { tokenType } from './parser/token.js';

export interface StatementStart {
    /** Number of its first token. */
    token: number;
    /** Blanks before it on its line. */
    column: number;
    kind: 'section' | 'criterion' | 'other';
    /** Its first line has to open a block. */
    needsBlock: boolean;
}

const types = (...names: string[]): ReadonlySet<TokenType> => new Set(names.map(tokenType));

const CRITERION = types('include', 'exclude');
/** Words that nothing but a statement begins with. */
const CERTAIN = types('define', 'assert', 'import', 'declare');
const HEADED_BY_ID = types('protocol', 'cohort', 'arm');
const TERM_KINDS = types('condition', 'drug', 'lab', 'measure', 'score', 'grade', 'test', 'procedure', 'event', 'fact', 'criteria');
const AFTER_ID = types('STRING', 'OPEN_STRING', '{', 'NL', 'with');
const TEXTS = types('STRING', 'OPEN_STRING');

/** Whether a token at the start of a line begins a statement, whatever follows it. */
export function surelyBeginsStatement(token: Token): boolean {
    return token.startsLine && (CRITERION.has(token.tokenType) || CERTAIN.has(token.tokenType));
}

/** The statements of a text, judged by their first lines. */
export function statementStarts(tokens: readonly Token[], text: string): StatementStart[] {
    const starts: StatementStart[] = [];
    for (let index = 0; index < tokens.length; index++) {
        const kind = kindAt(tokens, index);
        if (kind === undefined) continue;
        const column = columnOf(tokens[index] as Token, text);
        const { name } = (tokens[index] as Token).tokenType;
        starts.push({
            token: index,
            column,
            kind,
            needsBlock: kind !== 'other' || name === 'define' || name === 'assert' || name === 'protocol' || name === 'patient',
        });
    }
    return starts;
}

/** Blanks between the start of a token's line and the token, when it is the first on it. */
export function columnOf(token: Token, text: string): number {
    let start = token.startOffset;
    while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
    return token.startOffset - start;
}

/** Number of the token behind the last one on the line of token `index`. */
export function endOfLine(tokens: readonly Token[], index: number): number {
    let end = index + 1;
    while (end < tokens.length && !(tokens[end] as Token).startsLine && (tokens[end] as Token).tokenType.name !== 'NL') end++;
    return end;
}

function kindAt(tokens: readonly Token[], index: number): StatementStart['kind'] | undefined {
    const token = tokens[index] as Token;
    if (!token.startsLine) return undefined;
    const type = token.tokenType;
    const next = tokens[index + 1]?.tokenType;
    const afterNext = tokens[index + 2]?.tokenType;
    if (CRITERION.has(type)) return 'criterion';
    if (CERTAIN.has(type)) return 'other';
    if (HEADED_BY_ID.has(type)) return next?.name === 'ID' && afterNext !== undefined && AFTER_ID.has(afterNext) ? 'other' : undefined;
    if (type.name === 'patient') return next !== undefined && TEXTS.has(next) ? 'other' : undefined;
    if (type.name === 'for') return opensBlock(tokens, index) ? 'section' : undefined;
    if (TERM_KINDS.has(type)) return next?.name !== 'NL' && opensBlock(tokens, index) ? 'other' : undefined;
    return undefined;
}

/** Whether a line consists of names and a text and opens a block. */
function opensBlock(tokens: readonly Token[], index: number): boolean {
    const end = endOfLine(tokens, index);
    for (let i = index + 1; i < end; i++) {
        const { name, keyword } = (tokens[i] as Token).tokenType;
        if (name === '{') return true;
        if (keyword && !/^[a-z]+$|^,$/.test(name)) return false;
    }
    return false;
}
