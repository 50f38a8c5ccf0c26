// Where a command reads from and writes to; nothing else of the command line knows the process.
import { visibleText } from '@crit-lang/findings/print/visible-text.js';

const STYLES = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', blue: '34' } as const;

export type Style = keyof typeof STYLES;

/** Text, plain or in a style where the output has colour. */
export type Part = string | { style: Style; text: string };

/** A stream of text: standard output or standard error. */
export class Output {
    constructor(
        private readonly sink: (text: string) => void,
        /** Whether styles are shown. */
        readonly colour: boolean,
        /** How many characters fit on a line. */
        readonly width: number,
    ) {}

    /** Writes a line. Its parts may come from a file of anyone's: what would control the terminal is made visible. */
    line(...parts: Part[]): void {
        this.sink(`${parts.map((part) => this.shown(part)).join('')}\n`);
    }

    /** Writes text as it is: generated files, JSON. */
    raw(text: string): void {
        this.sink(text);
    }

    private shown(part: Part): string {
        if (typeof part === 'string') return visibleText(part);
        const text = visibleText(part.text);
        return this.colour ? `\u001b[${STYLES[part.style]}m${text}\u001b[0m` : text;
    }
}

export interface Terminal {
    /** The current folder, absolute. */
    folder: string;
    /** Results. */
    out: Output;
    /** Everything else. */
    err: Output;
}
