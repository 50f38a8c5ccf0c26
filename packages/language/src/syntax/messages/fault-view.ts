// A place that does not fit the grammar, with what stands around it, as the explanations look at it.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Fix } from '../../diagnostics/diagnostic.js';
import type { SyntaxFault } from '../parser/fault-log.js';
import { ruleNamed } from '../parser/rules.js';
import type { Token } from '../parser/token.js';
import { endOf, tokenType } from '../parser/token.js';
import { has } from '../parser/token-set.js';
import { removalOfStatement } from '../removal.js';
import type { SourceText } from '../source-text.js';

/** What is wrong, where, and what would help where that is sure. */
export interface Explanation {
    message: string;
    range: SourceRange;
    fixes?: Fix[];
}

/** Explains faults of one kind; undefined for others. */
export type Explain = (fault: FaultView) => Explanation | undefined;

const WORDS = ruleNamed('Name').body.first;

export class FaultView {
    /** Number of the token that does not fit. */
    readonly index: number;
    readonly token: Token;
    /** The token before it on the same line. */
    readonly before: Token | undefined;
    /** Numbers of the first and last token on its line. */
    readonly lineStart: number;
    readonly lineEnd: number;

    constructor(
        private readonly fault: SyntaxFault,
        readonly tokens: readonly Token[],
        readonly source: SourceText,
    ) {
        this.index = fault.token;
        this.token = tokens[fault.token] as Token;
        const last = this.atEnd && fault.token > 0 ? fault.token - (tokens[fault.token - 1]?.tokenType.name === 'NL' && fault.token > 1 ? 2 : 1) : fault.token;
        let start = last;
        while (start > 0 && !(tokens[start] as Token).startsLine && !isLineEnd(tokens[start - 1])) start--;
        this.lineStart = start;
        let end = last;
        while (!isLineEnd(tokens[end + 1]) && tokens[end + 1]?.startsLine === false) end++;
        this.lineEnd = end;
        this.before = start < fault.token ? tokens[fault.token - 1] : undefined;
    }

    /** Name of a token's type, by its distance from the fault; empty off the text. */
    name(distance = 0): string {
        return this.tokens[this.index + distance]?.tokenType.name ?? '';
    }

    image(distance = 0): string {
        return this.tokens[this.index + distance]?.image ?? '';
    }

    /** Whether a token could have been of this type here. */
    expects(name: string): boolean {
        const { index } = tokenType(name);
        return this.fault.expected.some((step) => has(step.first, index));
    }

    /** Whether only these could have stood here. */
    expectsOnly(...names: string[]): boolean {
        const allowed = new Set(names.map((name) => tokenType(name).index));
        const { expected } = this.fault;
        return (
            expected.length > 0 &&
            expected.every((step) =>
                step.first.every(
                    (bits, word) => bits === 0 || [...Array(32).keys()].every((bit) => ((bits >>> bit) & 1) === 0 || allowed.has(word * 32 + bit)),
                ),
            )
        );
    }

    get expected(): SyntaxFault['expected'] {
        return this.fault.expected;
    }

    /** Whether the fault lies in this rule. */
    within(rule: string): boolean {
        return this.fault.rules.includes(rule);
    }

    /** The innermost rule around the fault. */
    get rule(): string {
        return this.fault.rules[this.fault.rules.length - 1] ?? '';
    }

    /** At the end of a line, block or text, where there is nothing to point at. */
    get atEnd(): boolean {
        const { token } = this;
        if (isLineEnd(token) || token.tokenType.name === '}' || token.inserted) return true;
        // What must go on does not: the next line stands there instead.
        const before = this.tokens[this.index - 1]?.tokenType;
        return token.startsLine && before?.cannotEndLine === true && /^[a-z]/.test(before.name);
    }

    /** Whether a token can stand in an unquoted name. */
    isWord(index: number): boolean {
        const token = this.tokens[index];
        return token !== undefined && (token.tokenType.name === 'ID' || (token.tokenType.keyword && has(WORDS, token.tokenTypeIdx)));
    }

    range(first: number, last: number): SourceRange {
        return this.source.range((this.tokens[first] as Token).startOffset, endOf(this.tokens[last] as Token));
    }

    /** The token that does not fit; at the end of a line the one before, for there is nothing else to see. */
    get place(): SourceRange {
        if (!this.atEnd || this.index === 0) return this.range(this.index, this.index);
        return this.range(this.lineEnd, this.lineEnd);
    }

    text(first: number, last: number): string {
        return this.source.text.slice((this.tokens[first] as Token).startOffset, endOf(this.tokens[last] as Token));
    }

    replace(title: string, first: number, last: number, newText: string): Fix {
        return { title, edits: [{ range: this.range(first, last), newText }] };
    }

    /** With the blanks, or the line, that would be left over. */
    remove(title: string, first: number, last: number): Fix {
        const part = { offset: (this.tokens[first] as Token).startOffset, end: endOf(this.tokens[last] as Token) };
        return { title, edits: [removalOfStatement(this.source, part)] };
    }

    insert(title: string, offset: number, newText: string): Fix {
        return { title, edits: [{ range: this.source.range(offset, offset), newText }] };
    }
}

function isLineEnd(token: Token | undefined): boolean {
    return token === undefined || token.tokenType.name === 'NL' || token.tokenType.name === 'END';
}

/** A text on one line, cut to so many characters. */
export function shown(text: string, longest = 50): string {
    const line = text.replace(/\s+/g, ' ');
    return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line;
}
