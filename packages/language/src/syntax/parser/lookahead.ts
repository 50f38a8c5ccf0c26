// Looks ahead where one token does not decide: whether a step fits what comes next, for so many tokens as a writer would look at too.
import type { Step } from './step.js';
import type { Token } from './token.js';
import { has } from './token-set.js';

/** Names have rarely more words than this, and what agrees so long is taken. */
const MOST_TOKENS = 16;

/** Steps may call each other this often at the same token before the look ahead is given up. */
const MOST_CALLS = 200;

export class Lookahead {
    private position = 0;
    private limit = 0;
    private calls = 0;
    private furthest = 0;
    private start = -1;
    /** The furthest token that did not fit in looks ahead from one place, and what was looked for there. */
    missedAt = 0;
    missed: Step[] = [];

    constructor(private readonly tokens: readonly Token[]) {}

    /** Whether the step fits the tokens from `position` on. */
    fits(step: Step, position: number): boolean {
        if (position !== this.start) this.missedAt = 0;
        this.start = position;
        return this.fitsFrom(step, position);
    }

    private fitsFrom(step: Step, position: number): boolean {
        this.position = position;
        this.limit = position + MOST_TOKENS;
        this.calls = 0;
        return this.walk(step);
    }

    /** The first of the parts that fits; when none does, the one that fits longest. */
    choose(parts: readonly Step[], numbers: readonly number[], position: number): number {
        let best = numbers[0] as number;
        let length = -1;
        for (const number of numbers) {
            this.furthest = position;
            if (this.fitsFrom(parts[number] as Step, position)) return number;
            if (this.furthest > length) [best, length] = [number, this.furthest];
        }
        return best;
    }

    private walk(step: Step): boolean {
        if (this.position >= this.limit) return true;
        const start = this.position;
        switch (step.kind) {
            case 'token': {
                if (this.tokens[start]?.tokenTypeIdx !== step.type.index) return this.miss(step);
                this.position++;
                if (this.position > this.furthest) this.furthest = this.position;
                return true;
            }
            case 'call':
                return ++this.calls > MOST_CALLS || this.walk(step.rule.body);
            case 'assign':
                return this.walk(step.value);
            case 'wrap':
            case 'become':
                return true;
            case 'sequence':
                for (const part of step.parts) if (!this.walk(part)) return false;
                return true;
            case 'alternatives':
                for (const part of step.parts) {
                    this.position = start;
                    if ((part.empty || has(part.first, this.type())) && this.walk(part)) return true;
                }
                return this.position === start ? this.miss(step) : false;
            case 'repeat':
                return this.repeat(step.part, step.atLeastOnce, step.atMostOnce);
            case 'block': {
                if (step.open !== null && !this.walk(step.open)) return false;
                // What stands in braces does not matter for the choice.
                const close = this.tokens[this.position - 1]?.partner ?? -1;
                if (close >= this.position) this.position = close + 1;
                return true;
            }
        }
    }

    private repeat(part: Step, atLeastOnce: boolean, atMostOnce: boolean): boolean {
        for (let times = 0; ; times++) {
            const start = this.position;
            if (start >= this.limit || (atMostOnce && times === 1)) return true;
            if (!has(part.first, this.type()) || !this.walk(part) || this.position === start) {
                this.position = start;
                return times > 0 || !atLeastOnce;
            }
        }
    }

    private miss(step: Step): false {
        if (this.position > this.missedAt) {
            this.missedAt = this.position;
            this.missed = [];
        }
        if (this.position === this.missedAt) this.missed.push(step);
        return false;
    }

    private type(): number {
        return this.tokens[this.position]?.tokenTypeIdx ?? 0;
    }
}
