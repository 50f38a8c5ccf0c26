// Variables and literals of the SAT solver: a literal is a variable, or its negation, packed into one number.

/** A propositional variable: 0, 1, 2, … in the order in which the solver made them. */
export type Variable = number;

/** `2 × variable` for the variable itself, one more for its negation. */
export type Literal = number;

/** The literal that says `variable` is `value`. */
export const literalOf = (variable: Variable, value = true): Literal => 2 * variable + (value ? 0 : 1);

/** The literal that says the opposite. */
export const negated = (literal: Literal): Literal => literal ^ 1;

export const variableOf = (literal: Literal): Variable => literal >> 1;

/** Whether the literal is the variable itself and not its negation. */
export const isPositive = (literal: Literal): boolean => (literal & 1) === 0;
