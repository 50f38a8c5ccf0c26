// The value of a rule that stands for a text: names with single blanks, strings without their quotes, keywords as the grammar writes them.
import type { Rule } from './step.js';
import type { Token } from './token.js';
import { endOf } from './token.js';
import { nameValue, textValue } from '../written-values.js';

/** The value of tokens `first` to `end` (excluded) as read by a text rule. */
export function textRuleValue(rule: Rule, tokens: readonly Token[], first: number, end: number, text: string): string {
    const only = tokens[first] as Token;
    if (rule.name === 'Text') return textValue(only.image);
    if (end === first + 1 && only.tokenType.keyword) return only.tokenType.name;
    // One word is the whole name most of the time.
    if (end === first + 1 && only.tokenType.name !== 'QUOTED_NAME' && only.tokenType.name !== 'OPEN_QUOTED_NAME') return only.image;
    return nameValue(text.slice(only.startOffset, endOf(tokens[end - 1] as Token)));
}

/** The value of a single token. */
export function tokenValue(token: Token): string {
    return token.tokenType.keyword ? token.tokenType.name : token.image;
}
