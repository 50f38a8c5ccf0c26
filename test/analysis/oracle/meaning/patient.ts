// What is known of a patient, as far as conditions ask: what each family of conditions is put in terms of.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Clock, Grid, Span } from '../clock.js';
import type { Hierarchy } from '../hierarchy.js';
import type { Measurements } from '../measurements.js';
import type { Occurrences } from '../occurrences.js';
import type { Script, Smt } from '../smt.js';
import type { Verdict } from '../verdict.js';
import type { Scope } from './scope.js';

export interface Patient {
    readonly hierarchy: Hierarchy;
    readonly clock: Clock;
    readonly script: Script;
    readonly occurrences: Occurrences;
    readonly measurements: Measurements;
    /** Null while it is only gathered what is asked. */
    readonly grid: Grid | null;
    /** A fact that nothing else is known of: the same text is the same fact. */
    free(text: string): Smt;
    /** Where a window lies in time. */
    span(window: Pick<Window, 'from' | 'to'>): Span;
    /** Something begins or ends at this point. */
    mark(point: number): void;
    /** What a condition inside another says. */
    verdict(condition: Condition, scope: Scope): Verdict;
}
