// Lines and tables that depend on who the participant is: "for participants who are female: negative pregnancy test".
import type { Cases, Guard } from '@crit-lang/model/criteria/condition.js';
import type { PhraseContext } from './context.js';
import { introduced, listed } from './phrase.js';
import type { Phrase } from './phrase.js';
import { whoText } from './who.js';

/** A line that applies only to some, with what holds for the others. */
export function guardPhrase(guard: Guard, context: PhraseContext): Phrase {
    const who = whoText(guard.when, context);
    const lead = guard.form === 'if' ? `for participants ${who}` : `except for participants ${who}`;
    const then = introduced(lead, context.say(guard.then, context));
    if (guard.otherwise === null) {
        return then;
    }
    const others = guard.form === 'if' ? 'for all others' : 'for those participants';
    return listed('depending on the participant', [then, introduced(others, context.say(guard.otherwise, context))]);
}

/** One of several conditions, chosen by the participant's situation. */
export function casesPhrase(cases: Cases, context: PhraseContext): Phrase {
    return listed(
        'depending on the participant',
        cases.rows.map((row) => {
            const lead = row.when === null ? 'for all others' : `for participants ${whoText(row.when, context)}`;
            return introduced(lead, context.say(row.then, context));
        }),
    );
}
