// A text as lines, those of a criterion together, so that the page can be scrolled to it.
import type { PreviewPiece } from '../requests.js';
import { element } from './elements.js';

export function textLines(text: string, pieces: readonly PreviewPiece[]): HTMLElement {
    const lines = text.replace(/\n$/, '').split('\n');
    const made = element('div', { class: 'lines' });
    let at = 0;
    const add = (to: number, criterion: string | null): void => {
        if (to <= at) return;
        made.append(element('pre', criterion === null ? {} : { 'data-criterion': criterion, tabindex: '-1' }, lines.slice(at, to).join('\n')));
        at = to;
    };
    for (const { criterion, lines: place } of [...pieces].sort((a, b) => (a.lines?.from ?? 0) - (b.lines?.from ?? 0))) {
        if (place === null || place.from < at) continue;
        add(place.from, null);
        add(place.to, criterion);
    }
    add(lines.length, null);
    return made;
}
