// Writes the tokens and comments of a file onto lines: lines are broken where their author broke them, and a block that is broken opens and closes on lines of its own.
import type { Token } from '../syntax/parser/token.js';
import { endOf } from '../syntax/parser/token.js';
import type { Block } from './blocks.js';
import type { Line } from './line.js';
import { LAST_COLUMN, newLine } from './line.js';
import type { PlacedItem, Sheet } from './sheet.js';
import { blankBefore, isPartOfName } from './spacing.js';
import { spelled } from './spelling.js';

/** The lines of one statement, with the comments above it, and the stretch of the text it was made from. */
export interface StatementLines {
    start: number;
    end: number;
    firstLine: number;
    endLine: number;
}

interface OpenBlock {
    block: Block;
    /** It stands over several lines. */
    several: boolean;
    /** Blanks before its items, and before the line on which it was opened. */
    indent: number;
    outer: number;
    /** Blanks before the line on which its last item began, and the number of that line. */
    itemIndent: number;
    itemLine: number;
}

const INDENT = 2;
/** Items up to this length share lines when their list is too long for one. */
const SHORT_ITEM = 40;

export class Printer {
    readonly lines: Line[] = [];
    readonly statements: StatementLines[] = [];
    private line: Line = newLine(0, false);
    private readonly stack: OpenBlock[] = [];
    /** Offset behind what was written last. */
    private written = 0;
    private nextComment = 0;
    private parentheses = 0;
    /** A comment was written last: a blank comes after it, and behind '//' a new line. */
    private behindComment: 'no' | 'blank' | 'line' = 'no';

    constructor(private readonly sheet: Sheet) {}

    print(): this {
        const { tokens, blocks } = this.sheet;
        this.stack.push({ block: blocks.get(-1) as Block, several: true, indent: 0, outer: 0, itemIndent: 0, itemLine: 0 });
        for (let index = 0; index < tokens.length - 1; index++) {
            if (this.sheet.isSeparator(index)) continue;
            const placed = this.sheet.itemAt(index);
            if (placed !== undefined) this.beginItem(placed);
            else if ((tokens[index] as Token).partner >= 0 && (tokens[index] as Token).partner < index) this.endBlock(index);
            else this.goOn(index);
            this.write(index);
            if (tokens[index]?.tokenType.name === '{') this.beginBlock(index);
        }
        this.endStatement();
        this.comments(this.sheet.text.length, 0, false);
        this.endLine();
        return this;
    }

    // ------------------------------------------------------------ items and blocks

    private beginItem(placed: PlacedItem): void {
        const { block, number, item } = placed;
        const open = this.top();
        const token = this.token(item.first);
        const follows = number > 0;
        const breaks = open.several && this.breaksBefore(placed, open);
        if (follows && !block.statements) this.separate(placed, breaks);
        if (block.open === -1) this.endStatement();
        // Statements of several lines stand apart.
        const apart = follows && block.statements && (this.sheet.spans(block.items[number - 1] as PlacedItem['item']) || this.sheet.spans(item));
        const above = this.comments(token.startOffset, open.indent, apart);
        // A comment in front of an item stays in front of it.
        const inFront = above.line !== undefined && this.behindComment === 'blank';
        if ((breaks && !inFront) || this.behindComment === 'line') this.startLine(open.indent, this.blankLine(token.startOffset) || (apart && !above.any));
        if (block.open === -1)
            this.statements.push({ start: above.start ?? token.startOffset, end: 0, firstLine: above.line ?? this.lines.length, endLine: 0 });
        open.itemIndent = this.line.indent;
        open.itemLine = this.lines.length;
        if (item.keyTokens > 0 && open.several && this.line.text === '') this.line.aligned = block.open;
    }

    private breaksBefore({ block, number, item }: PlacedItem, open: OpenBlock): boolean {
        if (number === 0 || block.statements) return true;
        if (this.sheet.hasLineEnd((block.items[number - 1] as PlacedItem['item']).end - 1, item.first + 1)) return true;
        // Behind an item of several lines the next one begins a line.
        if (this.lines.length > open.itemLine) return true;
        if (!this.sheet.opened.has(block.open)) return false;
        return !block.items.every((each) => this.isShort(each)) || this.line.indent + this.line.text.length + 2 + this.widthOf(item) > LAST_COLUMN;
    }

    /** A separator stands between items on one line, and where the newline would be taken for no separator. */
    private separate({ block, item }: PlacedItem, breaks: boolean): void {
        let before = item.first - 1;
        while (this.sheet.isSeparator(before)) before--;
        const vain = this.token(before).tokenType.cannotEndLine || this.token(item.first).tokenType.continuesLine;
        if (!breaks || vain) this.line.text += block.list ? ',' : ';';
    }

    private beginBlock(index: number): void {
        const block = this.sheet.blocks.get(index) as Block;
        const several = this.sheet.isOpen(block);
        if (!several) this.line.blocks.push(index);
        const outer = this.line.indent;
        this.stack.push({ block, several, indent: outer + INDENT, outer, itemIndent: outer + INDENT, itemLine: this.lines.length });
    }

    private endBlock(index: number): void {
        const { several, indent, outer, block } = this.top();
        const { any } = this.comments(this.token(index).startOffset, indent, false);
        this.stack.pop();
        if ((several && (block.items.length > 0 || any)) || this.behindComment === 'line') this.startLine(outer, false);
    }

