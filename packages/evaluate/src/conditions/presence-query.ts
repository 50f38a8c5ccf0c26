// What a criterion asks of conditions, drugs, procedures and events, in the form that facts are held against.
import type { Presence, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { CountBound } from '@crit-lang/model/criteria/value.js';
import type { DurationBound, Window } from '@crit-lang/model/criteria/time.js';
import type { Context } from '../context.js';
import { windowOf } from '../context.js';
import { withIndex, without } from '../knowledge/selection.js';
import type { Span } from '../time/span.js';
import { spanOf } from '../time/span.js';

export interface PresenceQuery {
    aspect: Presence['aspect'];
    what: TermSelection;
    window: Window;
    span: Span;
    refinements: readonly Refinement[];
    qualifiers: readonly string[];
    lasting: DurationBound | null;
    times: CountBound | null;
    stableDose: Presence['stableDose'];
    method: string | null;
}

/** The query of a condition; 'replaced' where another criterion stands for all of it; null where nothing is known of what is asked (no index disease). */
export function presenceQuery(condition: Presence, qualifiers: readonly string[], context: Context): PresenceQuery | 'replaced' | null {
    const resolved = withIndex(condition.what, context.index);
    if (resolved === null) return null;
    const what = without(resolved, context.replaced, context.knowledge);
    if (what === null) return 'replaced';
    const window = windowOf(condition.window, context);
    const { aspect, refinements, lasting, times, stableDose, method } = condition;
    return { aspect, what, window, span: spanOf(window), refinements, qualifiers, lasting, times, stableDose, method };
}
