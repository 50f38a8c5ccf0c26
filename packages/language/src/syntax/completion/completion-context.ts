// Says for a place in a text which tokens can follow there, and which name, word, unit or phrase is being typed.
import type { Token } from '../parser/token.js';
import { endOf } from '../parser/token.js';
import { tokenize } from '../tokenize.js';
import { grammarNetwork } from './grammar-network.js';
import type { ExpectedToken } from './grammar-walk.js';
import { expectedTokens, startReadings } from './grammar-walk.js';
import { tolerantReadings } from './tolerant-walk.js';

/** One reading of what is being typed: it began at `offset`, and these tokens could stand there. */
export interface TypedStart {
    offset: number;
    /** Number of the token that begins here, in `tokens`; their length when none does yet. */
    token: number;
    /** What stands between `offset` and the cursor. */
    typed: string;
    expected: ExpectedToken[];
}

export interface CompletionContext {
    /** Tokens of the statement before the cursor. */
    tokens: readonly Token[];
    /** Offset of the statement in the text: add it to a token's own offset. */
    statement: number;
    /** From the longest reading of what is being typed to the shortest (often empty). */
    starts: TypedStart[];
    /** The cursor stands in a comment or a text in double quotes, where nothing is offered. */
    inText: boolean;
    /** The line could end at the cursor. */
    mayEnd: boolean;
}

/** A name has rarely more words than this; longer stretches before the cursor are not tried as the beginning of one. */
const MOST_WORDS = 12;

/** What can be typed at `offset`. Linear in the length of the statement around it; never throws. */
export function completionContext(text: string, offset: number): CompletionContext {
    const before = text.slice(0, offset);
    const { tokens: read, comments } = tokenize(before);
    // The last one only says that the text ends.
    const all = read.slice(0, -1);
    const first = firstOfStatement(all);
    const statement = all[first]?.startOffset ?? before.length;
    const tokens = withoutVainNewline(all.slice(first));
    const inText = insideText(before, tokens[tokens.length - 1], comments);
    const readings = tolerantReadings(grammarNetwork(), tokens);
    const lineStart = Math.max(tokens.findLastIndex((token) => token.tokenType.name === 'NL') + 1, tokens.length - MOST_WORDS, 0);
    const starts: TypedStart[] = [];
    for (let index = lineStart; index <= tokens.length; index++) {
        const at = readings[index];
        if (at === undefined) continue;
        const token = tokens[index];
        // After the last token a new word begins; right behind a word it would be glued to it.
        if (token === undefined && gluedTo(tokens[tokens.length - 1], before)) continue;
        const from = token?.startOffset ?? before.length;
        starts.push({ offset: from, token: index, typed: before.slice(from), expected: expectedTokens(at) });
    }
    const end = readings[tokens.length];
    return { tokens, statement, starts, inText, mayEnd: end === undefined || expectedTokens(end).some(({ token }) => token === 'NL') };
}

/** The first name that stands at or after a token of the statement, as written, before the next of these tokens; null when there is none. */
export function nameAfter({ tokens }: CompletionContext, from: number, until = tokens.length): string | null {
    const isWord = (token: Token | undefined): boolean => token !== undefined && (token.tokenType.name === 'ID' || wordKeywords().has(token.tokenType.name));
    for (let index = from; index < until; index++) {
        const token = tokens[index];
        if (token?.tokenType.name === 'QUOTED_NAME') return token.image.slice(1, -1);
        if (!isWord(token)) continue;
        const words: string[] = [];
        for (let at = index; at < until && (isWord(tokens[at]) || (at > index && tokens[at]?.tokenType.name === 'of')); at++)
            words.push(tokens[at]?.image ?? '');
        return words.join(' ');
    }
    return null;
}

// The lexer keeps a newline at the end of a text, because it cannot know yet what follows.
function withoutVainNewline(tokens: Token[]): Token[] {
    const [previous, last] = tokens.slice(-2);
    return last?.tokenType.name === 'NL' && previous?.tokenType.cannotEndLine === true ? tokens.slice(0, -1) : tokens;
}

let nouns: ReadonlySet<string> | undefined;

/** Keywords that may stand in an unquoted name. */
function wordKeywords(): ReadonlySet<string> {
    nouns ??= new Set(expectedTokens(startReadings(grammarNetwork(), 0, 'Word')).flatMap(({ token, keyword }) => (keyword ? [token] : [])));
    return nouns;
}

const STATEMENT_WORDS: ReadonlySet<string> = new Set([
    'protocol',
    'cohort',
    'include',
    'exclude',
    'define',
    'for',
    'import',
    'assert',
    'patient',
    'declare',
    'accept',
    'vocabulary',
]);

/** Number of the token with which the statement around the end begins; a keyword in the first column begins one whatever braces are missing before it. */
function firstOfStatement(tokens: readonly Token[]): number {
    let depth = 0;
    for (let index = tokens.length - 1; index > 0; index--) {
        const name = tokens[index]?.tokenType.name ?? '';
        const previous = tokens[index - 1];
        if (name === '}') depth++;
        if (name === '{') depth--;
        if (previous?.tokenType.name !== 'NL' || !previous.image.endsWith('\n')) continue;
        if (STATEMENT_WORDS.has(name)) return index;
        // A vocabulary entry begins with a word that names have too, so its braces must fit.
        if (depth <= 0 && TERM_WORDS.has(name)) return index;
    }
    return 0;
}

const TERM_WORDS: ReadonlySet<string> = new Set(['condition', 'drug', 'lab', 'measure', 'score', 'grade', 'test', 'procedure', 'event', 'fact', 'criteria']);

function gluedTo(last: Token | undefined, before: string): boolean {
    return last !== undefined && endOf(last) === before.length && /[\p{L}\p{N}_'’"“]$/u.test(before);
}

function insideText(before: string, last: Token | undefined, comments: readonly Token[]): boolean {
    const comment = comments.at(-1);
    if (comment !== undefined && endOf(comment) === before.length && comment.image.startsWith('//')) return true;
    // A block comment that is not closed yet is no comment for the lexer.
    if (before.lastIndexOf('/*') > before.lastIndexOf('*/')) return true;
    return last !== undefined && endOf(last) === before.length && (last.tokenType.name === 'OPEN_STRING' || last.tokenType.name === 'STRING');
}
