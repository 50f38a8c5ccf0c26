// Publishes findings: of edited files soon after the last edit, of all other files of the folder one after the other, with room for requests between.
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace.js';
import type { Clock } from './clock.js';

/** Milliseconds to wait after an edit in the midst of others: as long as the last check took, so that typing is never far behind, between these bounds. */
const SHORTEST_DELAY = 2;
const LONGEST_DELAY = 300;

export interface LoopParts {
    workspace: Workspace;
    clock: Clock;
    /** The findings of a file; may throw. */
    check: (uri: string) => Diagnostic[];
    publish: (uri: string, diagnostics: Diagnostic[], version: number | null) => void;
    /** The findings of a file were published, for the first time after an edit. */
    checked?: (uri: string) => void;
    /** Told of a defect of ours. */
    failed: (uri: string, error: unknown) => void;
}

export class DiagnosticsLoop {
    private readonly waiting = new Set<string>();
    /** Files that the editor shows findings for. */
    private readonly shown = new Set<string>();
    private callOff: (() => void) | undefined;
    private lastCost = 0;
    private lastNews = -Infinity;

    constructor(private readonly parts: LoopParts) {}

    /** Something changed: the files it reaches are checked after a delay, which starts anew with each call; after a rest as long as that, it is the shortest. */
    soon(): void {
        this.callOff?.();
        const now = this.parts.clock.now();
        const delay = Math.min(LONGEST_DELAY, Math.max(SHORTEST_DELAY, this.lastCost));
        const isAfterRest = now - this.lastNews >= delay;
        this.lastNews = now;
        this.callOff = this.parts.clock.after(isAfterRest ? SHORTEST_DELAY : delay, () => this.afterAnswers());
    }

    // What was asked right after the edit (completions) is answered by now, but sent only in the next turn of the message loop.
    private afterAnswers(): void {
        this.callOff = this.parts.clock.after(0, () => this.next());
    }

    private next(): void {
        this.callOff = undefined;
        const { workspace, clock } = this.parts;
        const fresh = workspace.takeStale();
        // What was just edited goes before what has been waiting.
        const waiting = [...fresh, ...[...this.waiting].filter((uri) => !fresh.includes(uri))];
        this.waiting.clear();
        for (const uri of waiting) this.waiting.add(uri);
        const uri = waiting[0];
        if (uri === undefined) return;
        this.waiting.delete(uri);
        if (this.checkFile(uri)) this.parts.checked?.(uri);
        if (this.waiting.size > 0) this.callOff = clock.after(0, () => this.next());
    }

    /** There is more to say of a file that was checked before; if it is checked again soon, that says it. */
    again(uri: string): void {
        if (!this.waiting.has(uri)) this.checkFile(uri);
    }

    /** Checks a file and publishes what is found; false when it met a defect. */
    private checkFile(uri: string): boolean {
        const { workspace, clock, check, publish, failed } = this.parts;
        const version = workspace.file(uri)?.version ?? null;
        const start = clock.now();
        try {
            const diagnostics = check(uri);
            if (version !== null) this.lastCost = clock.now() - start;
            workspace.release(uri);
            // A closed file without findings, of which the editor never heard, needs no message.
            if (diagnostics.length === 0 && version === null && !this.shown.has(uri)) return true;
            if (diagnostics.length === 0) this.shown.delete(uri);
            else this.shown.add(uri);
            publish(uri, diagnostics, version);
            return true;
        } catch (error) {
            failed(uri, error);
            return false;
        }
    }
}
