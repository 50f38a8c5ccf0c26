// The dose of a drug or class from the doses of its members, counted in the drug that the criterion names.
import type { MeasureExpression, Presence, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Context } from '../context.js';
import { clockFor } from '../context.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { key } from '../knowledge/knowledge.js';
import { isPartOf, withIndex } from '../knowledge/selection.js';
import type { ValueFact } from '../patient/facts.js';
import { isInside } from '../time/span.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Bound, Interval } from './interval.js';
import { EVERYTHING, intersection } from './interval.js';
import { add, scale } from './interval-arithmetic.js';
import type { Asked, Known } from './value-at.js';

type Dose = Extract<MeasureExpression, { kind: 'dose' }>;

/**
 * What is known of a dose: what is said of the whole class, and the sum of what is said of its members. The sum is the whole dose only where no other
 * member is in use: where the record is closed, or says that the drug is not used (then it is 0); otherwise it is the least that the dose can be.
 */
export function doseAt(asked: Asked, context: Context): Known {
    const dose = asked.expression;
    if (dose.kind !== 'dose') return { interval: EVERYTHING, facts: [] };
    const what = withIndex(dose.of, context.index);
    if (what === null) return { interval: EVERYTHING, facts: [] };
    const clock = clockFor(context, what.term);
    const facts = context.patient.values.filter(
        (fact) =>
            fact.expression.kind === 'dose' && fact.scale === 'absolute' && isInside(fact.span, asked.span, clock) && isInside(asked.span, fact.span, clock),
    );
    const parts = facts.flatMap((fact) => partOf(fact, dose, what, context) ?? []);
    const wholes = parts.filter(({ of }) => isPartOf(what, of, context.knowledge));
    const members = parts.filter((part) => !wholes.includes(part));
    const sum = sumOf(members, context.knowledge);
    const complete = isComplete(asked, what, wholes.length > 0, members, context);
    const fromMembers = complete ? sum : members.length === 0 ? EVERYTHING : { low: sum.low, high: null };
    const interval = [...wholes.map((whole) => whole.interval), fromMembers].reduce(intersection, EVERYTHING);
    return { interval, facts: parts.map(({ fact }) => fact.origin) };
}

const NONE: Bound = { value: Rational.ZERO, open: false };

interface Part {
    of: TermSelection;
    interval: Interval;
    fact: ValueFact;
}

/** The sum over what is said of several drugs and classes. The dose of a class holds those of its members, so they are not added to it: it is no less than they are. */
function sumOf(parts: readonly Part[], knowledge: Knowledge): Interval {
    const within = (inner: Part, outer: Part): boolean => isPartOf(inner.of, outer.of, knowledge);
    const below = (inner: Part, outer: Part): boolean => within(inner, outer) && !within(outer, inner);
    const left = parts.filter((part) => !parts.some((other) => below(part, other)));
    let total: Interval = { low: NONE, high: NONE };
    while (left.length > 0) {
        const first = left[0];
        if (first === undefined) break;
        const same = left.filter((part) => within(part, first));
        const members = parts.filter((part) => below(part, first));
        const least: Interval = { low: members.length === 0 ? NONE : sumOf(members, knowledge).low, high: null };
        const own = same.map((part) => part.interval).reduce(intersection, least);
        total = add(total, own);
        for (const part of same) left.splice(left.indexOf(part), 1);
    }
    return total;
}

// A dose of a member, in the unit drug of the criterion. Doses of one drug are counted as they are.
function partOf(fact: ValueFact, asked: Dose, what: NonNullable<ReturnType<typeof withIndex>>, context: Context): Part | null {
    const expression = fact.expression;
    if (expression.kind !== 'dose') return null;
    const of = withIndex(expression.of, context.index);
    if (of === null || of.term === null || !isPartOf(of, what, context.knowledge)) return null;
    const counted = expression.inEquivalentsOf ?? of.term;
    // Without a drug to count in, doses of different drugs do not add up.
    if (asked.inEquivalentsOf === null && key(counted) !== key(what.term ?? '')) return null;
    const factor = equivalence(counted, asked.inEquivalentsOf ?? what.term, context);
    return factor === null ? null : { of, interval: scale(fact.interval, factor), fact };
}

/** How much of the second drug one unit of the first counts as; null when the vocabulary does not say. */
function equivalence(from: string, to: string | null, { knowledge }: Context): Rational | null {
    if (to === null) return null;
    if (key(from) === key(to) || knowledge.isA(from, to)) return Rational.ONE;
    const base = inBase(to, knowledge.term(from)?.equivalent);
    if (base !== null) return base;
    const back = inBase(from, knowledge.term(to)?.equivalent);
    return back === null || back.isZero ? null : Rational.ONE.divide(back);
}

function inBase(
    to: string,
    given: { amount: { value: string; unit: string | null }; base: { value: string; unit: string | null }; to: string } | undefined,
): Rational | null {
    if (given === undefined || key(given.to) !== key(to)) return null;
    const amount = inMilligrams(given.amount);
    const base = inMilligrams(given.base);
    return amount === null || base === null || amount.isZero ? null : base.divide(amount);
}

function inMilligrams({ value, unit }: { value: string; unit: string | null }): Rational | null {
    const [from, to] = [parseUnit(unit ?? 'mg'), parseUnit('mg')];
    if (!from.ok || !to.ok) return null;
    const converted = convert(Rational.from(value), from.unit, to.unit);
    return converted.ok ? converted.value : null;
}

// No other member of the class is in use than those whose dose is known.
function isComplete({ span }: Asked, what: TermSelection, whole: boolean, members: readonly Part[], context: Context): boolean {
    if (what.term === null) return false;
    if (whole && members.length === 0) return false;
    const window: Window = {
        form: 'at',
        from: span.from === null ? null : { ...span.from, open: span.openFrom },
        to: span.to === null ? null : { ...span.to, open: span.openTo },
        written: true,
    };
    const except = members.map(({ of }) => ({ form: 'except' as const, selection: of, refinements: [], provided: null }));
    const others: Presence = {
        kind: 'presence',
        aspect: 'exposure',
        verb: 'used',
        what: { term: what.term, index: false, any: true, except },
        window,
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
    };
    return context.evaluate(others, context).verdict === 'not-met';
}
