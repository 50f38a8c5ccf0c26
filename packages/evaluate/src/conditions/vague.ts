// A condition under a word that the protocol does not define: a fact of its own, which implies the condition.
import type { Condition, Vague } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import type { Reason } from '../reason.js';
import { groupReason, leafReason } from '../reason.js';
import { conditionWords } from '../words/condition-words.js';
import { evaluatePresence } from './presence.js';
import { evaluateResponse } from './response.js';

export function evaluateVague(condition: Vague, context: Context): Reason {
    const { words, of } = unwrapped(condition);
    if (of.kind === 'presence') return evaluatePresence(of, context, words, condition);
    if (of.kind === 'response') return evaluateResponse(of, context, words, condition);
    const distributed = underWords(words, of);
    if (distributed !== null) return { ...context.evaluate(distributed, context), condition };
    const inner = context.evaluate(of, context);
    if (inner.verdict === 'not-met' || inner.verdict === 'not-applicable') return groupReason(condition, inner.verdict, [inner]);
    const because =
        inner.verdict === 'unknown' && inner.because !== null
            ? inner.because
            : `Whether it is "${words.join('", "')}" is for somebody to say: the protocol does not define it.`;
    return leafReason(condition, { verdict: 'unknown', because, facts: inner.facts, missing: [`whether: ${conditionWords(condition)}`] });
}

/** The words before a condition, outermost first, and the condition under them. */
export function unwrapped(condition: Vague): { words: string[]; of: Condition } {
    const words = [condition.qualifier];
    let of = condition.condition;
    while (of.kind === 'vague') {
        words.push(of.qualifier);
        of = of.condition;
    }
    return { words, of };
}

/** A group with the words before each of its items, since they are said of its subject; null for a condition that is no group. */
export function underWords(words: readonly string[], of: Condition): Condition | null {
    const flagged = (item: Condition): Condition =>
        words.reduceRight<Condition>(
            (inner, qualifier) => ({ kind: 'vague', qualifier, condition: inner, ...(item.range === undefined ? {} : { range: item.range }) }),
            item,
        );
    switch (of.kind) {
        case 'all':
        case 'any':
            return { ...of, of: of.of.map(flagged) };
        case 'not':
        case 'repeated':
            return { ...of, of: flagged(of.of) };
        case 'count':
            return { ...of, items: of.items.map((item) => ({ ...item, condition: flagged(item.condition) })) };
        default:
            return null;
    }
}
