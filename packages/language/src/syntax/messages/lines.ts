// Explains lines in which a quote is lost, words of the language are joined in ways it does not have, or two conditions stand side by side.
import { endOf } from '../parser/token.js';
import type { Token } from '../parser/token.js';
import type { Explain, Explanation } from './fault-view.js';
import type { SourceText } from '../source-text.js';

/** With one of these a condition begins. */
export const VERBS = new Set([
    'has',
    'had',
    'ever had',
    'never had',
    'uses',
    'used',
    'ever used',
    'never used',
    'started',
    'stopped',
    'plans',
    'meets',
    'diagnosed with',
    'onset of',
    'not',
]);

/** A text where none fits, and a quote that is not closed later on the line: words and texts have changed places. */
export const explainLostQuote: Explain = (fault) => {
    if (fault.name() !== 'STRING') return undefined;
    const open = fault.tokens.slice(fault.index, fault.lineEnd + 1).some(({ tokenType }) => tokenType.name === 'OPEN_STRING');
    if (!open) return undefined;
    return { message: 'A double quote is missing before this place: what reads as text here are words, and the words are text.', range: fault.place };
};

/** has SLE and/or has RA. */
export const explainAndOr: Explain = (fault) => {
    for (let index = fault.lineStart; index <= fault.index; index++) {
        const found = fault.tokens[index] === undefined ? undefined : andOr(fault.tokens[index] as Token, fault.source);
        if (found !== undefined) return found;
    }
    return undefined;
};

/** What to say of 'and/or'; undefined for other tokens. */
export function andOr(token: Token, source: SourceText): Explanation | undefined {
    if (!/^(?:and\/or|or\/and)$/i.test(token.image)) return undefined;
    const range = source.range(token.startOffset, endOf(token));
    return {
        message: "Write 'or': it means at least one of them, both included. For a list of names write any of { …, … }.",
        range,
        fixes: [{ title: "Write 'or'", edits: [{ range, newText: 'or' }] }],
    };
}

/** What to say of AND and OR between two words; undefined for other tokens. */
export function capitalJoiner(tokens: readonly Token[], index: number, source: SourceText): Explanation | undefined {
    const token = tokens[index] as Token;
    if (token.image !== 'AND' && token.image !== 'OR') return undefined;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (before?.tokenType.name !== 'ID' || token.startsLine || after === undefined || after.startsLine || after.tokenType.name === 'NL') return undefined;
    return lowerCase(token, source);
}

/** Says that a word of the language is written in lower case. */
export function lowerCase(token: Token, source: SourceText): Explanation {
    const lower = token.image.toLowerCase();
    const range = source.range(token.startOffset, endOf(token));
    return {
        message: `Words of the language are written in lower case: ${lower}.`,
        range,
        fixes: [{ title: `Write '${lower}'`, edits: [{ range, newText: lower }] }],
    };
}

/** inadequate response methotrexate. */
export const explainResponse: Explain = (fault) => {
    if (!fault.expects('to') || !['inadequate response', 'loss of response', 'intolerance', 'contraindication'].includes(fault.name(-1))) return undefined;
    return {
        message: `Say to what: ${fault.image(-1)} to ….`,
        range: fault.place,
        fixes: fault.atEnd ? [] : [fault.insert("Write 'to'", fault.token.startOffset, 'to ')],
    };
};

/** has SLE has RA; creatinine > 1.5 mg/dL ALT > 3 x ULN. */
export const explainSecondCondition: Explain = (fault) => {
    if (fault.before === undefined || fault.rule === 'CritFile' || fault.rule === 'Section') return undefined;
    const complete = ['NUMBER', 'UNIT', 'ULN', 'LLN', '}', ')', 'STRING', 'positive', 'negative'].includes(fault.name(-1)) || fault.isWord(fault.index - 1);
    if (!complete || !(VERBS.has(fault.name()) || (fault.name() === 'ID' && !fault.isWord(fault.index - 1)))) return undefined;
    const indent = ' '.repeat(fault.source.positionAt((fault.tokens[fault.lineStart] as Token).startOffset).character);
    const at = fault.source.range(endOf(fault.before), fault.token.startOffset);
    return {
        message: `A second condition begins here with '${fault.image()}'. Put it on a line of its own, or say how the two are joined: and, or.`,
        range: fault.place,
        fixes: [{ title: 'Begin a new line', edits: [{ range: at, newText: `\n${indent}` }] }],
    };
};
