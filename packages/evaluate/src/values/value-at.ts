// What is known of a measured value at one point in time or of the latest in a stretch: by facts, by definition, and by what links measures.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Context } from '../context.js';
import { clockFor } from '../context.js';
import { key } from '../knowledge/knowledge.js';
import type { Origin, Scale, ValueFact } from '../patient/facts.js';
import type { Clock } from '../time/point.js';
import type { Span } from '../time/span.js';
import { endTogether, isInside, pointSpan, singlePoint } from '../time/span.js';
import { computedValue } from './computed-value.js';
import { doseAt } from './dose.js';
import type { Interval } from './interval.js';
import { EVERYTHING, intersection, isUnbounded } from './interval.js';
import { divide, multiply } from './interval-arithmetic.js';
import { domainOf } from './measure-key.js';
import type { How } from './value-facts.js';
import { factsAbout } from './value-facts.js';

export interface Known {
    interval: Interval;
    facts: Origin[];
}

export const NOTHING_KNOWN: Known = { interval: EVERYTHING, facts: [] };

/** A value that is asked for: of a measure on a scale, at a point or as the latest in a stretch of time. */
export interface Asked extends How {
    expression: MeasureExpression;
    scale: Scale;
    span: Span;
}

/** What is known of the value. `seen` ends circles of declared links. */
export function knownValue(asked: Asked, context: Context, seen: readonly string[] = []): Known {
    let known = statedValue(asked, context);
    const { expression, scale } = asked;
    if (scale === 'absolute') {
        if (expression.kind === 'number' && expression.quantity.canonical !== null)
            known = also(known, exactly(Rational.from(expression.quantity.canonical.value)));
        if (expression.kind === 'dose') known = also(known, doseAt(asked, context));
        if (expression.kind === 'arithmetic')
            known = also(
                known,
                computedValue(expression, (part) => knownValue({ ...asked, expression: part }, context, seen), context),
            );
        if (expression.kind === 'measure') known = also(known, { interval: domainOf(context.knowledge.term(expression.term)), facts: [] });
        if (expression.kind === 'measure') known = also(known, linkedValue(asked, expression.term, context, seen));
    }
    return also(known, throughNormalLimit(asked, context));
}

function exactly(value: Rational): Known {
    return { interval: { low: { value, open: false }, high: { value, open: false } }, facts: [] };
}

/** Both hold; facts that say nothing are not named. */
function also(first: Known, second: Known): Known {
    if (isUnbounded(second.interval)) return first;
    return { interval: intersection(first.interval, second.interval), facts: [...first.facts, ...second.facts] };
}

function statedValue(asked: Asked, context: Context): Known {
    const clock = clockFor(context, null);
    const facts = factsAbout(asked.expression, asked, context).filter((fact) => fact.scale === asked.scale && speaksOf(fact, asked.span, clock));
    return facts.reduce<Known>((known, fact) => also(known, { interval: fact.interval, facts: [fact.origin] }), NOTHING_KNOWN);
}

// The value at the end of a closed stretch is the latest in it; so is the latest of a shorter stretch with the same end.
function speaksOf(fact: ValueFact, span: Span, clock: Clock): boolean {
    const point = singlePoint(span, clock);
    const end = point ?? (span.to === null || span.openTo ? null : span.to);
    if (fact.pick === 'every') return isInside(point === null ? span : pointSpan(point), fact.span, clock);
    if (singlePoint(fact.span, clock) !== null) return end !== null && isInside(fact.span, pointSpan(end), clock);
    return fact.pick === 'latest' && point === null && endTogether(fact.span, span, clock) && isInside(fact.span, span, clock);
}

// ANC <= WBC: a bound of the one is a bound of the other, at the same point in time.
function linkedValue(asked: Asked, term: string, context: Context, seen: readonly string[]): Known {
    if (singlePoint(asked.span, clockFor(context, null)) === null) return NOTHING_KNOWN;
    const through = [...seen, key(term)];
    return context.knowledge.linksOf(term).reduce<Known>((known, { side, other, strict }) => {
        if (through.includes(key(other)) || !sameUnit(term, other, context)) return known;
        const linked = knownValue(
            { ...asked, method: null, circumstance: null, expression: { kind: 'measure', term: other, component: null } },
            context,
            through,
        );
        const bound = side === 'lower' ? linked.interval.high : linked.interval.low;
        if (bound === null) return known;
        const open = bound.open || strict;
        const interval: Interval = side === 'lower' ? { low: null, high: { ...bound, open } } : { low: { ...bound, open }, high: null };
        return also(known, { interval, facts: linked.facts });
    }, NOTHING_KNOWN);
}

function sameUnit(first: string, second: string, { knowledge }: Context): boolean {
    const [one, two] = [knowledge.term(first)?.unit ?? null, knowledge.term(second)?.unit ?? null];
    if (one === two) return true;
    const [from, to] = [parseUnit(one ?? '1'), parseUnit(two ?? '1')];
    if (!from.ok || !to.ok) return false;
    const converted = convert(Rational.ONE, from.unit, to.unit);
    return converted.ok && converted.value.equals(Rational.ONE);
}

// Where the protocol declares the limit of normal, the value and its multiple of the limit are linked.
function throughNormalLimit(asked: Asked, context: Context): Known {
    const { expression, scale } = asked;
    if (expression.kind !== 'measure' || scale === 'titer') return NOTHING_KNOWN;
    const through = (limit: 'ULN' | 'LLN'): Known => {
        const declared = context.knowledge.normalLimit(expression.term, limit);
        if (declared === null) return NOTHING_KNOWN;
        const normal: Interval = { low: { value: declared.low, open: false }, high: { value: declared.high, open: false } };
        const other = statedValue({ ...asked, scale: scale === 'absolute' ? limit : 'absolute' }, context);
        if (isUnbounded(other.interval)) return NOTHING_KNOWN;
        return { interval: scale === 'absolute' ? multiply(other.interval, normal) : divide(other.interval, normal), facts: other.facts };
    };
    return scale === 'absolute' ? also(through('ULN'), through('LLN')) : through(scale);
}
