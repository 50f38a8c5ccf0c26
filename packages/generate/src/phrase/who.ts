// Whom a guard or a row of a table speaks of: "who are female and of childbearing potential", "with liver metastases".
import type { Condition, Fact } from '@crit-lang/model/criteria/condition.js';
import type { PhraseContext } from './context.js';
import { factText, isNoun } from './fact.js';
import { onOneLine } from './phrase.js';
import { windowAfter } from './time.js';

/** Completes "participants …" so that it selects those for whom the condition holds. */
export function whoText(condition: Condition, context: PhraseContext): string {
    const parts = condition.kind === 'all' && condition.of.length > 0 ? condition.of : [condition];
    const facts = parts.filter(isFact).map((part) => factAdjective(part, context));
    const others = parts.filter((part) => !isFact(part)).map((part) => otherText(part, context));
    const are = facts.length === 0 ? [] : [`who are ${facts.join(' and ')}`];
    return [...are, ...(others.length === 0 ? [] : [others.join(' and ')])].join(', ');
}

type FactOrNot = Fact | { kind: 'not'; of: Condition };

function isFact(condition: Condition): condition is FactOrNot {
    return (condition.kind === 'fact' && !isNoun(condition.term)) || (condition.kind === 'not' && condition.of.kind === 'fact' && !isNoun(condition.of.term));
}

function factAdjective(part: FactOrNot, context: PhraseContext): string {
    if (part.kind === 'not') {
        return part.of.kind === 'fact' ? `not ${factAdjective(part.of, context)}` : '';
    }
    return factText(part.term, context) + windowAfter(part.window);
}

const AGE = /^age (?=[≥≤<>=]|from )/u;

function otherText(condition: Condition, context: PhraseContext): string {
    const text = onOneLine(context.say(condition, context));
    switch (condition.kind) {
        case 'meets':
            return `who ${text.replace(/^meets /u, 'meet ')}`;
        case 'fact':
            return `with a ${text}`;
        case 'statement':
        case 'unspecified':
        case 'unresolved':
            return `for whom this holds: ${text}`;
        default:
            return AGE.test(text) ? text.replace(AGE, 'aged ') : `with ${text}`;
    }
}
