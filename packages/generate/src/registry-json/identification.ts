// Titles and numbers of the study, with notes where a field is missing or too long.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { GeneratorNote } from '../target.js';
import { cleanText } from '../phrase/clean-text.js';
import { ACRONYM_LIMIT, BRIEF_TITLE_LIMIT, IDENTIFIER_LIMIT, OFFICIAL_TITLE_LIMIT, lengthNote } from '../registry/limits.js';
import type { IdentificationModule } from './study-record.js';

const NCT_NUMBER = /^NCT\d{8}$/u;

/** The module and its notes. A registry number that is no NCT number is given as a secondary one. */
export function identification(document: CriteriaDocument): { module: IdentificationModule; notes: GeneratorNote[] } {
    const { protocol } = document;
    const registry = textOf(protocol?.registry);
    const identifier = textOf(protocol?.identifier);
    const sponsor = textOf(protocol?.sponsor);
    const briefTitle = textOf(protocol?.title);
    const officialTitle = textOf(protocol?.officialTitle);
    const acronym = textOf(protocol?.acronym);
    const isNct = registry !== null && NCT_NUMBER.test(registry);
    const module: IdentificationModule = {
        ...(registry !== null && isNct ? { nctId: registry } : {}),
        ...(identifier === null ? {} : { orgStudyIdInfo: { id: identifier } }),
        ...(registry === null || isNct ? {} : { secondaryIdInfos: [{ id: registry }] }),
        ...(sponsor === null ? {} : { organization: { fullName: sponsor } }),
        ...(briefTitle === null ? {} : { briefTitle }),
        ...(officialTitle === null ? {} : { officialTitle }),
        ...(acronym === null ? {} : { acronym }),
    };
    const notes = [
        ...missing('identifier', identifier, "the sponsor's own study number"),
        ...missing('title', briefTitle, 'the brief title'),
        ...lengthNote('brief title', briefTitle, BRIEF_TITLE_LIMIT),
        ...lengthNote('official title', officialTitle, OFFICIAL_TITLE_LIMIT),
        ...lengthNote('acronym', acronym, ACRONYM_LIMIT),
        ...lengthNote('identifier', identifier, IDENTIFIER_LIMIT),
    ];
    return { module, notes };
}

/** A text of the header on one line; null when there is none. */
export function textOf(text: string | null | undefined): string | null {
    const clean = text === null || text === undefined ? '' : cleanText(text);
    return clean === '' ? null : clean;
}

function missing(property: string, value: string | null, what: string): GeneratorNote[] {
    if (value !== null) {
        return [];
    }
    const message = `ClinicalTrials.gov requires ${what}; the field is left out. Write '${property}' in the protocol header.`;
    return [{ name: 'registry-field-missing', severity: 'warning', criterion: null, message }];
}
