// hidden-character: an invisible or direction-changing character can make a text look different from what it says.
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import type { SourceText } from '../syntax/source-text.js';

const HIDDEN_CHARACTERS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u0085\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** A file with more of them is not written by hand; the first ones tell enough. */
const MOST = 100;

export function reportHiddenCharacters(source: SourceText, diagnostics: DiagnosticCollector): void {
    let reported = 0;
    for (const match of source.text.matchAll(HIDDEN_CHARACTERS)) {
        const offset = match.index;
        if (match[0] === '\ufeff' && offset === 0) continue;
        if (++reported > MOST) return;
        const range = source.range(offset, offset + 1);
        diagnostics.report('hidden-character', {
            message: `An invisible character (U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}) stands here; it can make the text look different from what it says, and a reviewer cannot see it. Remove it.`,
            range,
            fixes: [{ title: 'Remove the invisible character', edits: [{ range, newText: '' }] }],
        });
    }
}
