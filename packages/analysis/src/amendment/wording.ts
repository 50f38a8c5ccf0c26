// Whether the words of two criteria differ in more than how they are set: list marks, closing marks, quotation marks and blanks do not count.
import type { Criterion } from '@crit-lang/model/criteria/document.js';

export function isRephrased(old: Criterion, current: Criterion): boolean {
    return wordsOf(old) !== wordsOf(current);
}

function wordsOf({ kind, title, short, wording }: Criterion): string {
    return [kind, plainWords(title ?? ''), plainWords(short ?? ''), ...wording.map(plainWords).filter((paragraph) => paragraph !== '')].join('\n');
}

const LIST_MARK = /^(?:\(?(?:[ivxlc]{1,5}|[a-z]|\d{1,3})[.)]|[-*•‣◦–—])\s+/iu;

/** The same for texts that differ in how they are set only. */
export function plainWords(text: string): string {
    return text
        .normalize('NFC')
        .trim()
        .replace(LIST_MARK, '')
        .replace(/[‘’‚‛ʼ´`]/gu, "'")
        .replace(/[“”„«»]/gu, '"')
        .replace(/\s+/gu, ' ')
        .replace(/[\s.:;]+$/u, '');
}

/** How much of the words of two texts is the same: from 0 to 1. */
export function likeness(one: string, other: string): number {
    const [first, second] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
    if (first === undefined || second === undefined || first.size + second.size === 0) return 0;
    let shared = 0;
    for (const word of first) if (second.has(word)) shared++;
    return (2 * shared) / (first.size + second.size);
}
