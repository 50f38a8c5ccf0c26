// What is asked of occurrences: of which kinds, when, and what each has to be like.
import type { Refinement } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import type { Span } from './clock.js';
import type { Smt } from './smt.js';

/** What one occurrence has to be like. */
export type Demand =
    | { readonly kind: 'flag'; readonly flag: string; readonly refinement: Refinement | null }
    | { readonly kind: 'length'; readonly of: 'lasting' | `stable ${string}`; readonly operator: ComparisonOperator; readonly length: number };

export interface ChosenException {
    readonly selection: Chosen;
    readonly demands: readonly Demand[];
    readonly provided: Smt;
    /** What is written. */
    readonly text: string;
}

/** A class less exceptions. */
export interface Chosen {
    readonly term: string;
    readonly except: readonly ChosenException[];
}

export interface OccurrenceQuery {
    readonly track: string;
    readonly what: Chosen;
    readonly span: Span;
    readonly demands: readonly Demand[];
    /** The visit at which it is asked, and for how long it then has to have been there without a break; null for other windows. */
    readonly through: { readonly visit: number; readonly length: number } | null;
}

/** The same question of a kind is answered by the same occurrence. */
export const demandText = (demands: readonly Demand[]): string => JSON.stringify(demands.map((demand) => (demand.kind === 'flag' ? demand.flag : demand)));

export const exceptionText = ({ except }: Chosen): string => JSON.stringify(except.map(({ text }) => text));

/** What the exceptions of a class ask of an occurrence. */
export function demandsIn({ except }: Chosen): Demand[] {
    return except.flatMap(({ selection, demands }) => [...demands, ...demandsIn(selection)]);
}
