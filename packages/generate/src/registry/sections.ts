// Groups the criteria of one kind by the cohorts they apply to, and numbers them.
import type { Cohort, CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import { cleanText } from '../phrase/clean-text.js';
import { nameKey } from '../phrase/context.js';
import { capitalised, joinWords } from '../phrase/join.js';
import { termName } from '../phrase/name.js';
import { phraseContext } from '../phrase/condition.js';
import { namesOf } from './diseases.js';
import { isMadeFromRule } from './entry.js';
import { mentionsAny } from './mentions.js';
import type { Outline } from './outline.js';

export interface Section {
    /** Null when no heading is needed. */
    heading: string | null;
    /** Cohort ids; null: all. */
    cohorts: readonly string[] | null;
    /** What stands before the criteria and is numbered with them. */
    leading: readonly Outline[];
    criteria: readonly Criterion[];
}

const FOR_ALL = 'All participants:';

/**
 * The written criteria of one kind, those with the same scope together, scopes in the order in which they first occur.
 * Headings are given only where a scope is narrower than the protocol.
 */
export function sectionsOf(document: CriteriaDocument, kind: Criterion['kind']): Section[] {
    const sections = new Map<string, Section & { criteria: Criterion[] }>();
    for (const criterion of document.criteria) {
        if (criterion.kind !== kind || criterion.origin !== 'written') {
            continue;
        }
        const cohorts = scopeOf(criterion, document);
        const key = JSON.stringify(cohorts);
        const section = sections.get(key) ?? { heading: null, cohorts, leading: [], criteria: [] };
        section.criteria.push(criterion);
        sections.set(key, section);
    }
    const found = [...sections.values()];
    const narrowed = found.some((section) => section.cohorts !== null);
    return found.map((section) => ({ ...section, heading: narrowed ? headingOf(section.cohorts, document) : null }));
}

/** The sections with an item for everyone at the top of those that are for everyone. */
export function withLeading(sections: readonly Section[], item: Outline): Section[] {
    const forAll = sections.find((section) => section.cohorts === null);
    if (forAll === undefined) {
        return [{ heading: sections.length === 0 ? null : FOR_ALL, cohorts: null, leading: [item], criteria: [] }, ...sections];
    }
    return sections.map((section) => (section === forAll ? { ...section, leading: [item, ...section.leading] } : section));
}

/** The number that each criterion gets, by its id. */
export function numbering(sections: readonly Section[]): ReadonlyMap<string, number> {
    const numbers = new Map<string, number>();
    let number = 1;
    for (const section of sections) {
        number += section.leading.length;
        for (const criterion of section.criteria) {
            numbers.set(criterion.id, number++);
        }
    }
    return numbers;
}

/** Cohort ids in the order of their declaration; null when every cohort is meant. */
function scopeOf(criterion: Criterion, document: CriteriaDocument): readonly string[] | null {
    // A wording is said of those of the criterion; a text made from the first reading, of those of that reading.
    const cohorts = (isMadeFromRule(criterion) ? criterion.readings[0]?.cohorts : null) ?? criterion.cohorts;
    if (cohorts === null) {
        return null;
    }
    const declared = document.cohorts.map((cohort) => cohort.id);
    if (declared.every((id) => cohorts.includes(id))) {
        return null;
    }
    return [...declared.filter((id) => cohorts.includes(id)), ...cohorts.filter((id) => !declared.includes(id))];
}

function headingOf(cohorts: readonly string[] | null, document: CriteriaDocument): string {
    if (cohorts === null) {
        return FOR_ALL;
    }
    const names = cohorts.map((id) => cohortName(id, document));
    const arms = cohorts.every((id) => document.cohorts.some((cohort) => cohort.id === id && cohort.kind === 'arm'));
    const word = names.every((name) => /\b(cohort|arm|group|part)s?\b/iu.test(name)) ? '' : ` ${arms ? 'arm' : 'cohort'}${names.length === 1 ? '' : 's'}`;
    return `${joinWords(names, 'and')}${word}:`;
}

/** The cohort's title with its id, and its disease where neither says it. */
function cohortName(id: string, document: CriteriaDocument): string {
    const cohort = document.cohorts.find((candidate) => candidate.id === id);
    const title = cohort?.title === null || cohort?.title === undefined ? '' : cleanText(cohort.title);
    const name = title === '' ? cleanText(id) : nameKey(title).includes(nameKey(id)) ? title : `${title} (${cleanText(id)})`;
    const disease = cohort === undefined ? null : diseaseBeside(cohort, name, document);
    return capitalised(disease === null ? name : `${name}, participants with ${disease}`);
}

function diseaseBeside(cohort: Cohort, name: string, document: CriteriaDocument): string | null {
    const disease = cohort.index?.term ?? null;
    if (disease === null) {
        return null;
    }
    return mentionsAny(name, namesOf(disease, document)) ? null : termName(disease, phraseContext(document));
}
