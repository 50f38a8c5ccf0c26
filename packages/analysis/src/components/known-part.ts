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
}

export function knownPart(part: Part, id: number): KnownPart {
    const mentions = new Mentions();
    passFormula(part, mentions);
    const scales = mentions.grades.flatMap(({ scale, component, of }) => (of === null ? [`grade ${termKey(scale)} ${termKey(component ?? '')}`] : []));
    return {
        id,
        asked: mentions.occurrences,
        subjects: {
            terms: new Set(mentions.occurrences.flatMap(({ what }) => namedIn(what))),
            measures: new Set(mentions.measureKeys()),
            others: new Set([...scales, ...[...mentions.others].map((key) => `other ${key}`)]),
        },
    };
}
