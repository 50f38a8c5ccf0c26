// Capital letters and stops: turns sentences of spans into what is printed.
import { capitalize, type Span } from './inline.js';
import type { Point, Sentence } from './patient-document.js';

/** A full sentence with its stop; `:` where a list follows. */
export function finished(sentence: Sentence, stop: '.' | ':'): Span[] {
    const trimmed = trimEnd(sentence);
    const last = trimmed.at(-1)?.text.at(-1) ?? '';
    const end = stop === '.' && /[.?!]/u.test(last) ? '' : stop;
    return capitalize(end === '' ? trimmed : [...trimmed, { text: end, neutral: null }]);
}

function trimEnd(sentence: Sentence): Span[] {
    const last = sentence.at(-1);
    return last === undefined ? [] : [...sentence.slice(0, -1), { ...last, text: last.text.replace(/[\s:,;]+$/u, '') }];
}

/** The sentences of a point as they are printed: a fragment without stop, a lead with a colon. */
export function pointSentences(point: Point): Span[][] {
    const hasList = point.items.length > 0 || point.table !== null;
    return point.sentences.map((sentence, i) => {
        const isLast = i === point.sentences.length - 1;
        if (point.fragment && i === 0) {
            const more = point.sentences.length > 1;
            return hasList && isLast
                ? [...trimEnd(sentence), { text: ':', neutral: null }]
                : more
                  ? [...trimEnd(sentence), { text: '.', neutral: null }]
                  : [...sentence];
        }
        return finished(sentence, hasList && isLast ? ':' : '.');
    });
}
