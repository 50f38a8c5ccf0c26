// What the editor shows of a criterion: its kind, whom it applies to, and what it means in one sentence.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion, CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { conditionPhrase, phraseContext } from '@crit-lang/generate/phrase/condition.js';
import { criterionPhrase } from '@crit-lang/generate/phrase/criterion.js';
import { onOneLine } from '@crit-lang/generate/phrase/phrase.js';
import { bold, bullets, paragraphs, plain } from '../markdown.js';

/** Hovers are read at a glance; a longer sentence is cut, the text itself stands in the file. */
const LONGEST_SENTENCE = 1200;

/** A criterion in a few lines of Markdown. */
export function criterionText(criterion: Criterion, document: CriteriaDocument): string {
    const kind = criterion.kind === 'include' ? 'inclusion criterion' : 'exclusion criterion';
    return paragraphs([
        `${bold(criterion.id)}${criterion.title === null ? '' : ` · ${plain(criterion.title)}`} — ${kind}`,
        meaning(criterion, document),
        bullets([
            `Applies to: ${scope(criterion.cohorts, document)}`,
            criterion.kind === 'include' ? null : 'A participant is excluded as soon as one line holds.',
            criterion.replaces === null ? null : `Replaces ${plain(criterion.replaces)} for the terms it names.`,
            readings(criterion, document),
            criterion.rationale.length === 0 ? null : `Why: ${plain(criterion.rationale.join(' '))}`,
        ]),
    ]);
}

function readings({ readings }: Criterion, document: CriteriaDocument): string | null {
    const [first] = readings;
    if (first === undefined) return null;
    const whom = first.cohorts === null ? '' : `, which is said of ${scope(first.cohorts, document)}`;
    return `Can be read in ${readings.length} ways; the sentence above is the first${whom}.`;
}

function meaning(criterion: Criterion, document: CriteriaDocument): string {
    return plain(asSentence(onOneLine(criterionPhrase(criterion, document))));
}

/** One condition of a criterion as a sentence, in Markdown. */
export function conditionText(condition: Condition, document: CriteriaDocument, polarity: 'include' | 'exclude' = 'include'): string {
    return plain(asSentence(onOneLine(conditionPhrase(condition, phraseContext(document, { polarity })))));
}

/** The cohorts that a criterion applies to, with their titles. */
export function scope(cohorts: readonly string[] | null, document: CriteriaDocument): string {
    if (cohorts === null) return document.cohorts.length > 1 ? 'every cohort' : 'every participant';
    return cohorts
        .map((id) => {
            const title = document.cohorts.find((cohort) => cohort.id === id)?.title ?? null;
            return title === null ? plain(id) : `${plain(id)} (${plain(title)})`;
        })
        .join(', ');
}

function asSentence(text: string): string {
    const shown = text.length > LONGEST_SENTENCE ? `${text.slice(0, LONGEST_SENTENCE)} …` : text;
    // A first word with a capital inside or a number keeps its case: eGFR, pH.
    const capital = /^[a-z]+(?:\s|$|[,;:])/u.test(shown) ? shown.charAt(0).toUpperCase() + shown.slice(1) : shown;
    return /[.!?…]$/u.test(capital) ? capital : `${capital}.`;
}
