// What stands before the term in words for a condition ("use of", "having had"), and what the members of a list have in common there.
import type { Condition, Presence } from '@crit-lang/model/criteria/condition.js';

const VERBS: Readonly<Record<string, string>> = {
    has: '',
    had: 'having had ',
    'ever had': 'ever having had ',
    'never had': 'ever having had ',
    'onset of': 'the onset of ',
    'diagnosed with': 'a diagnosis of ',
    uses: 'use of ',
    used: 'use of ',
    'ever used': 'use at any time of ',
    'never used': 'use at any time of ',
    started: 'the start of ',
    stopped: 'the end of ',
    plans: 'planned ',
};

/** With a window it is plain when it was. */
export function leadOf({ verb, window }: Presence): string {
    const isTimed = window.written && window.from !== null;
    return verb === 'had' && isTimed ? '' : (VERBS[verb] ?? `${verb} `);
}

/** Members of one list say once what they have in common: "an inadequate response to A or B". */
export function sharedLead(of: readonly Condition[]): string | null {
    const [first] = of;
    if (first?.kind === 'response') {
        const lead = `${first.responses.join(' or ')} to `;
        return of.every(
            (item) => item.kind === 'response' && item.responses.join() === first.responses.join() && !item.window.written && item.refinements.length === 0,
        )
            ? lead
            : null;
    }
    if (first?.kind !== 'presence') return null;
    const lead = leadOf(first);
    return lead !== '' && of.every((item) => item.kind === 'presence' && item.verb === first.verb && (item.window.from === null || !item.window.written))
        ? lead
        : null;
}
