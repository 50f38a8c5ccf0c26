// The eligibility criteria of a protocol as one text: both headings, cohort headings, numbered criteria.
import type { CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import type { GeneratorNote } from '../target.js';
import { cleanText } from '../phrase/clean-text.js';
import { diseaseEntry } from './diseases.js';
import { criterionEntry } from './entry.js';
import type { Entry } from './entry.js';
import { numberedList } from './layout.js';
import type { SetText } from './layout.js';
import { ELIGIBILITY_LIMIT, grouped, lengthOf } from './limits.js';
import { numbering, sectionsOf, withLeading } from './sections.js';
import type { Section } from './sections.js';

export interface EligibilityText {
    text: string;
    notes: GeneratorNote[];
}

const HEADINGS: Readonly<Record<Criterion['kind'], string>> = { include: 'Inclusion Criteria:', exclude: 'Exclusion Criteria:' };

/** The text without a line break at its end; `set` escapes what the target's markup would misread. */
export function eligibilityText(document: CriteriaDocument, set: SetText): EligibilityText {
    const exclusions = sectionsOf(document, 'exclude');
    const inclusions = inclusionsOf(document, exclusions);
    const entries = entriesOf(document, inclusions, exclusions);
    const laidOut = (how: SetText): string => [...headed('include', inclusions, entries, how), '', ...headed('exclude', exclusions, entries, how)].join('\n');
    // The limit is one of characters shown: escapes do not count.
    return {
        text: laidOut(set),
        notes: [
            ...[...entries.values()].flatMap((entry) => entry.notes),
            ...tooLong(
                laidOut((text) => text),
                entries,
            ),
        ],
    };
}

/** The inclusions, with the diseases under study where neither a heading nor a criterion names them. */
function inclusionsOf(document: CriteriaDocument, exclusions: readonly Section[]): Section[] {
    const inclusions = sectionsOf(document, 'include');
    const entries = entriesOf(document, inclusions, exclusions);
    const texts = inclusions.flatMap((section) => section.criteria).map((criterion) => JSON.stringify(entries.get(criterion)?.outline));
    const disease = diseaseEntry(document, inclusions, texts);
    return disease === null ? inclusions : withLeading(inclusions, disease);
}

function entriesOf(document: CriteriaDocument, inclusions: readonly Section[], exclusions: readonly Section[]): Map<Criterion, Entry> {
    const numbers = { include: numbering(inclusions), exclude: numbering(exclusions) };
    const called = (id: string | null): string | null => {
        const replaced = id === null ? undefined : document.criteria.find((criterion) => criterion.id === id);
        const number = replaced === undefined ? undefined : numbers[replaced.kind].get(replaced.id);
        return replaced === undefined || number === undefined ? null : `${replaced.kind === 'include' ? 'inclusion' : 'exclusion'} criterion ${number}`;
    };
    const written = [...inclusions, ...exclusions].flatMap((section) => section.criteria);
    return new Map(written.map((criterion) => [criterion, criterionEntry(criterion, document, called(criterion.replaces))]));
}

function headed(kind: Criterion['kind'], sections: readonly Section[], entries: ReadonlyMap<Criterion, Entry>, set: SetText): string[] {
    const lines = [HEADINGS[kind]];
    let number = 1;
    for (const section of sections) {
        const outlines = [...section.leading, ...section.criteria.flatMap((criterion) => entries.get(criterion)?.outline ?? [])];
        lines.push('', ...(section.heading === null ? [] : [set(section.heading), '']), ...numberedList(outlines, number, set));
        number += outlines.length;
    }
    return number === 1 ? [...lines, '', 'None'] : lines;
}

function tooLong(text: string, entries: ReadonlyMap<Criterion, Entry>): GeneratorNote[] {
    const length = lengthOf(text);
    if (length <= ELIGIBILITY_LIMIT) {
        return [];
    }
    const longest = [...entries]
        .map(([criterion, entry]) => ({ id: cleanText(criterion.id), length: lengthOf(numberedList([entry.outline], 1, (part) => part).join('\n')) }))
        .sort((a, b) => b.length - a.length)
        .slice(0, 3);
    const message =
        `The eligibility criteria have ${grouped(length)} characters; ClinicalTrials.gov takes ${grouped(ELIGIBILITY_LIMIT)}. They are given in full: ` +
        `write a 'short' wording for the longest (${longest.map((entry) => `${entry.id}: ${grouped(entry.length)}`).join(', ')}).`;
    return [{ name: 'registry-text-too-long', severity: 'warning', criterion: null, message }];
}
