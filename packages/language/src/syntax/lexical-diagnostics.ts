// Reports what single tokens and characters get wrong: quotes left open, invisible and direction-changing characters.
import type { CstNode } from 'langium';
import { CstUtils } from 'langium';
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import type { SourceText } from './source-text.js';

const HIDDEN_CHARACTERS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u0085\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** Reports unclosed quotes and hidden characters of a file. */
export function lexicalDiagnostics(source: SourceText, root: CstNode | undefined, diagnostics: DiagnosticCollector): void {
    if (root !== undefined) {
        for (const leaf of CstUtils.flattenCst(root)) {
            const open = leaf.tokenType.name;
            if (open !== 'OPEN_STRING' && open !== 'OPEN_QUOTED_NAME') continue;
            const mark = open === 'OPEN_STRING' ? '"' : "'";
            diagnostics.report('unclosed-quote', {
                message: `This text is opened with ${mark} and not closed on the same line. Add the closing ${mark}; a text cannot go on over several lines.`,
                range: source.range(leaf.offset, leaf.end),
                fixes: [{ title: `Close the quote at the end of the line`, edits: [{ range: source.range(leaf.end, leaf.end), newText: mark }] }],
            });
        }
    }
    for (const match of source.text.matchAll(HIDDEN_CHARACTERS)) {
        const offset = match.index;
        if (match[0] === '\ufeff' && offset === 0) continue;
        const range = source.range(offset, offset + 1);
        diagnostics.report('hidden-character', {
            message: `An invisible character (U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}) stands here; it can make the text look different from what it says. Remove it.`,
            range,
            fixes: [{ title: 'Remove the invisible character', edits: [{ range, newText: '' }] }],
        });
    }
}
