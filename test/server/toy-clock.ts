// A clock for tests of what is done when.
import type { Clock } from '@crit-lang/server/connection/clock.js';

/** A clock that stands still until it is told to go on. */
export class ToyClock implements Clock {
    private time = 0;
    private readonly waiting = new Set<{ at: number; callback: () => void }>();
    readonly delays: number[] = [];

    now(): number {
        return this.time;
    }

    after(milliseconds: number, callback: () => void): () => void {
        this.delays.push(milliseconds);
        const entry = { at: this.time + milliseconds, callback };
        this.waiting.add(entry);
        return () => this.waiting.delete(entry);
    }

    /** Lets time pass, all that is due in it included. */
    pass(milliseconds: number): void {
        this.time += milliseconds;
        for (let due = this.due(); due !== undefined; due = this.due()) {
            this.waiting.delete(due);
            due.callback();
        }
    }

    private due(): { at: number; callback: () => void } | undefined {
        return [...this.waiting].filter(({ at }) => at <= this.time).sort((a, b) => a.at - b.at)[0];
    }
}
