// Turns text into tokens: drops newlines that end no line, refuses nesting deeper than the limit, keeps everything else.
import type { ILexingError, IToken } from 'chevrotain';
import type { LexerResult, TokenizeOptions } from 'langium';
import { DefaultLexer } from 'langium';
import { tooDeep, tooManyNegations } from '../checks/nested-too-deep.js';
import { CANNOT_END_LINE, CONTINUES_LINE } from './newline-rules.js';

/** Blocks and parentheses may nest this deep (criterion and section braces included); deeper text is reported and skipped. */
export const MAX_DEPTH = 40;
const MAX_NEGATIONS = 8;

export class CritLexer extends DefaultLexer {
    override tokenize(text: string, options?: TokenizeOptions): LexerResult {
        const result = super.tokenize(text, options);
        const kept: IToken[] = [];
        const errors: ILexingError[] = [...result.errors];
        let depth = 0;
        let negations = 0;
        let skippedFrom: IToken | undefined;
        const tokens = result.tokens;
        for (let i = 0; i < tokens.length; i++) {
            const token = tokens[i] as IToken;
            const image = token.image;
            if (token.tokenType.name === 'NL') {
                if (depth <= MAX_DEPTH && endsLine(kept[kept.length - 1], tokens[i + 1])) kept.push(token);
                continue;
            }
            if (image === '{' || image === '(') {
                depth++;
                if (depth === MAX_DEPTH + 1) {
                    skippedFrom = token;
                    errors.push(lexingError(token, tooDeep(MAX_DEPTH)));
                }
            }
            negations = image === 'not' ? negations + 1 : 0;
            if (negations === MAX_NEGATIONS + 1) errors.push(lexingError(token, tooManyNegations(MAX_NEGATIONS)));
            if (depth <= MAX_DEPTH && negations <= MAX_NEGATIONS) kept.push(token);
            if ((image === '}' || image === ')') && depth > 0) {
                depth--;
                if (depth === MAX_DEPTH && skippedFrom !== undefined) skippedFrom = undefined;
            }
        }
        return { ...result, tokens: kept, errors };
    }
}

function endsLine(previous: IToken | undefined, next: IToken | undefined): boolean {
    if (previous === undefined || next === undefined) return true;
    if (previous.tokenType.name === 'NL' || next.tokenType.name === 'NL') return next.tokenType.name !== 'NL';
    return !CANNOT_END_LINE.has(keyword(previous)) && !CONTINUES_LINE.has(keyword(next));
}

// A phrase keyword may be written with more than one blank; the name of its token has one.
function keyword(token: IToken): string {
    return token.tokenType.name;
}

function lexingError(token: IToken, message: string): ILexingError {
    return { offset: token.startOffset, line: token.startLine, column: token.startColumn, length: token.image.length, message };
}
