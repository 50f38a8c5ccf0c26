// Finds out which brace of a text is missing or too much, statement by statement, and puts it right for the parser.
import type { Token } from './parser/token.js';
import { endOf, makeToken, tokenType } from './parser/token.js';
import type { PairedBraces } from './braces.js';
import type { StatementStart } from './statements.js';
import { columnOf, endOfLine, statementStarts } from './statements.js';

/** A brace that is missing, or one that belongs to nothing. */
export interface BraceFault {
    kind: 'missing-close' | 'missing-open' | 'extra-close';
    /** Where it is missing, or stands. */
    offset: number;
    /** For missing closing braces, the braces that opened the blocks, the innermost first. */
    opened: Token[];
}

interface OpenBlock {
    token: Token;
    /** Blanks before the line on which it was opened. */
    column: number;
    section: boolean;
}

const OPEN = tokenType('{');
const CLOSE = tokenType('}');
const OPEN_QUOTES = new Set(['OPEN_STRING', 'OPEN_QUOTED_NAME']);
const NEED_BLOCK = new Set(['any of', 'all of', 'none of', 'each of', 'at each of', 'case']);

export class BraceRepair {
    private readonly out: Token[] = [];
    private readonly faults: BraceFault[] = [];
    private readonly stack: OpenBlock[] = [];
    private readonly starts: StatementStart[];
    /** Closing braces that the statement being read lacks (negative: has too many). */
    private lacking = 0;
    /** Before these tokens an opening brace is missing. */
    private readonly missingOpen = new Set<number>();
    private line = 0;
    /** Kind of the statement being read. */
    private statement: StatementStart['kind'] = 'other';

    constructor(
        private readonly tokens: readonly Token[],
        private readonly text: string,
    ) {
        this.starts = statementStarts(tokens, text);
    }

    run(): PairedBraces {
        const { tokens } = this;
        let statement = 0;
        for (let index = 0; index < tokens.length; index++) {
            const token = tokens[index] as Token;
            if (token.startsLine) this.line = columnOf(token, this.text);
            if (this.starts[statement]?.token === index) this.begin(statement++);
            if (this.missingOpen.has(index)) this.insertOpen();
            if (token.tokenType.name === 'END') this.closeDownTo(0);
            if (token.tokenType === OPEN) this.stack.push({ token, column: this.line, section: this.stack.length === 0 && this.statement === 'section' });
            if (token.tokenType !== CLOSE || this.closes(token)) this.out.push(token);
            if (OPEN_QUOTES.has(token.tokenType.name)) this.freeBraces(token);
        }
        return { tokens: this.out, faults: this.faults };
    }

    /** A statement begins: what is still open before it should have been closed. */
    private begin(number: number): void {
        const start = this.starts[number] as StatementStart;
        const section = this.stack[0]?.section === true;
        const leaves = start.kind !== 'criterion' || (section && start.column <= (this.stack[0] as OpenBlock).column && this.itemsAreIndented(number));
        this.closeDownTo(section && !leaves ? 1 : 0);
        this.statement = start.kind;
        this.lacking = this.balance(number);
        if (this.lacking < 0) this.lookForMissingOpen(start, this.starts[number + 1]?.token ?? this.tokens.length - 1);
    }

    // In a text without indentation the column says nothing.
    private itemsAreIndented(number: number): boolean {
        const block = this.stack[0] as OpenBlock;
        for (let before = number - 1; before >= 0; before--) {
            const start = this.starts[before] as StatementStart;
            if (start.kind === 'section') return true;
            if (start.column <= block.column) return false;
        }
        return true;
    }

    private balance(number: number): number {
        const start = this.starts[number] as StatementStart;
        const next = this.starts[number + 1];
        let net = start.kind === 'section' ? -1 : 0;
        for (let index = start.token; index < (next?.token ?? this.tokens.length); index++) {
            const type = (this.tokens[index] as Token).tokenType;
            if (type === OPEN) net++;
            if (type === CLOSE) net--;
        }
        const last = this.stack[0]?.section === true && (next?.kind !== 'criterion' || next.column <= this.stack[0].column);
        // The last criterion of a section is followed by the brace that closes the section.
        return last && start.kind === 'criterion' ? net + 1 : net;
    }

