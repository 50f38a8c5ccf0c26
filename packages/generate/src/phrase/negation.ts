// Negations: "not pregnant", "no history of X", "none of the following".
import type { AnyOf, Comparison, Condition, GradeComparison } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import type { PhraseContext } from './context.js';
import { clause, listed, onOneLine, wrapped } from './phrase.js';
import type { Phrase } from './phrase.js';

const OPPOSITE: Readonly<Partial<Record<ComparisonOperator, ComparisonOperator>>> = { '<': '>=', '<=': '>', '>=': '<', '>': '<=' };

/** What is denied, in words. */
export function negatedPhrase(denied: Condition, context: PhraseContext): Phrase {
    switch (denied.kind) {
        case 'any':
            return noneOf(denied, context);
        case 'all':
            return listed(
                'not all of the following together',
                denied.of.map((item) => context.say(item, context)),
            );
        case 'fact':
            return wrapped(context.say(denied, context), 'not ', '');
        case 'meets':
            return clause(context.say(denied, context).lead.replace(/^meets /u, 'does not meet '));
        case 'compare':
        case 'grade':
            return opposite(denied, context) ?? no(context.say(denied, context));
        case 'presence':
        case 'response':
        case 'result':
        case 'change':
        case 'vague':
        case 'repeated':
        case 'washout':
            return no(context.say(denied, context));
        default:
            return clause(`not the case: ${onOneLine(context.say(denied, context))}`);
    }
}

/** "none of the following", or "no A or B" where the alternatives are things that a person can have. */
function noneOf(denied: AnyOf, context: PhraseContext): Phrase {
    const [only, ...others] = denied.of;
    if (only !== undefined && others.length === 0) {
        return negatedPhrase(only, context);
    }
    const things = denied.of.every(
        (item) => item.kind === 'presence' || item.kind === 'result' || (item.kind === 'vague' && item.condition.kind === 'presence'),
    );
    if (!things) {
        return listed(
            'none of the following',
            denied.of.map((item) => context.say(item, context)),
        );
    }
    const phrase = context.say(denied, { ...context, polarity: 'exclude' });
    return phrase.lead.startsWith('any of the following') ? { ...phrase, lead: phrase.lead.replace(/^any/u, 'none') } : no(phrase);
}

/** One value at one time that is not above a limit is at or below it; over several values the negation stays a negation. */
function opposite(denied: Comparison | GradeComparison, context: PhraseContext): Phrase | null {
    const operator = OPPOSITE[denied.operator];
    const oneValue = denied.pick === null && (!denied.window.written || denied.window.form === 'at') && (denied.kind === 'grade' || denied.lasting === null);
    const ofPatient = denied.kind === 'compare' || (denied.of === null && denied.component === null);
    return operator !== undefined && oneValue && ofPatient ? context.say({ ...denied, operator }, context) : null;
}

function no(phrase: Phrase): Phrase {
    return { ...phrase, lead: `no ${phrase.lead.replace(/^any /u, '')}` };
}
