// registry-limit, the part that needs the generated text: eligibility criteria and titles longer than ClinicalTrials.gov takes.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { DocumentCheck, DocumentFinding } from '../document-checks.js';
import type { GeneratorNote } from '../target.js';
import { eligibilityText } from './eligibility-text.js';
import { ACRONYM_LIMIT, BRIEF_TITLE_LIMIT, OFFICIAL_TITLE_LIMIT, lengthNote } from './limits.js';

export const registryLimit: DocumentCheck = {
    name: 'registry-limit',
    run(document) {
        const { protocol } = document;
        // Without a protocol nothing is registered.
        if (protocol === null) return [];
        const tooLong = eligibilityText(document, (text) => text).notes.filter(({ name }) => name === 'registry-text-too-long');
        return [
            ...tooLong,
            ...lengthNote('brief title', protocol.title, BRIEF_TITLE_LIMIT),
            ...lengthNote('official title', protocol.officialTitle, OFFICIAL_TITLE_LIMIT),
            ...lengthNote('acronym', protocol.acronym, ACRONYM_LIMIT),
        ].map((note) => finding(note, document));
    },
};

function finding({ message, criterion }: GeneratorNote, { protocol }: CriteriaDocument): DocumentFinding {
    const start = protocol?.range?.start;
    // The words 'protocol NAME', not the whole header.
    const range =
        protocol?.range === undefined || start === undefined
            ? null
            : { ...protocol.range, end: { line: start.line, character: start.character + `protocol ${protocol.id}`.length } };
    return { message: `${message} The registry would refuse the record.`, criterion, range };
}
