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
        // A blank at the end of the line is no part of what was meant.
        const end = startOffset + image.trimEnd().length;
        diagnostics.report('unclosed-quote', {
            message: `This ${token === 'OPEN_STRING' ? 'text' : 'name'} is opened with ${open} and not closed on the same line, so everything up to the end of the line belongs to it. Add the closing ${close}; a text cannot go on over several lines.`,
            range: source.range(startOffset, end),
            fixes: [{ title: `Add ${close} at the end of the line`, edits: [{ range: source.range(end, end), newText: close }] }],
        });
    }
}
