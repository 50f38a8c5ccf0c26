// unclosed-quote: a text or name that is opened and not closed on its line swallows the rest of the line.
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import type { Token } from '../syntax/parser/token.js';
import type { SourceText } from '../syntax/source-text.js';

export function reportUnclosedQuotes(source: SourceText, tokens: readonly Token[], diagnostics: DiagnosticCollector): void {
    for (const { tokenType, image, startOffset } of tokens) {
        const token = tokenType.name;
        if (token !== 'OPEN_STRING' && token !== 'OPEN_QUOTED_NAME') continue;
        const open = image.charAt(0);
        const close = open === '“' ? '”' : open === '‘' ? '’' : open;
        const mark = source.range(startOffset, startOffset + 1);
        const behindWord = /[\p{L}\p{N}.,;)]/u.test(source.text.charAt(startOffset - 1));
        if (behindWord && token === 'OPEN_QUOTED_NAME') {
            diagnostics.report('unclosed-quote', {
                message: 'An apostrophe at the end of a word opens a name in single quotes. Leave it out; in a text in double quotes it may stand.',
                range: mark,
                fixes: [{ title: 'Remove the apostrophe', edits: [{ range: mark, newText: '' }] }],
            });
            continue;
        }
        if (behindWord) {
            diagnostics.report('unclosed-quote', {
                message: `This ${open} stands behind a word as if it closed a text, but no text is open. A ${open} is missing before it on the line, or this one is too much.`,
                range: mark,
            });
            continue;
        }
        // Blanks at the end of the line, and what stands in braces, are no part of what was meant.
        const end = startOffset + image.replace(/[ \t]*(?:[{}].*)?$/, '').length;
        const other = image.slice(1).search(/[”“]$/);
        const place = other === -1 ? source.range(end, end) : source.range(startOffset + 1 + other, startOffset + image.length);
        diagnostics.report('unclosed-quote', {
            message: `This ${token === 'OPEN_STRING' ? 'text' : 'name'} is opened with ${open} and not closed on the same line, so everything up to the end of the line belongs to it. Add the closing ${close}; a text cannot go on over several lines.`,
            range: source.range(startOffset, startOffset + image.trimEnd().length),
            fixes: [{ title: other === -1 ? `Add the closing ${close}` : `Close it with ${close}`, edits: [{ range: place, newText: close }] }],
        });
    }
}
