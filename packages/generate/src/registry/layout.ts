// Lays outlines out as the lists that ClinicalTrials.gov keeps: numbers and bullets, a level deeper by indentation, a blank line before a deeper list.
import type { Block, Outline } from './outline.js';

/** Blanks by which a level is indented; a longer marker ("100. ") takes as many as it is long, else its sub-list would not belong to it. */
const INDENT = 4;

/** What is done to each text before it is set; identity for plain text. */
export type SetText = (text: string) => string;

/** The lines of a numbered list that starts at `start`. */
export function numberedList(items: readonly Outline[], start: number, set: SetText): string[] {
    return items.flatMap((item, i) => itemLines(item, `${start + i}. `, '', set));
}

function itemLines(item: Outline, marker: string, indent: string, set: SetText): string[] {
    const inner = indent + ' '.repeat(Math.max(INDENT, marker.length));
    return [`${indent}${marker}${set(withoutMarker(item.text))}`, ...item.below.flatMap((block) => blockLines(block, inner, set))];
}

function blockLines(block: Block, indent: string, set: SetText): string[] {
    if (block.kind === 'paragraph') {
        return ['', `${indent}${set(withoutMarker(block.text))}`];
    }
    return ['', ...block.items.flatMap((item, i) => itemLines(item, block.marker === 'number' ? `${i + 1}. ` : '* ', indent, set))];
}

/** A text that starts like a list item would open a list of its own. */
function withoutMarker(text: string): string {
    return text.replace(/^(?:[*•·–—-]\s+)+/u, '');
}
