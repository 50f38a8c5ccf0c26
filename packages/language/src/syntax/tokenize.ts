// Turns a text into tokens: phrases are one token, a unit is one token behind its number, newlines that end no line are dropped.
// Written by hand so that a cold start pays for no table of patterns; a test compares it with the terminals of the grammar.
import { scanUnit } from '@crit-lang/model/units/scan.js';
import type { DepthFault } from './nesting.js';
import { Nesting } from './nesting.js';
import type { Token, TokenType } from './parser/token.js';
import { END, keywordType, makeToken, TOKEN_TYPES, tokenType, UNREADABLE } from './parser/token.js';
import { endOfWord, isWordPart, startsWord } from './word-characters.js';

export interface Tokens {
    /** All that the parser reads, the end of the text last; no blanks, no comments. */
    tokens: Token[];
    comments: Token[];
    depthFaults: DepthFault[];
}

const NL = tokenType('NL');
const NUMBER = tokenType('NUMBER');
const TITER = tokenType('TITER');
const UNIT = tokenType('UNIT');
const CODE = tokenType('CODE');
const TIMES = tokenType('TIMES');
const ID = tokenType('ID');
const STRING = tokenType('STRING');
const OPEN_STRING = tokenType('OPEN_STRING');
const QUOTED_NAME = tokenType('QUOTED_NAME');
const OPEN_QUOTED_NAME = tokenType('OPEN_QUOTED_NAME');
const BLOCK_COMMENT = tokenType('BLOCK_COMMENT');
const LINE_COMMENT = tokenType('LINE_COMMENT');
const COMMA = tokenType(',');
const SEMICOLON = tokenType(';');
const OPEN_BRACE = tokenType('{');

const UNIT_KEYWORDS: ReadonlySet<TokenType> = new Set([tokenType('unit'), tokenType('usual units')]);

const keywords = TOKEN_TYPES.filter((type) => type.keyword);

/** Phrases by their first word, longest first. */
const phrases = new Map<string, { type: TokenType; rest: string[] }[]>();
/** A unit never starts with one of these. */
const stopWords = new Set<string>();
/** Keywords that are no words, by their first character, longest first. */
const symbols = new Map<number, TokenType[]>();
for (const type of keywords) {
    const words = type.name.split(' ');
    for (const word of words) if (/^[A-Za-z]/.test(word)) stopWords.add(word);
    const [first = '', ...rest] = words;
    if (rest.length > 0) listOf(phrases, first).push({ type, rest });
    else if (!startsWord(first.charCodeAt(0))) listOf(symbols, first.charCodeAt(0)).push(type);
}

function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
    const list = map.get(key) ?? [];
    map.set(key, list);
    return list;
}

const CODE_PATTERN = /(?:mesh|icd10cm|doid|loinc|rxnorm|snomed|mondo|umls|atc|ncit|hp|omop|cvx):[A-Za-z0-9][A-Za-z0-9.-]*/y;
const BEFORE_LIMIT = /[ \t]*(?:ULN|LLN)/y;
const POWER_OF_TEN = /10[\^*]\d{1,2}/y;

/** The tokens of a text. Linear in its length; never throws. */
export function tokenize(text: string): Tokens {
    return new Tokenizer(text).run();
}

class Tokenizer {
    private readonly tokens: Token[] = [];
    private readonly comments: Token[] = [];
    private readonly nesting = new Nesting();
    private offset = 0;
    /** The newline since the last token. */
    private newline: Token | undefined;
    /** In a list of units: unit mg/dL, umol/L. */
    private inUnits = false;

    constructor(private readonly text: string) {}

    run(): Tokens {
        const { text } = this;
        while (this.offset < text.length) this.next(text.charCodeAt(this.offset));
        if (this.newline !== undefined && !this.nesting.tooDeep) this.tokens.push(this.newline);
        this.tokens.push(makeToken(END, '', text.length, false));
        return { tokens: this.tokens, comments: this.comments, depthFaults: this.nesting.faults };
    }

    private next(code: number): void {
        const { text, offset } = this;
        if (isBlank(code)) {
            this.offset++;
        } else if (code === 10 || code === 13) {
            let end = offset + 1;
            while (isNewlineOrBlank(text.charCodeAt(end))) end++;
            this.newline = makeToken(NL, text.slice(offset, end), offset, false);
            this.offset = end;
        } else if (this.expectsUnit() && this.unit()) {
            // The unit was taken.
        } else if (startsWord(code)) {
            this.word(code);
        } else if (code >= 48 && code <= 57) {
            this.number();
        } else if (code === 34 || code === 0x201c) {
            this.string(code);
        } else if (code === 39 || code === 0x2018) {
            this.quotedName(code);
        } else if (code === 47 && this.comment()) {
            // The comment was kept aside.
        } else {
            this.symbol(code);
        }
    }

    private emit(type: TokenType, end: number): void {
        const { newline, tokens, offset } = this;
        const token = makeToken(type, this.text.slice(offset, end), offset, newline !== undefined || tokens.length === 0);
        this.offset = end;
        if (newline !== undefined) {
            const last = tokens[tokens.length - 1];
            if (!this.nesting.tooDeep && (last === undefined || !(last.tokenType.cannotEndLine || type.continuesLine))) tokens.push(newline);
            this.newline = undefined;
        }
        const before = tokens[tokens.length - 1];
        this.inUnits = UNIT_KEYWORDS.has(type)
            ? startsProperty(token, before)
            : this.inUnits && (type === UNIT || (type === COMMA && before?.tokenType === UNIT));
        if (this.nesting.keeps(token)) tokens.push(token);
    }

