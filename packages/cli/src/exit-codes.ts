// The exit codes of every command: scripts depend on them.

export const EXIT = {
    /** All is well. */
    fine: 0,
    /** The answer is no: errors were found, something is not formatted, a name is unknown. */
    no: 1,
    /** Wrong usage, or an input that cannot be read or an output that cannot be written. */
    unusable: 2,
    /** A defect of crit itself. */
    defect: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The more serious of two outcomes: the one with the higher number. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
    return one > other ? one : other;
}

/** Ends a command with `no`; the message is a sentence for the user. */
export class Refusal extends Error {
    readonly exitCode = EXIT.no;
}

/** Ends a command with `unusable`; the message is a sentence for the user. */
export class Unusable extends Error {
    readonly exitCode = EXIT.unusable;
}
