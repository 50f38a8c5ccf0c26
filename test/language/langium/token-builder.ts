// The tokens of the grammar for Chevrotain: phrase keywords ("at least") are one token, and a unit is one token directly after a number.
import type { CustomPatternMatcherFunc, IToken, TokenType, TokenVocabulary } from 'chevrotain';
import type { GrammarAST, TokenBuilderOptions } from 'langium';
import { DefaultTokenBuilder } from 'langium';
import { scanUnit } from '@crit-lang/model/units/scan.js';

/** Characters that continue a word; a phrase keyword must not end in the middle of one. */
const CONTINUES_WORD = 'A-Za-z0-9_\\u00aa\\u00b5\\u00ba\\u00c0-\\u024f\\u0370-\\u03ff\\u0400-\\u04ff\\u1e00-\\u1eff';

const UNIT_KEYWORDS = new Set(['unit', 'usual units']);

/** The phrases and words of the language, by name of their token; a unit never starts with one of them. */
export class GrammarTokens extends DefaultTokenBuilder {
    private readonly stopWords = new Set<string>();

    // Units are tried first: '/mm3' after a number is a unit although '/' is a keyword.
    override buildTokens(grammar: GrammarAST.Grammar, options?: TokenBuilderOptions): TokenVocabulary {
        const tokens = super.buildTokens(grammar, options) as TokenType[];
        const units = tokens.filter((token) => token.name === 'UNIT');
        return [...units, ...tokens.filter((token) => token.name !== 'UNIT')];
    }

    protected override buildKeywordPattern(keyword: GrammarAST.Keyword): RegExp | string {
        const text = keyword.value;
        for (const word of text.split(' ')) if (/^[A-Za-z]/.test(word)) this.stopWords.add(word);
        if (!text.includes(' ')) return text;
        const body = text
            .split(' ')
            .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
            .join('[ \\t]+');
        return new RegExp(`${body}(?![${CONTINUES_WORD}-])`);
    }

    protected override buildTerminalToken(terminal: GrammarAST.TerminalRule): TokenType {
        if (terminal.name !== 'UNIT') return super.buildTerminalToken(terminal);
        return {
            name: 'UNIT',
            PATTERN: this.matchUnit,
            LINE_BREAKS: false,
            START_CHARS_HINT: unitStartCharacters(),
        };
    }

    // A unit may only follow a number on the same line, the keyword 'unit', or a comma in a list of units.
    private readonly matchUnit: CustomPatternMatcherFunc = (text, offset, tokens) => {
        if (!expectsUnit(tokens)) return null;
        // In a vocabulary a unit may start with a number: unit 10^9/L.
        const power = afterNumber(tokens) ? 0 : leadingPower(text, offset);
        const length = power + scanUnit(text, offset + power, { stopWords: this.stopWords });
        return length === 0 ? null : ([text.substring(offset, offset + length)] as unknown as RegExpExecArray);
    };
}

function afterNumber(tokens: readonly IToken[]): boolean {
    return tokens[tokens.length - 1]?.tokenType.name === 'NUMBER';
}

const POWER = /10[\^*]\d{1,2}/y;

function leadingPower(text: string, offset: number): number {
    POWER.lastIndex = offset;
    return POWER.exec(text)?.[0].length ?? 0;
}

function expectsUnit(tokens: readonly IToken[]): boolean {
    if (afterNumber(tokens)) return true;
    const last = tokens[tokens.length - 1];
    if (last === undefined) return false;
    if (UNIT_KEYWORDS.has(last.tokenType.name)) return startsLine(tokens[tokens.length - 2]);
    return last.image === ',' && tokens[tokens.length - 2]?.tokenType.name === 'UNIT' && listStartsWithUnits(tokens);
}

// 'unit' asks for a unit only as the first word of a property; in 'intensive care unit' it is part of a name.
function startsLine(before: IToken | undefined): boolean {
    return before === undefined || before.tokenType.name === 'NL' || before.image === '{' || before.image === ';';
}

function listStartsWithUnits(tokens: readonly IToken[]): boolean {
    for (let i = tokens.length - 1; i >= 0; i--) {
        const token = tokens[i];
        if (token === undefined) return false;
        if (UNIT_KEYWORDS.has(token.tokenType.name)) return true;
        if (token.image !== ',' && token.tokenType.name !== 'UNIT') return false;
    }
    return false;
}

// Chevrotain picks candidates by the first character; this names every one with which a unit can start.
function unitStartCharacters(): (string | number)[] {
    const characters: (string | number)[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%/[*'];
    for (let code = 0x80; code <= 0xff; code++) characters.push(code);
    // Above that, Chevrotain keeps buckets of 255 characters.
    for (let code = 0x100; code < 0xffff; code += 64) characters.push(code);
    return characters;
}
