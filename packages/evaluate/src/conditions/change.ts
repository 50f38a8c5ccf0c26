// A measure falls, rises or changes by so much: as stated, or computed from two values.
import type { Change } from '@crit-lang/model/criteria/condition.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Context } from '../context.js';
import { clockFor, windowOf } from '../context.js';
import { meaningKey } from '../knowledge/same-meaning.js';
import type { ChangeFact, Origin } from '../patient/facts.js';
import type { Judgement, Reason } from '../reason.js';
import { groupReason, leafReason, notApplicable } from '../reason.js';
import { lastingSatisfies } from '../time/duration-order.js';
import { isInside, pointSpan, singlePoint, spanOf } from '../time/span.js';
import type { Interval } from '../values/interval.js';
import { EVERYTHING, compareInterval, intersection, intervalWords, isEmpty, isUnbounded } from '../values/interval.js';
import { absolute, divide, multiply, negate, subtract } from '../values/interval-arithmetic.js';
import { limitValue } from '../values/limit-value.js';
import { measureKey } from '../values/measure-key.js';
import { knownValue } from '../values/value-at.js';
import type { Truth } from '../verdict.js';
import { every, some } from '../verdict.js';
import { conditionWords } from '../words/condition-words.js';
import { chooseCase } from './choose-case.js';
import { boundLimit, isReplaced } from './comparison.js';
import { contradiction } from './presence.js';
import { refinementsHold } from './refinement.js';

export function evaluateChange(condition: Change, context: Context): Reason {
    if (isReplaced(condition.measure, context)) return notApplicable(condition, 'Another criterion stands in place of this one for it.');
    const amount = boundLimit(condition.amount, context);
    if (amount.kind === 'cases') {
        const rows = amount.rows.map(({ when, limit }) => ({ when, then: () => evaluateChange({ ...condition, amount: limit }, context) }));
        const { verdict, because, defects, parts } = chooseCase(rows, context);
        return groupReason(condition, verdict, parts, because, defects);
    }
    return leafReason(condition, judge({ ...condition, amount }, context));
}

function judge(condition: Change, context: Context): Judgement {
    const unknown = (because: string, facts: Origin[] = []): Judgement => ({
        verdict: 'unknown',
        because,
        facts,
        missing: [`whether: ${conditionWords(condition)}`],
    });
    const limit = limitValue(condition.amount);
    if (limit?.scale !== 'absolute') return unknown('The amount is not a number that changes can be compared with.');
    const facts = factsAbout(condition, context);
    const computed = computedChange(condition, context);
    const signed = facts.reduce((known, fact) => intersection(known, fact.signed ?? EVERYTHING), computed.interval);
    const size = facts.reduce((known, fact) => intersection(known, fact.size), absolute(signed));
    // A change of at most 5 is neither a fall nor a rise by more.
    const within = size.high === null ? signed : intersection(signed, { low: { ...size.high, value: size.high.value.negate() }, high: size.high });
    const origins = [...facts.map(({ origin }) => origin), ...computed.facts];
    if (isEmpty(signed) || isEmpty(size)) return contradiction(origins);
    const known: Interval = condition.direction === 'rises' ? within : condition.direction === 'falls' ? negate(within) : size;
    if (isUnbounded(known) || origins.length === 0) return unknown('The change is not given.', origins);
    const amount = { low: { value: limit.value, open: false }, high: { value: limit.value, open: false } };
    const verdict = every([compareInterval(known, condition.operator, amount), beyondTheAmount(condition, facts, context)]);
    const because = `The change is ${intervalWords(known)}.`;
    return verdict === 'unknown' ? unknown('What is said does not settle it.', origins) : { verdict, because, facts: origins, missing: [] };
}

function factsAbout(condition: Change, context: Context): ChangeFact[] {
    const clock = clockFor(context, null);
    const span = spanOf(windowOf(condition.window, context));
    const from = condition.from === null ? null : meaningKey(condition.from);
    const over = condition.over === null ? null : meaningKey(condition.over);
    // Without "from" and "over" the criterion takes any change; with them, the change since then and over that time.
    return context.patient.changes.filter(
        (fact) =>
            fact.key === measureKey(condition.measure) &&
            fact.basis === condition.basis &&
            isInside(fact.span, span, clock) &&
            (from === null || fact.from === from) &&
            (over === null || fact.over === over),
    );
}

// From the value at the anchor to that at the end of the window, when both are known.
function computedChange(condition: Change, context: Context): { interval: Interval; facts: Origin[] } {
    const none = { interval: EVERYTHING, facts: [] };
    if (condition.from === null || condition.basis === null || condition.over !== null) return none;
    const span = spanOf(windowOf(condition.window, context));
    if (singlePoint(span, clockFor(context, null)) === null) return none;
    const value = (at: typeof span): ReturnType<typeof knownValue> =>
        knownValue({ expression: condition.measure, scale: 'absolute', span: at, method: null, circumstance: null }, context);
    const [start, end] = [value(pointSpan({ anchor: condition.from, offset: null })), value(span)];
    if (isUnbounded(start.interval) || isUnbounded(end.interval) || start.facts.length === 0 || end.facts.length === 0) return none;
    const difference = subtract(end.interval, start.interval);
    const facts = [...start.facts, ...end.facts];
    return { interval: condition.basis === 'absolute' ? difference : divide(multiply(difference, HUNDRED), start.interval), facts };
}

const HUNDRED: Interval = { low: { value: Rational.of(100n), open: false }, high: { value: Rational.of(100n), open: false } };

function beyondTheAmount(condition: Change, facts: readonly ChangeFact[], context: Context): Truth {
    const { halfLife } = clockFor(context, null);
    const lasting =
        condition.lasting === null
            ? 'met'
            : facts.length === 0
              ? 'unknown'
              : some(facts.map((fact) => lastingSatisfies(fact.lasting, condition.lasting, halfLife)));
    const known = facts.flatMap((fact) => fact.refinements);
    return every([lasting, refinementsHold(known, condition.refinements, { window: condition.window, closed: false }, context)]);
}
