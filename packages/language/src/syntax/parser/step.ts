// The steps that the parser takes through a rule: what each reads, which tokens can begin it, and where it is not clear whether to take it.
import type { TokenType } from './token.js';
import type { TokenSet } from './token-set.js';

export interface StepBase {
    /** Token types that can begin the step. */
    first: TokenSet;
    /** The step may read nothing. */
    empty: boolean;
}

export interface TokenStep extends StepBase {
    kind: 'token';
    type: TokenType;
}
export interface CallStep extends StepBase {
    kind: 'call';
    rule: Rule;
}
export interface AssignStep extends StepBase {
    kind: 'assign';
    property: string;
    operator: '=' | '+=' | '?=';
    value: Step;
}
export interface SequenceStep extends StepBase {
    kind: 'sequence';
    parts: Step[];
    /** For each part, the tokens that can begin what comes after it. */
    after: TokenSet[];
}
export interface AlternativesStep extends StepBase {
    kind: 'alternatives';
    parts: Step[];
    /** For each token type: number of the only part that it begins, -1 for none, or -2 - n, where `shared[n]` lists several. */
    choice: Int16Array;
    shared: number[][];
}
export interface RepeatStep extends StepBase {
    kind: 'repeat';
    part: Step;
    atLeastOnce: boolean;
    atMostOnce: boolean;
    /** Tokens that can begin the part and also something else that comes after it. */
    unclear: TokenSet | null;
}
export interface WrapStep extends StepBase {
    kind: 'wrap';
    type: string;
    property: string;
}
export interface BecomeStep extends StepBase {
    kind: 'become';
    type: string;
}
export interface BlockStep extends StepBase {
    kind: 'block';
    /** Null for the file, which has no braces. */
    open: Step | null;
    item: AssignStep;
    required: boolean;
    separated: boolean;
    separators: TokenSet;
}

export type Step = TokenStep | CallStep | AssignStep | SequenceStep | AlternativesStep | RepeatStep | WrapStep | BecomeStep | BlockStep;

export interface Rule {
    name: string;
    /** The type of its node; null for a text and for a fragment. */
    type: string | null;
    kind: 'node' | 'text' | 'fragment';
    body: Step;
}
