// What a part asks, read once for all parts that mean the same.
import { Mentions } from '../facts/mentions.js';
import type { OccurrenceQuery } from '../facts/queries.js';
import { namedIn } from '../knowledge/selection.js';
import { termKey } from '../knowledge/meaning.js';
import { type Part, passFormula } from '../subjects/part.js';
import type { Subjects } from './split.js';

export interface KnownPart {
    /** Its own as long as it is known. */
    readonly id: number;
    /** Every question about occurrences. */
    readonly asked: readonly OccurrenceQuery[];
    readonly subjects: Subjects;
    /** Whether something in it was taken as free; what, and where, is read again when it is asked for. */
    readonly hasOpaque: boolean;
}

export function knownPart(part: Part, id: number): KnownPart {
    const mentions = new Mentions();
    let hasOpaque = false;
    passFormula(part, mentions, () => (hasOpaque = true));
    const scales = mentions.grades.flatMap(({ scale, component, of }) => (of === null ? [`grade ${termKey(scale)} ${termKey(component ?? '')}`] : []));
    return {
        id,
        asked: mentions.occurrences,
        hasOpaque,
        subjects: {
            terms: new Set(mentions.occurrences.flatMap(({ what }) => namedIn(what))),
            measures: new Set(mentions.measureKeys()),
            others: new Set([...scales, ...[...mentions.others].map((key) => `other ${key}`)]),
        },
    };
}
