// Conditions for which others are a short form.
import type { Exception, Presence, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Duration, Endpoint, Window } from '@crit-lang/model/criteria/time.js';

export const selectionOf = (term: string): TermSelection => ({ term, index: false, any: false, except: [] });

export const exceptionFor = (term: string): Exception => ({ form: 'except', selection: selectionOf(term), refinements: [], provided: null });

/** From so long before the anchor up to it. */
export function before(anchor: Endpoint['anchor'], duration: Duration, open: boolean): Window {
    return {
        form: 'within',
        from: { anchor, offset: { duration, direction: 'before' }, open },
        to: { anchor, offset: null, open: false },
        written: true,
    };
}

export function presence(what: TermSelection, window: Window, aspect: 'present' | 'exposure'): Presence {
    return { kind: 'presence', aspect, verb: 'had', what, window, refinements: [], lasting: null, times: null, stableDose: null, method: null };
}
