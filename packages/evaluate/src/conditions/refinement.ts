// Whether what narrows a term in a criterion ("requiring …", "with …", "confirmed by …") holds of a fact of the patient.
import type { Exception, Presence, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Context } from '../context.js';
import { isPartOf, withIndex } from '../knowledge/selection.js';
import type { Truth, Verdict } from '../verdict.js';
import { every, opposite, some } from '../verdict.js';

/** What is asked beside the refinements: when, and whether silence means no. */
export interface Asked {
    window: Window;
    closed: boolean;
}

/** Whether the refinements that the fact carries say all that is asked. */
export function refinementsHold(known: readonly Refinement[], asked: readonly Refinement[], about: Asked, context: Context): Truth {
    return every(asked.map((refinement) => refinementHolds(known, refinement, about, context)));
}

/** Whether an exception with refinements or a proviso applies to a fact that carries these refinements. */
export function exceptionApplies(known: readonly Refinement[], exception: Exception, about: Asked, context: Context): Truth {
    const proviso = exception.provided === null ? 'met' : truthOf(context.evaluate(exception.provided, { ...context, polarity: 0 }).verdict);
    return every([refinementsHold(known, exception.refinements, about, context), proviso]);
}

function refinementHolds(known: readonly Refinement[], asked: Refinement, about: Asked, context: Context): Truth {
    const stated = some(known.map((refinement) => says(refinement, asked, context)));
    if (stated === 'met' || contradicted(known, asked, context)) return stated === 'met' ? 'met' : 'not-met';
    const silence = silent(asked, about);
    if ('text' in asked) return silence;
    if ('condition' in asked) return byCondition(known, asked, silence, context);
    return bySelection(asked, asked.selection, silence, about, context);
}

// What nobody mentions is absent where the record is closed; that something is 'without' it then holds.
function silent(asked: Refinement, { closed }: Asked): Truth {
    if (!closed) return 'unknown';
    return asked.relation === 'without' ? 'met' : 'not-met';
}

/** Whether a refinement of the fact says the one that is asked. */
function says(known: Refinement, asked: Refinement, context: Context): Truth {
    if (known.relation !== asked.relation) return 'unknown';
    return sameObject(known, asked, context) ? 'met' : 'unknown';
}

function contradicted(known: readonly Refinement[], asked: Refinement, context: Context): boolean {
    const contrary = asked.relation === 'with' ? 'without' : asked.relation === 'without' ? 'with' : null;
    return contrary !== null && known.some((refinement) => refinement.relation === contrary && sameObject(refinement, asked, context));
}

function sameObject(known: Refinement, asked: Refinement, context: Context): boolean {
    if ('text' in known && 'text' in asked) return plainText(known.text) === plainText(asked.text);
    if (!('selection' in known) || !('selection' in asked)) return false;
    const [inner, outer] = [withIndex(known.selection, context.index), withIndex(asked.selection, context.index)];
    // 'without' speaks of all kinds, so the wider one says more.
    if (inner === null || outer === null) return false;
    return known.relation === 'without' ? isPartOf(outer, inner, context.knowledge) : isPartOf(inner, outer, context.knowledge);
}

/** Texts are one whatever their capitals and blanks. */
export function plainText(text: string): string {
    return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}

// 'nephritis requiring { prednisone > 500 mg/day }': without the condition it does not hold; with it, only what is merely 'with' it is settled.
function byCondition(known: readonly Refinement[], asked: Extract<Refinement, { condition: unknown }>, silence: Truth, context: Context): Truth {
    const holds = truthOf(context.evaluate(asked.condition, { ...context, polarity: 0 }).verdict);
    if (asked.relation === 'without') return opposite(holds);
    if (asked.relation === 'with' || holds !== 'met') return holds;
    const linked = known.some((refinement) => refinement.relation === asked.relation && 'condition' in refinement);
    return linked ? 'met' : silence;
}

// 'depression with any suicidality': both are present. 'due to' and the like say more than that, so only a fact that says it too will do.
function bySelection(asked: Refinement, selection: TermSelection, silence: Truth, { window }: Asked, context: Context): Truth {
    if (asked.relation !== 'with' && asked.relation !== 'without') return silence;
    const kind = selection.term === null ? 'condition' : context.knowledge.term(selection.term)?.kind;
    if (kind !== 'condition' && kind !== 'drug' && kind !== 'procedure' && kind !== 'event' && kind !== 'fact') return silence;
    const presence: Presence = {
        kind: 'presence',
        aspect: kind === 'drug' ? 'exposure' : 'present',
        verb: kind === 'drug' ? 'used' : 'had',
        what: selection,
        window,
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
    };
    const present = truthOf(context.evaluate(presence, context).verdict);
    return asked.relation === 'with' ? present : opposite(present);
}

function truthOf(verdict: Verdict): Truth {
    return verdict === 'not-applicable' ? 'unknown' : verdict;
}