    /** A quote that is not closed has swallowed the braces up to the end of its line; the quote is reported, they are not. */
    private freeBraces(token: Token): void {
        let inside = 0;
        for (const character of token.image) inside += character === '{' ? 1 : character === '}' ? -1 : 0;
        for (; inside > 0 && this.lacking < 0; inside--) {
            this.lacking++;
            this.open();
        }
        for (; inside < 0 && this.lacking > 0 && this.stack.length > 0; inside++) {
            this.lacking--;
            this.stack.pop();
            this.out.push(makeToken(CLOSE, '', this.endOfOut(), false, true));
        }
    }

    private lookForMissingOpen(start: StatementStart, end: number): void {
        const lineEnd = endOfLine(this.tokens, start.token);
        const swallowed = this.tokens.slice(start.token, end).some(({ tokenType, image }) => OPEN_QUOTES.has(tokenType.name) && image.includes('{'));
        if (swallowed) return;
        const opens = (from: number, to: number): boolean => this.tokens.slice(from, to).some((token) => token.tokenType === OPEN);
        if (start.needsBlock && !opens(start.token, lineEnd)) {
            this.missingOpen.add(lineEnd);
            this.lacking++;
        }
        for (let index = lineEnd; index < end && this.lacking < 0; index++) {
            const { name } = (this.tokens[index] as Token).tokenType;
            const next = this.tokens[index + 1] as Token;
            const list =
                NEED_BLOCK.has(name) ||
                (name === 'of' && this.tokens[index - 1]?.tokenType.name === 'NUMBER') ||
                ((name === 'except' || name === 'other than') && next.startsLine);
            if (list && next.tokenType !== OPEN) this.lackingOpenAt(index + 1);
            // A line that only opens a block and a deeper one behind it: the brace at its end is lost.
            if ((name === 'if' || name === 'unless' || name === 'used before') && !opens(index, endOfLine(this.tokens, index)))
                this.lackingOpenAt(endOfLine(this.tokens, index));
        }
    }

    private lackingOpenAt(index: number): void {
        this.missingOpen.add(index);
        this.lacking++;
    }

    private insertOpen(): void {
        this.faults.push({ kind: 'missing-open', offset: this.endOfOut(), opened: [] });
        this.open();
    }

    private open(): void {
        const token = makeToken(OPEN, '', this.endOfOut(), false, true);
        this.stack.push({ token, column: this.line, section: this.stack.length === 0 && this.statement === 'section' });
        this.out.push(token);
    }

    /** Whether a closing brace is kept; blocks inside that were left open are closed before it. */
    private closes(token: Token): boolean {
        const top = this.stack[this.stack.length - 1];
        if (top === undefined) return this.refuse(token);
        if (token.startsLine && this.line !== top.column) {
            const depth = this.stack.findLastIndex((block) => block.column === this.line);
            if (this.lacking > 0 && depth >= 0 && this.line < top.column) this.closeDownTo(depth + 1);
            else if (this.lacking < 0) return this.refuse(token);
        }
        // A criterion with one brace too many must not close its section.
        if (this.lacking < 0 && this.stack.length === 1 && top.section && !(token.startsLine && this.line === top.column)) return this.refuse(token);
        this.stack.pop();
        return true;
    }

    private refuse(token: Token): false {
        this.faults.push({ kind: 'extra-close', offset: token.startOffset, opened: [] });
        this.lacking++;
        return false;
    }

    private closeDownTo(depth: number): void {
        // The brace goes to the end of the line before; the newline stays where it separates what follows.
        const newline = this.out[this.out.length - 1]?.tokenType.name === 'NL' ? this.out.pop() : undefined;
        const offset = this.endOfOut();
        const closed = this.stack.splice(depth).reverse();
        for (let each = 0; each < closed.length; each++) this.out.push(makeToken(CLOSE, '', offset, false, true));
        this.lacking -= closed.length;
        const opened = closed.map((block) => block.token).filter((token) => !token.inserted);
        if (opened.length > 0) this.faults.push({ kind: 'missing-close', offset, opened });
        if (newline !== undefined) this.out.push(newline);
    }

    private endOfOut(): number {
        const last = this.out[this.out.length - 1];
        return last === undefined ? 0 : last.tokenType.name === 'NL' ? last.startOffset : endOf(last);
    }
}
