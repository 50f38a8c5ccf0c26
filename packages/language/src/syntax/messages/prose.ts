// Explains sentences that were pasted without quotes, and numbering before them.
import type { Token } from '../parser/token.js';
import { quoteText } from '../written-values.js';
import type { Explain } from './fault-view.js';

const SENTENCE_WORDS = new Set([
    'the',
    'a',
    'an',
    'must',
    'should',
    'be',
    'been',
    'are',
    'was',
    'were',
    'that',
    'this',
    'these',
    'their',
    'which',
    'who',
    'have',
    'having',
    'may',
    'can',
    'will',
    'his',
    'her',
    'as',
    'defined',
    'following',
    'participant',
    'participants',
    'patients',
    'subject',
    'subjects',
    'based',
    'including',
    'prior',
    'known',
    'than',
]);

/** Participants must be able to walk. */
export const explainProse: Explain = (fault) => {
    if (!(
        fault.within('CriterionItem') ||
        fault.within('Line') ||
        fault.rule === 'CriterionBody' ||
        fault.rule === 'Criterion' ||
        fault.rule === 'Definition' ||
        fault.rule === 'Body'
    ))
        return undefined;
    const line = fault.tokens.slice(fault.lineStart, fault.lineEnd + 1);
    if (line.some(({ tokenType }) => tokenType.name === '{' || tokenType.name === 'STRING')) return undefined;
    const words = line.filter(({ tokenType }) => tokenType.name === 'ID');
    const telling = words.filter(({ image }) => SENTENCE_WORDS.has(image.toLowerCase())).length;
    if (words.length < 4 || telling < 2) return undefined;
    const first = afterNumbering(line, fault.lineStart);
    const last = fault.text(fault.lineEnd, fault.lineEnd) === '}' ? fault.lineEnd - 1 : fault.lineEnd;
    const text = quoteText(fault.text(first, last).trim());
    return {
        message:
            'This line is a sentence. Write the rule in words of the language; or keep the sentence as it is with statement "…" (then nothing in it can be checked), or beside the rule with wording "…".',
        range: fault.range(fault.lineStart, last),
        fixes: [
            fault.replace('Keep it as a statement', fault.lineStart, last, `statement ${text}`),
            fault.replace('Keep it as the original wording', fault.lineStart, last, `wording ${text}`),
        ],
    };
};

/** 1. Age …; a) Age …; - Age … */
export const explainNumbering: Explain = (fault) => {
    if (fault.index === fault.lineStart && (fault.image() === '-' || fault.image() === '*' || fault.image() === '+')) {
        return {
            message: 'Items of a block need no bullet: each stands on a line of its own. Remove it.',
            range: fault.place,
            fixes: [fault.remove('Remove the bullet', fault.index, fault.index)],
        };
    }
    const first = afterNumbering(fault.tokens.slice(fault.lineStart, fault.lineEnd + 1), fault.lineStart);
    if (first === fault.lineStart || fault.index > first || first > fault.lineEnd) return undefined;
    return {
        message: 'Items need no numbering: each stands on a line of its own. Remove it.',
        range: fault.range(fault.lineStart, first - 1),
        fixes: [fault.remove('Remove the numbering', fault.lineStart, first - 1)],
    };
};

/** Number of the first token behind '1.', 'a)', '(2)' at the start of a line. */
function afterNumbering(line: readonly Token[], start: number): number {
    const [first, second, third] = line;
    const isMark = (token: Token | undefined): boolean =>
        token?.tokenType.name === 'NUMBER' || (token?.tokenType.name === 'ID' && /^(?:[a-z]|[ivx]+)$/.test(token.image));
    if (first?.image === '(' && isMark(second) && third?.image === ')') return start + 3;
    if (isMark(first) && (second?.image === ')' || second?.image === '.')) return start + 2;
    return start;
}
