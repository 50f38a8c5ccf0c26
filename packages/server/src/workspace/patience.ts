// How long work over many files lets other requests through, and learns that nobody waits for it any more.

export interface Patience {
    /** Whether the answer is wanted no more. */
    isCancelled: () => boolean;
    /** Lets what has arrived meanwhile be read: until then nothing is known of a cancellation. */
    pause: () => Promise<void>;
}

/** Work that nothing interrupts. */
export const UNDISTURBED: Patience = { isCancelled: () => false, pause: () => Promise.resolve() };
