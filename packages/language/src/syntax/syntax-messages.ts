// Says in a protocol writer's terms what the reader did not understand at a place, and what would help.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { IRecognitionException, IToken } from 'chevrotain';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { SourceText } from './source-text.js';

interface Explained {
    message: string;
    range: SourceRange;
    fixes: Fix[];
}

/** The message, place and fixes of a syntax error. */
export function explainSyntaxError(error: IRecognitionException, source: SourceText): Explained {
    const token = error.token;
    const previous = (error as { previousToken?: IToken }).previousToken;
    const atEnd = token.tokenType.name === 'EOF' || Number.isNaN(token.startOffset);
    const start = atEnd ? endOf(previous, source) : token.startOffset;
    const end = atEnd ? start : token.startOffset + Math.max(1, token.tokenType.name === 'NL' ? 1 : token.image.length);
    const range = source.range(Math.max(0, start), Math.max(0, end));
    const before = previous === undefined || Number.isNaN(previous.startOffset) ? null : previous.image;
    return { message: message(atEnd, token, before, error.message), range, fixes: [] };
}

function endOf(previous: IToken | undefined, source: SourceText): number {
    if (previous === undefined || Number.isNaN(previous.startOffset)) return source.text.trimEnd().length;
    return previous.startOffset + previous.image.length;
}

function message(atEnd: boolean, token: IToken, before: string | null, original: string): string {
    const found = token.tokenType.name === 'NL' ? 'the end of the line' : `'${shorten(token.image)}'`;
    const after = before === null || before.trim() === '' ? '' : ` after '${shorten(before)}'`;
    if (atEnd) return `The file ends${after} before the block is closed. Add the missing '}'.`;
    if (token.image === '}') return `The block ends here${after}, but the line before it is not complete. Finish that line or remove it.`;
    const expected = /Expecting token of type '([^']+)' but found/.exec(original)?.[1] ?? /--> (\S+) <-- but found/.exec(original)?.[1];
    if (expected === '}') return `${capital(found)} does not fit here${after}. If it starts a new item, put it on a line of its own; if it belongs to a name, put the whole name in single quotes ('…').`;
    if (expected === '{') return `A block in braces { … } is expected${after}, but ${found} stands here.`;
    if (expected === 'ID') return `An identifier such as I-1 is expected${after}, but ${found} stands here. Identifiers start with a letter and have no blanks.`;
    if (token.tokenType.name === 'NL') return `The line is not complete${after}. Finish it, or remove what was started.`;
    return `${capital(found)} does not fit here${after}. If it is part of a name, put the whole name in single quotes ('…'); if it is part of a sentence, put the sentence in double quotes ("…").`;
}

function shorten(text: string): string {
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
