// The texts around the points: the study's name and number, what the page is, what to do next.
import type { Cohort, CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { cleanText } from '../phrase/clean-text.js';
import { fragment, sentence, type Block } from './clause.js';
import { join, plainText, words, type Inline } from './inline.js';
import { termName, withoutArticle } from './names.js';
import type { PatientDocument, Sentence } from './patient-document.js';
import { anchorWords } from './windows.js';
import type { Wording } from './wording.js';

/** The lines under the heading that say which study this is. */
export function studyFacts(document: CriteriaDocument): PatientDocument['study'] {
    const { protocol } = document;
    const facts: [string, string | null | undefined][] = [
        ['Study', protocol?.title ?? protocol?.officialTitle ?? protocol?.id],
        ['Study number', protocol?.registry],
        ['Version of the study rules', protocol?.version],
    ];
    return facts.map(([label, value]) => ({ label, value: cleanText(value ?? '') })).filter(({ value }) => value !== '');
}

/** A cohort by its disease in plain words, else by its title. */
export function cohortName(cohort: Cohort, wording: Wording): Inline[] {
    const term = cohort.index?.term ?? null;
    return term === null ? words(cleanText(cohort.title ?? cohort.id)) : termName(term, wording);
}

/** What the page is, whom the study is for, and how to read the page: a paragraph each. */
export function aboutBlocks(cohorts: readonly Cohort[], wording: Wording, hasParts: boolean): Block[] {
    const { protocol } = wording.glossary.document;
    const named = cohorts
        .filter((cohort) => (cohort.index?.term ?? null) !== null)
        .map((cohort) => words(plainText(withoutArticle(cohortName(cohort, wording)))));
    const [illness] = named;
    const when = protocol === null ? null : anchorWords({ name: protocol.defaultAnchor, event: null }, wording);
    return [
        paragraph('this page tells you who can join a research study and who cannot', 'it is not medical advice'),
        ...(illness === undefined
            ? []
            : [
                  named.length === 1
                      ? sentence(join('the study is for people with ', illness))
                      : sentence(words('the study is for people with one of these illnesses'), named.map(fragment)),
              ]),
        paragraph(
            ...(hasParts ? ['first read the part for everyone', 'then read the part for your illness'] : []),
            'the study team will check all points with you',
            ...(when === null ? [] : [`if a point does not say when, it is about how you are ${when.at}`]),
            ...(when?.noun === 'your screening visit' ? ['at this visit, the study team does tests and looks at your health records'] : []),
        ),
    ];
}

function paragraph(...sentences: string[]): Block {
    const [first = '', ...others] = sentences;
    return { ...sentence(words(first)), between: others.map((text) => sentence(words(text))) };
}

/** What a reader can do now. */
export function nextSteps(document: CriteriaDocument): Sentence[] {
    const number = cleanText(document.protocol?.registry ?? '');
    return [
        'show this page to your doctor and talk it over',
        `your doctor or the study team can tell you if you may join${number === '' ? '' : `; the study number to give them is ${number}`}`,
        'do not stop or change any medicine before you have talked to your doctor',
    ].map((text) => [{ text, neutral: null }]);
}
