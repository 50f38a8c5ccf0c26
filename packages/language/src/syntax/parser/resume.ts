// Decides where reading resumes behind an error: at the next line or item of the same block, or at the next statement.
import type { BlockStep, Step } from './step.js';
import type { Token } from './token.js';
import { TOKEN_TYPES, tokenType } from './token.js';
import { add, emptySet, has } from './token-set.js';

/** How far a fault reaches: to the end of its line, of its item, or of its part of a list. */
export type Extent = 'line' | 'item' | 'part';

const TEXTS = emptySet(TOKEN_TYPES.length);
for (const name of ['STRING', 'OPEN_STRING']) add(TEXTS, tokenType(name).index);

/** Words that begin a statement and are no part of names. */
const SURE = new Set(['include', 'exclude', 'define', 'assert', 'import', 'declare']);

/** How far a fault in the item that begins at `start` reaches. */
export function extentOfFault(tokens: readonly Token[], start: number, expected: readonly Step[]): Extent {
    // Where a text was expected and words stand, the quotes are missing around the rest of the line.
    if (expected.length > 0 && expected.every(({ first }) => first.every((bits, word) => (bits & ~(TEXTS[word] ?? 0)) === 0))) return 'line';
    // A list goes on behind the next comma; a line of prose with commas in it is one error.
    return tokens[start]?.startsLine === false ? 'part' : 'item';
}

/** Number of the token at which reading resumes in a block that ends at `close`. `start` is where the item began. */
export function recoverySkip(tokens: readonly Token[], block: BlockStep, from: number, start: number, close: number, extent: Extent): number {
    let position = from;
    while (position < close) {
        const token = tokens[position] as Token;
        const { name } = token.tokenType;
        if (block.separated) {
            if (name === 'NL' || (has(block.separators, token.tokenTypeIdx) && (extent === 'part' || (extent === 'item' && name !== ',')))) return position;
        } else if (position > start && (token.startsLine || (position === start + 1 && SURE.has(name))) && has(block.item.first, token.tokenTypeIdx)) {
            // Lines that stand outside of everything are one error, not one each; a single word too many costs no statement.
            return position;
        }
        position = name === '{' && token.partner > position ? token.partner + 1 : position + 1;
    }
    return close;
}
