// What the meaning of a condition depends on beside its own words: the cohort, the definition it stands in, which way it counts.
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import type { FactReader } from '../facts/queries.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Verdict } from './verdicts.js';

export interface Context {
    readonly facts: FactReader;
    readonly knowledge: Knowledge;
    /** The disease of the cohort. */
    readonly index: TermSelection | null;
    readonly defaultPick: ValuePick;
    /** Id of the criterion that it stands in. */
    readonly criterion: string;
    /** 1 where it lets the patient in when the condition holds, -1 where it keeps out, 0 where neither: the worst value depends on it. */
    readonly polarity: 1 | -1 | 0;
    /** Values of the parameters of the definition. */
    readonly bindings: ReadonlyMap<string, Limit>;
    /** The window of the use of a definition. */
    readonly window: Window | null;
    /** Terms for which another criterion stands in place of this one. */
    readonly replaced: ReadonlySet<string>;
    readonly definitions: readonly string[];
    /** Words before a condition that nothing defines. */
    readonly qualifiers: readonly string[];
    /** Compiles a part; set by the dispatcher, so that the families need not know each other. */
    readonly compile: (condition: Condition, context: Context) => Verdict;
    /** Told of each part that the analysis takes as free, with why. */
    readonly opaque: (condition: Condition, why: string) => void;
}

/** The window that holds for a leaf: its own, or that of the use of the definition around it where it writes none. */
export function windowIn(window: Window, context: Context): Window {
    return !window.written && context.window !== null ? context.window : window;
}
