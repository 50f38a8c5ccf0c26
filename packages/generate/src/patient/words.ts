// Everyday words for terms of the trade that no vocabulary entry carries: anchors, body systems, operators, units of time.
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import type { DurationUnit } from '@crit-lang/model/criteria/time.js';

/** How a point of the timeline is spoken of: "before your screening visit", "at your screening visit". */
export interface AnchorWords {
    noun: string;
    at: string;
}

const day = (rest: string): AnchorWords => ({ noun: `the day ${rest}`, at: `on the day ${rest}` });

/** Names of timeline points in lower case. */
export const ANCHOR_WORDS: ReadonlyMap<string, AnchorWords> = new Map([
    ['screening', { noun: 'your screening visit', at: 'at your screening visit' }],
    ['screening visit', { noun: 'your screening visit', at: 'at your screening visit' }],
    ['baseline', { noun: 'your first study visit', at: 'at your first study visit' }],
    ['consent', day('you sign the consent form')],
    ['informed consent', day('you sign the consent form')],
    ['signed consent', day('you sign the consent form')],
    ['enrollment', day('you join the study')],
    ['enrolment', day('you join the study')],
    ['randomization', day('you are put into a study group')],
    ['randomisation', day('you are put into a study group')],
    ['leukapheresis', day('your blood cells are collected')],
    ['apheresis', day('your blood cells are collected')],
    ['cell collection', day('your blood cells are collected')],
    ['lymphodepletion', day('you start the drugs that make room for the new cells')],
    ['conditioning', day('you start the drugs that make room for the new cells')],
    ['infusion', day('of your study infusion')],
    ['CAR-T infusion', day('of your study infusion')],
    ['first dose', day('of your first study dose')],
    ['last dose', day('of your last study dose')],
    ['first study dose', day('of your first study dose')],
    ['last study dose', day('of your last study dose')],
    ['study treatment', { noun: 'the study treatment', at: 'during the study treatment' }],
    ['treatment', { noun: 'the study treatment', at: 'during the study treatment' }],
    ['study', { noun: 'the study', at: 'during the study' }],
    ['trial', { noun: 'the study', at: 'during the study' }],
    ['follow-up', { noun: 'the check-ups after treatment', at: 'during the check-ups after treatment' }],
    ['end of study', { noun: 'the end of the study', at: 'at the end of the study' }],
    ['last follow-up', { noun: 'your last study check-up', at: 'at your last study check-up' }],
    ['birth', { noun: 'your birth', at: 'at birth' }],
    ['today', { noun: 'today', at: 'today' }],
    ['surgery', day('of your surgery')],
]);

/** Adjectives for parts of the body, as scales such as BILAG name them. */
export const BODY_PART_WORDS: ReadonlyMap<string, string> = new Map([
    ['constitutional', 'whole body, such as fever or weight loss'],
    ['mucocutaneous', 'skin and mouth'],
    ['cutaneous', 'skin'],
    ['neuropsychiatric', 'brain and nerves'],
    ['neurological', 'brain and nerves'],
    ['musculoskeletal', 'muscles and joints'],
    ['cardiorespiratory', 'heart and lungs'],
    ['cardiovascular', 'heart and blood vessels'],
    ['respiratory', 'lungs'],
    ['pulmonary', 'lungs'],
    ['gastrointestinal', 'stomach and bowel'],
    ['abdominal', 'belly'],
    ['ophthalmic', 'eyes'],
    ['renal', 'kidneys'],
    ['hepatic', 'liver'],
    ['haematological', 'blood'],
    ['hematological', 'blood'],
    ['haematologic', 'blood'],
    ['hematologic', 'blood'],
]);

/** Ways to measure or work out a value, in lower case. */
export const METHOD_WORDS: ReadonlyMap<string, string> = new Map([
    ['echocardiography', 'a heart ultrasound'],
    ['echocardiogram', 'a heart ultrasound'],
    ['hrct', 'a detailed lung scan'],
    ['mri', 'an MRI scan'],
    ['pcr', 'a PCR test'],
    ['cockcroft-gault', 'the Cockcroft-Gault formula'],
]);

/** "more than 3", "at least 2". */
export const OPERATOR_WORDS: Readonly<Record<ComparisonOperator, string>> = {
    '<': 'less than',
    '<=': 'at most',
    '=': 'exactly',
    '>=': 'at least',
    '>': 'more than',
};

/** For counts: "fewer than 3 of these". */
export const COUNT_WORDS: Readonly<Record<ComparisonOperator, string>> = { ...OPERATOR_WORDS, '<': 'fewer than' };

/** A unit of time after a number. */
export function timeUnit(unit: DurationUnit, one: boolean): string {
    if (unit === 'half-life') return one ? 'half-life' : 'half-lives';
    return one ? unit : `${unit}s`;
}
