// What narrows a term: kept as a kind of the occurrence, or asked of the patient where it is a condition by itself.
import type { Exception, Presence, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Formula } from '../encode/formulas.js';
import { TRUE } from '../encode/formulas.js';
import { bothOf, type Extra, qualifierExtra, refinementExtra } from '../facts/extras.js';
import type { ConditionalException } from '../facts/queries.js';
import { meaningOf } from '../knowledge/meaning.js';
import { isConditional } from '../knowledge/selection.js';
import type { Context } from './context.js';

export interface Narrowing {
    /** Said of the occurrence. */
    readonly extras: Extra[];
    /** Asked of the patient. */
    readonly holds: Formula;
}

/** `window`: when the narrowed thing is asked for; what it is 'with' is asked for then too. */
export function narrowing(refinements: readonly Refinement[], window: Window, context: Context): Narrowing {
    const extras: Extra[] = [];
    const asked: Formula[] = [];
    for (const refinement of refinements) {
        const condition = conditionOf(refinement, window, context);
        if (condition === null) extras.push(refinementExtra(refinement));
        else {
            const { met, unmet } = context.compile(condition, { ...context, polarity: 0, qualifiers: [] });
            asked.push(refinement.relation === 'without' ? unmet : met);
            // 'requiring { … }' says more than that both are so.
            if (refinement.relation !== 'with' && refinement.relation !== 'without') extras.push(refinementExtra(refinement));
        }
    }
    return { extras, holds: context.facts.formulas.and(asked) };
}

const OCCURRING = new Set(['condition', 'drug', 'procedure', 'event', 'fact']);

function conditionOf(refinement: Refinement, window: Window, { knowledge }: Context): Parameters<Context['compile']>[0] | null {
    if ('condition' in refinement) return refinement.condition;
    if (!('selection' in refinement) || (refinement.relation !== 'with' && refinement.relation !== 'without')) return null;
    const kind = refinement.selection.term === null ? 'condition' : (knowledge.term(refinement.selection.term)?.kind ?? '');
    if (!OCCURRING.has(kind)) return null;
    return presenceOf(refinement.selection, window, kind === 'drug');
}

/** That something is there in a window. */
export function presenceOf(what: TermSelection, window: Window, isDrug: boolean): Presence {
    return {
        kind: 'presence',
        aspect: isDrug ? 'exposure' : 'present',
        verb: isDrug ? 'used' : 'had',
        what,
        window,
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
    };
}

/** The exceptions of a selection that apply only to some occurrences, or under a condition. */
export function conditionalExceptions(what: TermSelection, window: Window, context: Context): ConditionalException[] {
    return what.except.flatMap((exception: Exception): ConditionalException[] => {
        const inner = conditionalExceptions(exception.selection, window, context);
        if (!isConditional(exception)) {
            // An exception that a conditional one narrows in its turn is left open: a fact of its own.
            return inner.length === 0 ? [] : [...inner, { exception, extra: qualifierExtra(meaningOf(exception.selection)), provided: TRUE }];
        }
        const { extras, holds } = narrowing(exception.refinements, window, context);
        const proviso = exception.provided === null ? TRUE : context.compile(exception.provided, { ...context, polarity: 0, qualifiers: [] }).met;
        const provided = context.facts.formulas.and([holds, proviso]);
        return [...inner, { exception, extra: bothOf(extras), provided }];
    });
}
