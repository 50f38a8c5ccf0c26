// Whom and what a condition is said of.
import type { TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';

/** Whom and what a rule is said of. */
export interface Setting {
    /** What is missing from one criterion is not what is missing from another. */
    readonly criterion: string;
    readonly index: TermSelection | null;
    readonly defaultPick: ValuePick;
    /** 1 for what lets in, -1 for what keeps out, 0 for neither. */
    readonly polarity: 1 | -1 | 0;
    readonly replaced: ReadonlySet<string>;
}

/** The same inside the rule: with what the conditions around say of those in them. */
export interface Scope extends Setting {
    readonly bindings: ReadonlyMap<string, Limit>;
    readonly window: Window | null;
    readonly qualifiers: readonly string[];
}

export const scopeOf = (setting: Setting): Scope => ({ ...setting, bindings: new Map(), window: null, qualifiers: [] });

/** A use of a definition gives its window to what writes none. */
export const inPlaceOf = (window: Window, scope: Scope): Window => (!window.written && scope.window !== null ? scope.window : window);

/** What is asked beside a condition neither lets in nor keeps out. */
export const neutral = (scope: Scope): Scope => ({ ...scope, polarity: 0, qualifiers: [] });

export const turned = (scope: Scope): Scope => ({ ...scope, polarity: scope.polarity === 1 ? -1 : scope.polarity === -1 ? 1 : 0 });
