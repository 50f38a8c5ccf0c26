// What the author of a patient text must know: reading grades, terms without plain words, gaps, and points of the author's own wording.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import type { GeneratorNote } from '../target.js';
import { cleanText } from '../phrase/clean-text.js';
import type { Grades, Readability } from './readability.js';
import type { Glossary } from './wording.js';

/** The grade that patient text should not exceed, on the adjusted Flesch–Kincaid measure. */
const TARGET_GRADE = 8;

const grade = (value: number): string => value.toFixed(1);

function gradesText(grades: Grades): string {
    return `Flesch–Kincaid grade ${grade(grades.fleschKincaid)}, SMOG ${grade(grades.smog)}`;
}

/** The reading grades, and a warning when the text is too hard. */
export function readabilityNotes({ raw, adjusted }: Readability): GeneratorNote[] {
    const figures = `${gradesText(raw)} as it stands; ${gradesText(adjusted)} with disease and drug names set aside (${raw.sentences} sentences, ${raw.words} words).`;
    const note: GeneratorNote = { name: 'patient-reading-grade', severity: 'information', criterion: null, message: `Reading grade: ${figures}` };
    if (!(adjusted.fleschKincaid > TARGET_GRADE)) return [note];
    const message = `The text is hard to read: its grade with names set aside is ${grade(adjusted.fleschKincaid)}, more than ${TARGET_GRADE}. Shorten long points with a line plain "…" of your own.`;
    return [note, { name: 'patient-reading-grade-too-high', severity: 'warning', criterion: null, message }];
}

/** Terms that stand under their technical name because no plain wording is known. Single drugs go by their name. */
export function plainWordingNotes(used: Iterable<string>, glossary: Glossary): GeneratorNote[] {
    const without = [...used].filter((id) => {
        const term = glossary.term(id);
        return term === undefined || (cleanText(term.plain ?? '') === '' && (term.kind !== 'drug' || glossary.isClass(id)));
    });
    if (without.length === 0) return [];
    const names = without
        .map((id) => `'${cleanText(id)}'`)
        .sort()
        .join(', ');
    return [
        {
            name: 'patient-term-without-plain-words',
            severity: 'warning',
            criterion: null,
            message: `No plain wording is known for ${names}: the text uses the technical name. Add a line plain "…" to the term.`,
        },
    ];
}

/** Gaps and unreadable lines of a criterion, and criteria that the author has worded. */
export function criterionNotes(criterion: Criterion): GeneratorNote[] {
    if (criterion.plain.length > 0) {
        return [
            {
                name: 'patient-own-wording',
                severity: 'information',
                criterion: criterion.id,
                message: `${criterion.id}: the author's own plain wording stands in place of the generated text; nothing checks that it says the same as the rule.`,
            },
        ];
    }
    const gaps = new Set<string>();
    for (const rule of [criterion.rule, ...criterion.readings.map((reading) => reading.rule)]) collectGaps(rule, gaps);
    return [...gaps].map((text) => ({
        name: 'patient-gap',
        severity: 'warning',
        criterion: criterion.id,
        message: `${criterion.id}: the text sends the patient to the study team for what the file does not say: ${text}`,
    }));
}

function collectGaps(condition: Condition, gaps: Set<string>): void {
    switch (condition.kind) {
        case 'unspecified':
        case 'unresolved':
            gaps.add(cleanText(condition.text));
            break;
        case 'all':
        case 'any':
            condition.of.forEach((part) => {
                collectGaps(part, gaps);
            });
            break;
        case 'not':
        case 'repeated':
            collectGaps(condition.of, gaps);
            break;
        case 'vague':
            collectGaps(condition.condition, gaps);
            break;
        case 'count':
            condition.items.forEach((item) => {
                collectGaps(item.condition, gaps);
            });
            break;
        case 'guard':
            [condition.then, condition.otherwise].forEach((part) => {
                if (part !== null) collectGaps(part, gaps);
            });
            break;
        case 'cases':
            condition.rows.forEach((row) => {
                collectGaps(row.then, gaps);
            });
            break;
        default:
    }
}
