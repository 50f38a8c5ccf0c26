// Free text: statements, agreements, judgements, and what the source does not give. Known only where the record says so in the same words.
import type { Statement, Unresolved, Unspecified } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import type { Reason } from '../reason.js';
import { leafReason } from '../reason.js';
import { conditionWords } from '../words/condition-words.js';
import { contradiction } from './presence.js';
import { plainText } from './refinement.js';

export function evaluateStatement(condition: Statement, context: Context): Reason {
    return byText(
        condition,
        condition.text,
        condition.class === 'attestation' ? (condition.verb ?? 'agrees to') : condition.class,
        'Whether it is so is not recorded.',
        context,
    );
}

/** A hole: neither true nor false, unless it is assumed. */
export function evaluateUnspecified(condition: Unspecified, context: Context): Reason {
    return byText(condition, condition.text, 'unspecified', 'The source does not give it, so nobody can meet or fail it.', context);
}

export function evaluateUnresolved(condition: Unresolved): Reason {
    return leafReason(condition, {
        verdict: 'unknown',
        because: 'This line of the criterion could not be read.',
        facts: [],
        missing: ['a line of the criterion that can be read'],
    });
}

function byText(condition: Statement | Unspecified, text: string, verb: string, because: string, context: Context): Reason {
    const facts = context.patient.statements.filter((fact) => plainText(fact.text) === plainText(text) && (fact.verb === null || fact.verb === verb));
    const origins = facts.map(({ origin }) => origin);
    const [first] = facts;
    if (first === undefined) return leafReason(condition, { verdict: 'unknown', because, facts: [], missing: [conditionWords(condition)] });
    if (facts.some((fact) => fact.holds !== first.holds)) return leafReason(condition, contradiction(origins));
    return leafReason(condition, { verdict: first.holds ? 'met' : 'not-met', because: null, facts: origins, missing: [] });
}