    private expectsUnit(): boolean {
        const last = this.tokens[this.tokens.length - 1];
        if (last === undefined) return false;
        if (last.tokenType === NUMBER) return this.newline === undefined;
        return this.inUnits && (last.tokenType === COMMA || (last.tokenType !== UNIT && this.newline === undefined));
    }

    private unit(): boolean {
        const { text, offset } = this;
        // In a vocabulary a unit may start with a number: unit 10^9/L.
        const power = this.inUnits ? lengthOf(POWER_OF_TEN, text, offset) : 0;
        const length = power + scanUnit(text, offset + power, { stopWords });
        if (length > 0) this.emit(UNIT, offset + length);
        return length > 0;
    }

    private word(code: number): void {
        const { text, offset } = this;
        const end = endOfWord(text, offset);
        if (code === 0x78 && lengthOf(BEFORE_LIMIT, text, offset + 1) > 0) return this.emit(TIMES, offset + 1);
        if (text.charCodeAt(end) === 58) {
            const length = lengthOf(CODE_PATTERN, text, offset);
            if (length > 0) return this.emit(CODE, offset + length);
        }
        // No keyword is as long as this, and long words cost their length once more.
        if (end - offset > 40) return this.emit(ID, end);
        const word = text.slice(offset, end);
        for (const { type, rest } of phrases.get(word) ?? []) {
            const phraseEnd = this.endOfPhrase(rest, end);
            if (phraseEnd > 0) return this.emit(type, phraseEnd);
        }
        this.emit(keywordType(word) ?? ID, end);
    }

    /** Offset behind the remaining words of a phrase; 0 when others stand there. */
    private endOfPhrase(words: readonly string[], from: number): number {
        const { text } = this;
        let end = from;
        for (const word of words) {
            let start = end;
            while (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 9) start++;
            if (start === end || !text.startsWith(word, start)) return 0;
            end = start + word.length;
        }
        // 'at leastwise' and 'at least-squares' are other words.
        return isWordPart(text.charCodeAt(end)) || text.charCodeAt(end) === 45 ? 0 : end;
    }

    private number(): void {
        const { text, offset } = this;
        let end = digits(text, offset);
        if (text.charCodeAt(end) === 58 && isDigit(text.charCodeAt(end + 1))) return this.emit(TITER, digits(text, end + 1));
        if (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))) end = digits(text, end + 1);
        this.emit(NUMBER, end);
    }

    private string(open: number): void {
        const { text, offset } = this;
        const curly = open !== 34;
        for (let end = offset + 1; ; end++) {
            const code = text.charCodeAt(end);
            if (code === (curly ? 0x201d : 34)) return this.emit(STRING, end + 1);
            if (Number.isNaN(code) || code === 10 || code === 13) return this.emit(OPEN_STRING, end);
            if (code === 92 && !curly && !isLineEnd(text.charCodeAt(end + 1))) end++;
        }
    }

    // An apostrophe before a letter belongs to the name: 'Crohn's disease'.
    private quotedName(open: number): void {
        const { text, offset } = this;
        const close = open === 39 ? 39 : 0x2019;
        for (let end = offset + 1; ; end++) {
            const code = text.charCodeAt(end);
            if (code === close && end > offset + 1 && !isAsciiLetter(text.charCodeAt(end + 1))) return this.emit(QUOTED_NAME, end + 1);
            if (isLineEnd(code)) return this.emit(OPEN_QUOTED_NAME, end);
        }
    }

    private comment(): boolean {
        const { text, offset } = this;
        const second = text.charCodeAt(offset + 1);
        let end: number;
        if (second === 47) {
            end = offset + 2;
            while (!isLineEnd(text.charCodeAt(end))) end++;
        } else if (second === 42) {
            const close = text.indexOf('*/', offset + 2);
            if (close === -1) return false;
            end = close + 2;
        } else {
            return false;
        }
        const startsLine = this.newline !== undefined || this.tokens.length === 0;
        this.comments.push(makeToken(second === 47 ? LINE_COMMENT : BLOCK_COMMENT, text.slice(offset, end), offset, startsLine));
        this.offset = end;
        return true;
    }

    private symbol(code: number): void {
        const { text, offset } = this;
        if (code === 0xd7 && lengthOf(BEFORE_LIMIT, text, offset + 1) > 0) return this.emit(TIMES, offset + 1);
        const type = symbols.get(code)?.find(({ name }) => text.startsWith(name, offset));
        if (type !== undefined) return this.emit(type, offset + type.name.length);
        let end = offset + 1;
        while (isUnreadable(text.charCodeAt(end))) end++;
        this.emit(UNREADABLE, end);
    }
}

// 'unit' asks for a unit only as the first word of a property; in 'intensive care unit' it is part of a name.
function startsProperty(token: Token, before: Token | undefined): boolean {
    return token.startsLine || before === undefined || before.tokenType === OPEN_BRACE || before.tokenType === SEMICOLON;
}

/** Length of what a sticky pattern matches at an offset. */
function lengthOf(pattern: RegExp, text: string, offset: number): number {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0].length ?? 0;
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 0xa0 || code === 0x0c || code === 0x200b || code === 0xfeff;
const isNewlineOrBlank = (code: number): boolean => code === 10 || code === 13 || code === 32 || code === 9;
const isLineEnd = (code: number): boolean => code === 10 || code === 13 || Number.isNaN(code);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isAsciiLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

function isUnreadable(code: number): boolean {
    if (isNewlineOrBlank(code) || isBlank(code) || Number.isNaN(code) || isDigit(code) || startsWord(code)) return false;
    return code !== 34 && code !== 39 && code !== 0x201c && code !== 0x2018 && !symbols.has(code);
}

function digits(text: string, from: number): number {
    let end = from;
    while (isDigit(text.charCodeAt(end))) end++;
    return end;
}
