// Chevrotain's lexer over the terminals of the grammar, with newlines dropped as the language drops them: what our lexer is compared with.
import type { IToken } from 'chevrotain';
import { CANNOT_END_LINE, CONTINUES_LINE } from '@crit-lang/language/syntax/newline-rules.js';
import type { LexerResult, TokenizeOptions } from 'langium';
import { DefaultLexer } from 'langium';

export class GrammarLexer extends DefaultLexer {
    override tokenize(text: string, options?: TokenizeOptions): LexerResult {
        const result = super.tokenize(text, options);
        const kept: IToken[] = [];
        const tokens = result.tokens;
        for (const [index, token] of tokens.entries()) {
            if (token.tokenType.name !== 'NL' || endsLine(kept[kept.length - 1], tokens[index + 1])) kept.push(token);
        }
        return { ...result, tokens: kept };
    }
}

function endsLine(previous: IToken | undefined, next: IToken | undefined): boolean {
    // Of several newlines around comments the last one counts.
    if (next?.tokenType.name === 'NL') return false;
    if (previous === undefined || next === undefined) return true;
    return !CANNOT_END_LINE.has(previous.tokenType.name) && !CONTINUES_LINE.has(next.tokenType.name);
}
