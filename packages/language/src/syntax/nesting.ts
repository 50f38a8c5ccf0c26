// Refuses what is nested deeper than the language allows, so that no text can exhaust what reads the syntax tree.
import { tooDeep, tooManyNegations } from '../checks/nested-too-deep.js';
import type { Token } from './parser/token.js';
import { endOf } from './parser/token.js';
import { surelyBeginsStatement } from './statements.js';

/** Blocks and parentheses may nest this deep (criterion and section braces included); deeper text is reported and skipped. */
export const MAX_DEPTH = 40;
const MAX_NEGATIONS = 8;

/** A place where something is nested too deep; reported as nested-too-deep. */
export interface DepthFault {
    start: number;
    end: number;
    message: string;
}

export class Nesting {
    readonly faults: DepthFault[] = [];
    private depth = 0;
    private negations = 0;

    /** Inside what is nested too deep. */
    get tooDeep(): boolean {
        return this.depth > MAX_DEPTH;
    }

    /** Takes note of the next token; whether it is read on. */
    keeps(token: Token): boolean {
        const { name } = token.tokenType;
        // Braces and parentheses left open before must not take the next criteria with them.
        if (surelyBeginsStatement(token)) this.depth = Math.min(this.depth, 1);
        if (name === '{' || name === '(') {
            this.depth++;
            if (this.depth === MAX_DEPTH + 1) this.refuse(token, tooDeep(MAX_DEPTH));
        }
        this.negations = name === 'not' ? this.negations + 1 : 0;
        if (this.negations === MAX_NEGATIONS + 1) this.refuse(token, tooManyNegations(MAX_NEGATIONS));
        const kept = !this.tooDeep && this.negations <= MAX_NEGATIONS;
        if ((name === '}' || name === ')') && this.depth > 0) this.depth--;
        return kept;
    }

    private refuse(token: Token, message: string): void {
        this.faults.push({ start: token.startOffset, end: endOf(token), message });
    }
}
