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
    /** Where each criterion stands: lines counted from 0, the last one not included. */
    places: CriterionLines[];
}

export interface CriterionLines {
    criterion: string;
    from: number;
    to: number;
}

const HEADINGS: Readonly<Record<Criterion['kind'], string>> = { include: 'Inclusion Criteria:', exclude: 'Exclusion Criteria:' };

/** The text without a line break at its end; `set` escapes what the target's markup would misread. */
export function eligibilityText(document: CriteriaDocument, set: SetText): EligibilityText {
    const exclusions = sectionsOf(document, 'exclude');
    const { inclusions, entries } = withDiseases(document, sectionsOf(document, 'include'), exclusions);
    const laidOut = (how: SetText): Headed => {
        const [included, excluded] = [headed('include', inclusions, entries, how), headed('exclude', exclusions, entries, how)];
        const below = included.lines.length + 1;
        const places = [...included.places, ...excluded.places.map(({ criterion, from, to }) => ({ criterion, from: from + below, to: to + below }))];
        return { lines: [...included.lines, '', ...excluded.lines], places };
    };
    const { lines, places } = laidOut(set);
    // The limit is one of characters shown: escapes do not count.
    return {
        text: lines.join('\n'),
        places,
        notes: [...[...entries.values()].flatMap((entry) => entry.notes), ...tooLong(laidOut((text) => text).lines.join('\n'), entries)],
    };
}

/** The inclusions, with the diseases under study where neither a heading nor a criterion names them. */
function withDiseases(document: CriteriaDocument, written: readonly Section[], exclusions: readonly Section[]): Numbered {
    const entries = entriesOf(document, written, exclusions);
    const texts = written.flatMap((section) => section.criteria).map((criterion) => JSON.stringify(entries.get(criterion)?.outline));
    const disease = diseaseEntry(document, written, texts);
    if (disease === null) return { inclusions: written, entries };
    // One more at the top changes the numbers by which entries speak of each other.
    const inclusions = withLeading(written, disease);
    return { inclusions, entries: entriesOf(document, inclusions, exclusions, entries) };
}

interface Numbered {
    inclusions: readonly Section[];
    entries: Map<Criterion, Entry>;
}

/** @param before entries made with other numbers, which only those differ from that speak of another criterion by its number. */
function entriesOf(
    document: CriteriaDocument,
    inclusions: readonly Section[],
    exclusions: readonly Section[],
    before?: ReadonlyMap<Criterion, Entry>,
): Map<Criterion, Entry> {
    const numbers = { include: numbering(inclusions), exclude: numbering(exclusions) };
    const called = (id: string | null): string | null => {
        const replaced = id === null ? undefined : document.criteria.find((criterion) => criterion.id === id);
        const number = replaced === undefined ? undefined : numbers[replaced.kind].get(replaced.id);
        return replaced === undefined || number === undefined ? null : `${replaced.kind === 'include' ? 'inclusion' : 'exclusion'} criterion ${number}`;
    };
    const written = [...inclusions, ...exclusions].flatMap((section) => section.criteria);
    const entryOf = (criterion: Criterion): Entry =>
        (criterion.replaces === null ? before?.get(criterion) : undefined) ?? criterionEntry(criterion, document, called(criterion.replaces));
    return new Map(written.map((criterion) => [criterion, entryOf(criterion)]));
}

interface Headed {
    lines: string[];
    places: CriterionLines[];
}

function headed(kind: Criterion['kind'], sections: readonly Section[], entries: ReadonlyMap<Criterion, Entry>, set: SetText): Headed {
    const lines = [HEADINGS[kind]];
    const places: CriterionLines[] = [];
    let number = 1;
    for (const section of sections) {
        lines.push('', ...(section.heading === null ? [] : [set(section.heading), '']), ...numberedList(section.leading, number, set));
        number += section.leading.length;
        for (const criterion of section.criteria) {
            const outline = entries.get(criterion)?.outline;
            if (outline === undefined) continue;
            const from = lines.length;
            lines.push(...numberedList([outline], number++, set));
            places.push({ criterion: criterion.id, from, to: lines.length });
        }
    }
    return { lines: number === 1 ? [...lines, '', 'None'] : lines, places };
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
