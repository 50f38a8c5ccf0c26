// What the evaluation of a condition carries along: the patient, what is known of terms, and where in the rules it stands.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Patient } from './patient/patient.js';
import type { Reason } from './reason.js';
import type { Clock } from './time/point.js';

export interface Context {
    readonly knowledge: Knowledge;
    readonly patient: Patient;
    /** The disease of the cohort that is asked about. */
    readonly index: TermSelection | null;
    /** Which value of several is meant where a condition does not say. */
    readonly defaultPick: ValuePick;
    /** 1 where it helps the patient in when the condition holds, -1 where it keeps the patient out, 0 where neither: 'worst' depends on it. */
    readonly polarity: 1 | -1 | 0;
    /** Values of the parameters of the definition that is being evaluated. */
    readonly bindings: ReadonlyMap<string, Limit>;
    /** The window of the use of a definition; it stands where the body writes none. */
    readonly window: Window | null;
    /** Terms for which another criterion stands in place of this one. */
    readonly replaced: ReadonlySet<string>;
    /** Definitions being evaluated, against circles. */
    readonly definitions: readonly string[];
    /** Evaluates a condition inside another; set by evaluate.ts, so that the families need not know each other. */
    readonly evaluate: (condition: Condition, context: Context) => Reason;
}

/** The window that holds for a leaf: its own, or that of the use of the definition around it where it writes none. */
export function windowOf(window: Window, context: Context): Window {
    return !window.written && context.window !== null ? context.window : window;
}

/** What orders points in time for a drug (its half-life matters). */
export function clockFor(context: Pick<Context, 'knowledge'>, term: string | null): Clock {
    return { timeline: context.knowledge.timeline, halfLife: term === null ? null : context.knowledge.halfLifeOf(term) };
}

/** Whether what is asked of a term is absent when nobody mentions it. */
export function isClosed(context: Context, term: string | null): boolean {
    if (!context.patient.nothingElse || term === null) return false;
    const kind = context.knowledge.term(term)?.kind;
    return kind === 'condition' || kind === 'drug' || kind === 'procedure' || kind === 'event';
}
