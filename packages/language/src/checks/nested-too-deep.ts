// nested-too-deep: blocks, parentheses and negations nest only so deep; nobody could read more, and a machine could not safely.

/** The message about blocks deeper than the language allows. */
export function tooDeep(limit: number): string {
    return `Blocks are nested more than ${limit} deep here, so what is inside is not read. Move the inner part into a definition (define NAME { … }) and use its name.`;
}

/** The message about a row of negations. */
export function tooManyNegations(limit: number): string {
    return `More than ${limit} times 'not' stand in a row, so the line is not read: nobody can tell what so many negations mean. Keep one 'not', or none.`;
}

/** The message about exceptions and conditions inside each other beyond reading, without braces. */
export const TOO_MANY_INSIDE_EACH_OTHER =
    'Too many conditions stand inside each other here, so the rest of the line is not read. Move the inner part into a definition (define NAME { … }) and use its name.';
