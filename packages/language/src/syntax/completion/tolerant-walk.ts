// Walks the grammar along the tokens before the cursor and gets over what does not fit: it resumes with the next line or item of the block it is in.
import type { Token } from '../parser/token.js';
import type { GrammarNetwork } from './grammar-network.js';
import type { Readings } from './grammar-walk.js';
import { readToken, resumedAt, startReadings } from './grammar-walk.js';

/** Where to resume inside one block: at the start of a line, or of an item of a list. */
interface Block {
    line: Readings;
    item: Readings;
}

/** The readings before each token and, last, after all of them; undefined where a token was skipped. */
export function tolerantReadings(network: GrammarNetwork, tokens: readonly Token[]): (Readings | undefined)[] {
    const before: (Readings | undefined)[] = [];
    const start = startReadings(network, 0);
    const blocks: [Block, ...Block[]] = [{ line: start, item: start }];
    let readings: Readings | undefined = start;
    for (const [index, token] of tokens.entries()) {
        before.push(readings);
        const kind = separatorOf(token);
        let next: Readings | undefined = readings === undefined ? undefined : readToken(network, readings, token.tokenType.name);
        if (next?.points.length === 0) next = undefined;
        const block = blocks[blocks.length - 1] ?? blocks[0];
        if (kind === 'open') {
            // A block that nothing allows is taken for one more of the kind around it.
            const inside: Readings = next ?? resumedAt(block.line, index + 1);
            blocks.push({ line: inside, item: inside });
            next = inside;
        } else if (kind === 'close') {
            if (blocks.length > 1) blocks.pop();
            next ??= closed(network, block, index);
        } else if (kind === 'line') {
            next ??= resumedAt(block.line, index + 1);
            block.line = next;
            block.item = next;
        } else if (kind === 'item') {
            next ??= resumedAt(block.item, index + 1);
            block.item = next;
        }
        readings = next;
    }
    before.push(readings);
    return before;
}

/** The readings behind the brace that closes a block whose last line did not fit. */
function closed(network: GrammarNetwork, block: Block, index: number): Readings | undefined {
    const next = readToken(network, resumedAt(block.line, index), '}');
    return next.points.length === 0 ? undefined : next;
}

function separatorOf(token: Token): 'open' | 'close' | 'line' | 'item' | null {
    switch (token.tokenType.name) {
        case '{':
            return 'open';
        case '}':
            return 'close';
        case 'NL':
        case ';':
            return 'line';
        case ',':
            return 'item';
        default:
            return null;
    }
}
