// What the printer is given: the tokens and comments of a file, their blocks, and which lines were found too long.
import type { CritFile } from '../generated/ast.js';
import type { Token } from '../syntax/parser/token.js';
import type { Block, Item } from './blocks.js';
import { blocksOf } from './blocks.js';

export interface PlacedItem {
    block: Block;
    /** Number in its block. */
    number: number;
    item: Item;
}

export class Sheet {
    /** Blocks by the number of their opening brace; -1 is the file. */
    readonly blocks: ReadonlyMap<number, Block>;
    private readonly items = new Map<number, PlacedItem>();
    /** Tokens that separate items: they are written anew. */
    private readonly separators = new Set<number>();
    /** How many line ends, comments included, stand before each token and what comes before it. */
    private lineEnds: Int32Array = new Int32Array(0);

    constructor(
        readonly text: string,
        root: CritFile,
        readonly tokens: readonly Token[],
        readonly comments: readonly Token[],
        /** Names may lose quotes that they do not need. */
        readonly bare: boolean,
        /** Blocks to open over several lines, by their braces, and tokens to start a line with, because lines were too long. */
        readonly opened: Set<number> = new Set(),
        readonly breaks: Set<number> = new Set(),
    ) {
        this.blocks = blocksOf(root, tokens);
        for (const block of this.blocks.values()) this.place(block);
        this.countLineEnds();
    }

    /** The item that begins with a token. */
    itemAt(token: number): PlacedItem | undefined {
        return this.items.get(token);
    }

    isSeparator(token: number): boolean {
        return this.separators.has(token);
    }

    /** Whether a line ends between the tokens from `first` to `end`, the one before `end` included. */
    hasLineEnd(first: number, end: number): boolean {
        return (this.lineEnds[end - 1] ?? 0) > (this.lineEnds[first] ?? 0);
    }

    /** Whether a block is written over several lines. */
    isOpen(block: Block): boolean {
        return this.opened.has(block.open) || this.hasLineEnd(block.open, block.close + 1);
    }

    spans({ first, end }: Item): boolean {
        return this.hasLineEnd(first, end);
    }

    /** To be called when blocks were opened or breaks added. */
    countLineEnds(): void {
        const { tokens, comments } = this;
        const counts = new Int32Array(tokens.length);
        let comment = 0;
        let count = 0;
        for (const [index, token] of tokens.entries()) {
            for (let each = comments[comment]; each !== undefined && each.startOffset < token.startOffset; each = comments[++comment])
                if (/^\/\/|[\r\n]/.test(each.image)) count++;
            if (token.startsLine || this.breaks.has(index) || this.opened.has(index - 1)) count++;
            counts[index] = count;
        }
        this.lineEnds = counts;
    }

    private place(block: Block): void {
        let from = block.open + 1;
        block.items.forEach((item, number) => {
            this.items.set(item.first, { block, number, item });
            for (let index = from; index < item.first; index++) this.separators.add(index);
            from = item.end;
        });
        for (let index = from; index < block.close; index++) this.separators.add(index);
    }
}