    /** A word inside an item: on the same line unless its author, or the length of the line, has put it below. */
    private goOn(index: number): void {
        const token = this.token(index);
        const { itemIndent, block } = this.top();
        this.comments(token.startOffset, itemIndent + INDENT, false);
        const below = this.sheet.breaks.has(index) || (token.startsLine && token.tokenType.name !== '{' && this.line.text !== '}');
        if (!below && this.behindComment !== 'line') return;
        const aligned = this.lines[this.lines.length - 1]?.aligned === block.open || this.line.aligned === block.open;
        this.startLine(itemIndent + INDENT, false);
        if (aligned && block.open >= 0) this.line.aligned = block.open;
    }

    // ------------------------------------------------------------ words and comments

    private write(index: number): void {
        const { tokens } = this.sheet;
        const token = this.token(index);
        const { line } = this;
        const blank = line.text !== '' && (this.behindComment !== 'no' || blankBefore(tokens, index, this.parentheses));
        if (line.text !== '') this.offerBreak(index, line.text.length + 1);
        // The source of a property stands a little apart from what it vouches for.
        const gap = token.tokenType.name === 'source' && line.aligned >= 0 ? '  ' : ' ';
        line.text += (blank ? gap : '') + spelled(token, this.sheet.bare && this.standsAlone(index));
        if (token.image === '(') this.parentheses++;
        if (token.image === ')') this.parentheses = Math.max(0, this.parentheses - 1);
        this.behindComment = 'no';
        this.written = endOf(token);
        const { block } = this.top();
        if (line.aligned !== block.open || line.key > 0 || line.text.length === 0) return;
        // The key of a property is complete when its last token is written.
        const start = this.keyStart(index, block);
        if (start !== undefined) line.key = line.text.length;
    }

    /** The first token of the property whose key ends with this token. */
    private keyStart(index: number, block: Block): number | undefined {
        for (let first = index; first >= 0 && first > index - 3; first--) {
            const placed = this.sheet.itemAt(first);
            if (placed?.block === block) return placed.item.keyTokens === index - first + 1 ? first : undefined;
        }
        return undefined;
    }

    /** Without its quotes a name must not run into a word beside it. */
    private standsAlone(index: number): boolean {
        const { tokens } = this.sheet;
        const before = tokens[index - 1];
        const next = tokens[index + 1];
        if (next !== undefined && (isPartOfName(next) || next.tokenType.name === 'of' || next.tokenType.name === 'in situ')) return false;
        // At the start of an item such a word is its key: condition …, values ….
        return before === undefined || this.sheet.itemAt(index - 1) !== undefined || !isPartOfName(before);
    }

    /** Writes the comments before an offset: behind what stands on the line, or above what follows. */
    private comments(offset: number, indent: number, apart: boolean): { any: boolean; start?: number; line?: number } {
        const { comments, text } = this.sheet;
        let above: { start: number; line: number } | undefined;
        let any = false;
        for (let comment = comments[this.nextComment]; comment !== undefined && comment.startOffset < offset; comment = comments[++this.nextComment]) {
            any = true;
            const gap = text.slice(this.written, comment.startOffset);
            if (this.written === 0 || /[\r\n]/.test(gap) || this.behindComment === 'line') {
                this.startLine(indent, this.blankLine(comment.startOffset) || (apart && above === undefined));
                above ??= { start: comment.startOffset, line: this.lines.length };
            }
            this.line.text += (this.line.text === '' ? '' : ' ') + comment.image.trimEnd();
            this.written = endOf(comment);
            const lineEnd = comment.image.startsWith('//') || /^[ \t]*[\r\n]/.test(text.slice(this.written, offset));
            this.behindComment = lineEnd ? 'line' : 'blank';
        }
        return { any, ...above };
    }

    // ------------------------------------------------------------ lines

    private startLine(indent: number, blank: boolean): void {
        this.endLine();
        const last = this.lines[this.lines.length - 1];
        this.line = newLine(indent, blank && last !== undefined && !last.text.endsWith('{'));
        this.behindComment = 'no';
    }

    private endLine(): void {
        if (this.line.text !== '') this.lines.push(this.line);
        this.line = newLine(0, false);
    }

    private endStatement(): void {
        const last = this.statements[this.statements.length - 1];
        if (last === undefined || last.end !== 0) return;
        last.end = this.written;
        last.endLine = this.lines.length + 1;
    }

    /** Whether the author left a blank line before an offset. */
    private blankLine(offset: number): boolean {
        return (this.sheet.text.slice(this.written, offset).match(/\r\n|\r|\n/g)?.length ?? 0) > 1;
    }

    /** Takes note of a place where the line can be broken without changing what it says. */
    private offerBreak(index: number, column: number): void {
        if (this.parentheses > 0) return;
        if (this.sheet.itemAt(index) !== undefined) {
            this.line.itemBreaks.push({ token: index, column });
            return;
        }
        const { continuesLine, name } = this.token(index).tokenType;
        if (this.token(index - 1).tokenType.name === ',' || (continuesLine && /^[a-z]/.test(name))) this.line.otherBreaks.push({ token: index, column });
    }

    private isShort({ first, end }: PlacedItem['item']): boolean {
        for (let index = first; index < end; index++) if (this.token(index).tokenType.name === '{') return false;
        return this.widthOf({ first, end }) <= SHORT_ITEM;
    }

    private widthOf({ first, end }: { first: number; end: number }): number {
        return endOf(this.token(end - 1)) - this.token(first).startOffset;
    }

    private token(index: number): Token {
        return this.sheet.tokens[index] as Token;
    }

    private top(): OpenBlock {
        return this.stack[this.stack.length - 1] as OpenBlock;
    }
}
