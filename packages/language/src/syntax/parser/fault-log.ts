// Keeps what did not fit while a text is read: the faults, and what could have stood at the place of each.
import type { Lookahead } from './lookahead.js';
import type { Step } from './step.js';

/** A token at which the text departs from the grammar. */
export interface SyntaxFault {
    /** Number of the token. */
    token: number;
    /** Rules around it, the outermost first. */
    rules: readonly string[];
    /** Steps that could have been taken instead. */
    expected: readonly Step[];
    /** Nesting without braces beyond what is read. */
    tooDeep: boolean;
}

export class FaultLog {
    readonly faults: SyntaxFault[] = [];
    /** Steps that did not fit at `triedAt`. */
    private tried: Step[] = [];
    private triedAt = -1;
    /** Where a part was not taken because what follows its first token does not fit it. */
    private begunAt = -1;

    /** A step could have been taken at a token, but was not. */
    inVain(step: Step, token: number): void {
        if (this.triedAt !== token) {
            this.tried = [];
            this.triedAt = token;
        }
        this.tried.push(step);
    }

    /** A step begins as the text does at a token, but does not go on so. */
    brokenOff(step: Step, token: number): void {
        this.inVain(step, token);
        this.begunAt = token;
    }

    /** Nothing fits at a token. One fault is enough for a place. */
    add(token: number, rules: readonly string[], lookahead: Lookahead): void {
        // Something was begun here that cannot be finished: the fault is where it breaks off.
        const broken = this.begunAt === token && lookahead.missedAt > token;
        const place = broken ? lookahead.missedAt : token;
        if (this.last?.token === place) return;
        const expected = broken ? lookahead.missed : this.triedAt === token ? this.tried : [];
        this.faults.push({ token: place, rules: rules.slice(), expected: expected.slice(), tooDeep: false });
    }

    addTooDeep(token: number, rules: readonly string[], step: Step): void {
        this.faults.push({ token, rules: rules.slice(-3), expected: [step], tooDeep: true });
    }

    get last(): SyntaxFault | undefined {
        return this.faults[this.faults.length - 1];
    }
}
