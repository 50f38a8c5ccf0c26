// Decides where reading resumes behind an error: at the next line or item of the same block, or at the next statement.
import type { BlockStep } from './step.js';
import type { Token } from './token.js';
import { has } from './token-set.js';

/** Number of the token at which reading resumes in a block that ends at `close`. `start` is where the item began. */
export function recoverySkip(tokens: readonly Token[], block: BlockStep, from: number, start: number, close: number, afterComma: boolean): number {
    let position = from;
    while (position < close) {
        const token = tokens[position] as Token;
        const { name } = token.tokenType;
        if (block.separated) {
            if (has(block.separators, token.tokenTypeIdx) && (afterComma || name !== ',')) return position;
        } else if (position > start && (token.startsLine || position === start + 1) && has(block.item.first, token.tokenTypeIdx)) {
            // Lines that stand outside of everything are one error, not one each; a single word too many costs no statement.
            return position;
        }
        position = name === '{' && token.partner > position ? token.partner + 1 : position + 1;
    }
    return close;
}

/** A list goes on behind the next comma; a line of prose with commas in it is one error. */
export function resumesAfterComma(tokens: readonly Token[], start: number): boolean {
    return tokens[start]?.startsLine === false;
}
