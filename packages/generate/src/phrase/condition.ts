// A condition of the criteria model in professional English.
import type { Condition, Repeated, Vague } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { isFramedLeaf, subjectOf } from '../frame/subject.js';
import { cleanText } from './clean-text.js';
import { baseContext } from './context.js';
import type { PhraseContext, PhraseOptions } from './context.js';
import { groupPhrase } from './group.js';
import { casesPhrase, guardPhrase } from './guard.js';
import { leafSlots, subjectText, timeless } from './leaf.js';
import { negatedPhrase } from './negation.js';
import { countText } from './number.js';
import { wrapped } from './phrase.js';
import type { Phrase } from './phrase.js';
import { referencePhrase } from './reference.js';
import { filled } from './slots.js';
import { statementPhrase, unresolvedPhrase, unspecifiedPhrase } from './statement.js';
import { durationText } from './time.js';
import { washoutPhrase } from './washout.js';

/**
 * What the phrasing of one text about `document` needs to know. Use one context for one text: an abbreviation or a definition is explained at its first
 * mention in it.
 */
export function phraseContext(document: CriteriaDocument, options: PhraseOptions = {}): PhraseContext {
    return baseContext(document, options, conditionPhrase);
}

/**
 * A condition as a clause, or as a lead-in with items. Names, numbers and units stand as the author wrote them; what the source does not say is marked;
 * an undefined word keeps its place. Never throws on a document that fits the JSON Schema.
 */
export function conditionPhrase(condition: Condition, context: PhraseContext): Phrase {
    switch (condition.kind) {
        case 'all':
        case 'any':
        case 'count':
            return groupPhrase(condition, context);
        case 'not':
            return negatedPhrase(condition.of, context);
        case 'guard':
            return guardPhrase(condition, context);
        case 'cases':
            return casesPhrase(condition, context);
        case 'vague':
            return vaguePhrase(condition, context);
        case 'repeated':
            return repeatedPhrase(condition, context);
        case 'washout':
            return washoutPhrase(condition, context);
        case 'statement':
            return statementPhrase(condition);
        case 'unspecified':
            return unspecifiedPhrase(condition);
        case 'unresolved':
            return unresolvedPhrase(condition);
        case 'reference':
            return referencePhrase(condition, context);
        default: {
            const slots = leafSlots(condition, context);
            return filled(slots, subjectText(condition, subjectOf(condition), context));
        }
    }
}

/** The undefined word goes right before what it qualifies: "history of clinically significant CNS pathology". */
function vaguePhrase(vague: Vague, context: PhraseContext): Phrase {
    const { condition, qualifier } = vague;
    if (condition.kind === 'not') {
        return negatedPhrase({ ...vague, condition: condition.of }, context);
    }
    if (isFramedLeaf(condition)) {
        return filled(leafSlots(timeless(condition), context), subjectText(condition, subjectOf(condition), context, qualifier));
    }
    return wrapped(conditionPhrase(condition, context), `${cleanText(qualifier)} `, '');
}

function repeatedPhrase(repeated: Repeated, context: PhraseContext): Phrase {
    const apart = repeated.apart === null ? '' : ` at least ${durationText(repeated.apart)} apart`;
    return wrapped(conditionPhrase(repeated.of, context), '', ` on ${countText(repeated.bound)} occasions${apart}`);
}
