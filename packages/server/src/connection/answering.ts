// How requests are answered: whatever is asked, the server goes on; what is called off or meets a defect is answered with nothing.
import type { CancellationToken, Connection, Disposable } from 'vscode-languageserver';
import { ResponseError } from 'vscode-languageserver';
import type { Patience } from '../workspace/patience.js';
import type { Clock } from './clock.js';

/** `ErrorCodes.InvalidParams` of JSON-RPC: what the user asked for cannot be done, for the reason given. */
const REFUSED = -32602;

export class Answering {
    constructor(
        private readonly connection: Connection,
        private readonly clock: Clock,
    ) {}

    /** Tells of a defect of ours. */
    defect(what: string, error: unknown): void {
        const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.connection.console.error(`A defect in Crit (${what}); please report it. ${said}`);
    }

    /** A request that is answered at once. */
    now<P, R>(what: string, nothing: R, run: (params: P, token: CancellationToken) => R): (params: P, token: CancellationToken) => R {
        return (params, token) => {
            if (token.isCancellationRequested) return nothing;
            try {
                const answer = run(params, token);
                return token.isCancellationRequested ? nothing : answer;
            } catch (error) {
                this.defect(what, error);
                return nothing;
            }
        };
    }

    /** A request that waits for the analysis, or works over many files; called off, it is answered without waiting on. */
    later<P, R>(what: string, nothing: R, run: (params: P, token: CancellationToken) => Promise<R>): (params: P, token: CancellationToken) => Promise<R> {
        return async (params, token) => {
            if (token.isCancellationRequested) return nothing;
            let listening: Disposable | undefined;
            const calledOff = new Promise<R>((resolve) => (listening = token.onCancellationRequested(() => resolve(nothing))));
            try {
                return await Promise.race([run(params, token), calledOff]);
            } catch (error) {
                this.defect(what, error);
                return nothing;
            } finally {
                listening?.dispose();
            }
        };
    }

    /** For work over many files: others are answered in its pauses. */
    patience(token: CancellationToken): Patience {
        return { isCancelled: () => token.isCancellationRequested, pause: () => new Promise((resolve) => void this.clock.after(0, resolve)) };
    }

    /** The same answer, or an error with the sentence why there is none, which editors show. */
    orRefusal<R extends object>(answer: R | { problem: string } | null): R | ResponseError | null {
        return answer !== null && 'problem' in answer ? new ResponseError(REFUSED, answer.problem) : answer;
    }

    /** The answer, or what there is without it when it takes longer than so many milliseconds. */
    atMost<R>(milliseconds: number, late: R, answer: Promise<R>): Promise<R> {
        let callOff = (): void => undefined;
        const limit = new Promise<R>((resolve) => (callOff = this.clock.after(milliseconds, () => resolve(late))));
        return Promise.race([answer, limit]).finally(() => callOff());
    }
}
