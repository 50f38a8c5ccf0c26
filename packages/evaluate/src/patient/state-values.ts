// Takes over facts about measured values and their changes.
import type { Change, Comparison, MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick } from '@crit-lang/model/criteria/time.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { meaningKey } from '../knowledge/same-meaning.js';
import { worstEndOf } from '../knowledge/worst-end.js';
import { spanOf } from '../time/span.js';
import { factorBetween, readUnit, unitOf } from '../values/computed-value.js';
import type { Interval } from '../values/interval.js';
import { EVERYTHING, complementOf, intervalOf, isUnbounded } from '../values/interval.js';
import { absolute, negate, scale } from '../values/interval-arithmetic.js';
import type { LimitValue } from '../values/limit-value.js';
import { limitValue } from '../values/limit-value.js';
import { measureKey } from '../values/measure-key.js';
import type { ValueFact } from './facts.js';
import type { Statement } from './state.js';
import { originOf, stateWhole, windowIn } from './state.js';

export function stateComparison(condition: Comparison, statement: Statement): void {
    const limit = limitIn(condition.right, statement);
    const interval = limit === null ? null : intervalIn(condition.left, condition.operator, limit, statement);
    const pick = pickOf(condition.pick ?? statement.defaultPick, statement.holds);
    if (limit === null || interval === null || pick === null || condition.left.kind === 'number') {
        stateWhole(condition, statement);
        return;
    }
    const { left, method, circumstance, refinements, lasting } = condition;
    const fact: ValueFact = {
        expression: left,
        key: measureKey(left),
        scale: limit.scale,
        interval,
        span: spanOf(windowIn(condition.window, statement)),
        pick,
        method,
        circumstance,
        refinements,
        lasting,
        origin: originOf(condition, statement),
    };
    statement.patient.values.push(fact);
    if ((condition.pick ?? statement.defaultPick) === 'worst') stateWorst(condition, fact, statement);
}

// No value is worse than the worst one: where the criteria say which end is the worst, that bounds every value.
function stateWorst(condition: Comparison, fact: ValueFact, statement: Statement): void {
    stateWhole({ ...condition, pick: 'worst' }, statement);
    if (statement.defaultPick === 'worst') stateWhole({ ...condition, pick: null }, statement);
    const end = worstEndOf(condition.left, statement.knowledge.document);
    const { low, high } = fact.interval;
    const interval = end === 'low' ? { low, high: null } : end === 'high' ? { low: null, high } : EVERYTHING;
    if (!isUnbounded(interval)) statement.patient.values.push({ ...fact, interval, pick: 'every' });
}

export function stateChange(condition: Change, statement: Statement): void {
    const limit = limitIn(condition.amount, statement);
    const amount = limit === null ? null : statement.holds ? intervalOf(condition.operator, limit.value) : complementOf(condition.operator, limit.value);
    if (limit?.scale !== 'absolute' || amount === null) {
        stateWhole(condition, statement);
        return;
    }
    const signed = condition.direction === 'rises' ? amount : condition.direction === 'falls' ? negate(amount) : null;
    const { basis, lasting, refinements } = condition;
    statement.patient.changes.push({
        key: measureKey(condition.measure),
        basis,
        signed,
        size: signed === null ? amount : absolute(signed),
        lasting,
        refinements,
        origin: originOf(condition, statement),
        from: condition.from === null ? null : meaningKey(condition.from),
        over: condition.over === null ? null : meaningKey(condition.over),
        span: spanOf(windowIn(condition.window, statement)),
    });
}

function limitIn(limit: Limit, statement: Statement): LimitValue | null {
    return limitValue(limit.kind === 'parameter' ? (statement.bindings.get(limit.name) ?? limit) : limit);
}

function intervalIn(left: MeasureExpression, operator: Comparison['operator'], limit: LimitValue, statement: Statement): Interval | null {
    const interval = statement.holds ? intervalOf(operator, limit.value) : complementOf(operator, limit.value);
    if (interval === null || limit.scale !== 'absolute' || left.kind !== 'arithmetic') return interval;
    const [from, to] = [readUnit(limit.unit), unitOf(left, statement)];
    const factor = from === null || to === null ? null : factorBetween(from, to);
    return factor === null ? null : scale(interval, factor);
}

// That not any value is so says that every value is otherwise. The worst value is one of the values; which, the criterion decides.
function pickOf(pick: ValuePick, holds: boolean): ValuePick | null {
    if (holds) return pick === 'worst' ? 'any' : pick;
    return pick === 'any' ? 'every' : pick === 'every' ? 'any' : pick === 'worst' ? null : pick;
}
