// Says in a protocol writer's terms what the reader did not understand at a place, and what would help.
import type { Report } from '../diagnostics/diagnostic.js';
import type { BraceFault } from './brace-repair.js';
import type { SyntaxFault } from './parser/parser.js';
import type { Token } from './parser/token.js';
import { endOf } from './parser/token.js';
import type { SourceText } from './source-text.js';

/** The message, place and fixes for a place that does not fit the grammar. */
export function explainFault(fault: SyntaxFault, tokens: readonly Token[], source: SourceText): Report {
    const token = tokens[fault.token] as Token;
    const previous = tokens[fault.token - 1];
    const atEnd = token.tokenType.name === 'END';
    const start = token.startOffset;
    const end = atEnd ? start : start + Math.max(1, token.tokenType.name === 'NL' ? 1 : token.image.length);
    return { message: message(atEnd, token, previous === undefined || previous.tokenType.name === 'NL' ? null : previous.image), range: source.range(start, end), fixes: [] };
}

/** The message, place and fix for a brace that is missing or too much. */
export function explainBrace(fault: BraceFault, source: SourceText): Report {
    const { offset } = fault;
    if (fault.kind === 'extra-close') {
        const range = source.range(offset, offset + 1);
        return { message: "This '}' closes nothing: there is no '{' before it that it could belong to. Remove it, or add the '{' where the block begins.", range, fixes: [{ title: "Remove '}'", edits: [{ range, newText: '' }] }] };
    }
    const at = source.range(offset, offset);
    const range = source.range(Math.max(0, offset - 1), offset);
    if (fault.kind === 'missing-open') return { message: "A '{' is missing here: what follows up to the next '}' is a block. Add it.", range, fixes: [{ title: "Add '{'", edits: [{ range: at, newText: ' {' }] }] };
    const opened = fault.opened === null ? [] : [{ range: source.range(fault.opened.startOffset, endOf(fault.opened)), message: 'The block begins here.' }];
    return { message: "A '}' is missing here: the block before it is not closed. Add it on a line of its own.", range, related: opened, fixes: [{ title: "Add '}'", edits: [{ range: at, newText: '\n}' }] }] };
}

function message(atEnd: boolean, token: Token, before: string | null): string {
    const found = token.tokenType.name === 'NL' ? 'the end of the line' : `'${shorten(token.image)}'`;
    const after = before === null || before.trim() === '' ? '' : ` after '${shorten(before)}'`;
    if (atEnd) return `The file ends${after} before the line is complete. Finish the line.`;
    if (token.image === '}') return `The block ends here${after}, but the line before it is not complete. Finish that line or remove it.`;
    if (token.tokenType.name === 'NL') return `The line is not complete${after}. Finish it, or remove what was started.`;
    return `${capital(found)} does not fit here${after}. If it is part of a name, put the whole name in single quotes ('…'); if it is part of a sentence, put the sentence in double quotes ("…").`;
}

function shorten(text: string): string {
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
