// The clock that the server delays by; it decides when something is done, never what comes out.

export interface Clock {
    /** Milliseconds since some fixed moment. */
    now(): number;
    /** Calls back after so many milliseconds, after what is already waiting; gives a function that calls it off. */
    after(milliseconds: number, callback: () => void): () => void;
}
