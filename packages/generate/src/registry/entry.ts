// The registry wording of one criterion: the short one, else the original, else one made from the rule.
import type { CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import type { GeneratorNote } from '../target.js';
import { cleanText } from '../phrase/clean-text.js';
import { criterionPhrase } from '../phrase/criterion.js';
import { capitalised } from '../phrase/join.js';
import { introduced, isClause } from '../phrase/phrase.js';
import { holeText } from '../phrase/statement.js';
import { holesOf } from './holes.js';
import { phraseOutline } from './outline.js';
import type { Outline } from './outline.js';
import { wordingOutline } from './paragraphs.js';

export interface Entry {
    outline: Outline;
    notes: GeneratorNote[];
}

/** Whether the text is not the author's: with readings it is then that of the first. */
export function isMadeFromRule({ short, wording }: Criterion): boolean {
    return short === null && wording.length === 0;
}

/** `instead` names the criterion that this one replaces in part, as the reader sees it ("exclusion criterion 9"); null when it replaces none. */
export function criterionEntry(criterion: Criterion, document: CriteriaDocument, instead: string | null): Entry {
    const fromRule = isMadeFromRule(criterion);
    const outline = fromRule
        ? ruleOutline(criterion, document)
        : wordingOutline(criterion.short === null ? criterion.wording : [criterion.short], headingOf(criterion));
    const below = [...outline.below];
    const { unspecified, unresolved } = holesOf(criterion, document.definitions);
    if (!fromRule) {
        below.push(...unspecified.map((text) => ({ kind: 'paragraph' as const, text: holeText(text) })));
    }
    if (instead !== null) {
        below.push({ kind: 'paragraph', text: `(For what it names, this applies instead of ${instead}.)` });
    }
    return { outline: { text: outline.text, below }, notes: entryNotes(criterion, fromRule, unspecified, unresolved) };
}

function headingOf(criterion: Criterion): string {
    const title = criterion.title === null ? '' : cleanText(criterion.title);
    return `${title === '' ? (criterion.kind === 'include' ? 'All of the following' : 'Any of the following') : title}:`;
}

/** The title goes before the generated wording unless that says it already. */
function ruleOutline(criterion: Criterion, document: CriteriaDocument): Outline {
    const phrase = criterionPhrase(criterion, document);
    const title = criterion.title === null ? '' : cleanText(criterion.title);
    const saysTitle = isClause(phrase) && phrase.lead.toLowerCase().includes(title.toLowerCase());
    return phraseOutline(title === '' || saysTitle ? phrase : introduced(capitalised(title), phrase));
}

function entryNotes(criterion: Criterion, fromRule: boolean, unspecified: readonly string[], unresolved: readonly string[]): GeneratorNote[] {
    const { id } = criterion;
    const about = (name: string, message: string): GeneratorNote => ({ name, severity: 'warning', criterion: id, message });
    const notes = unspecified.map((text) =>
        about('hole-in-text', `${cleanText(id)} rests on something that the source does not give ('${cleanText(text)}'); the text marks it.`),
    );
    notes.push(
        ...unresolved.map((text) =>
            about('part-not-understood', `A part of ${cleanText(id)} was not understood ('${cleanText(text)}'); read its text before you publish it.`),
        ),
    );
    if (fromRule && criterion.readings.length > 1) {
        notes.push(
            about('several-readings', `${cleanText(id)} can be read in ${criterion.readings.length} ways and has no wording; the text gives the first.`),
        );
    }
    return notes;
}
