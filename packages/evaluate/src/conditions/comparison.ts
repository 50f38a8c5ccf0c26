// Measured values, scores and doses compared with a limit.
import type { Comparison, MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick } from '@crit-lang/model/criteria/time.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import type { Context } from '../context.js';
import { clockFor, windowOf } from '../context.js';
import { key } from '../knowledge/knowledge.js';
import type { Origin, Scale } from '../patient/facts.js';
import type { Judgement, Reason } from '../reason.js';
import { groupReason, leafReason, notApplicable } from '../reason.js';
import { lastingSatisfies } from '../time/duration-order.js';
import type { Span } from '../time/span.js';
import { isInside, singlePoint, spanOf } from '../time/span.js';
import type { Interval } from '../values/interval.js';
import { compareInterval, intervalWords, isEmpty, isUnbounded } from '../values/interval.js';
import { scale as scaled } from '../values/interval-arithmetic.js';
import { factorBetween, readUnit, unitOf } from '../values/computed-value.js';
import { limitValue } from '../values/limit-value.js';
import { narrowedTo } from '../values/measure-key.js';
import type { Known } from '../values/value-at.js';
import { knownValue } from '../values/value-at.js';
import { factsAbout } from '../values/value-facts.js';
import type { Truth } from '../verdict.js';
import { every, some } from '../verdict.js';
import { conditionWords, measureWords } from '../words/condition-words.js';
import { writtenWindow } from '../words/time-words.js';
import { chooseCase } from './choose-case.js';
import { contradiction } from './presence.js';
import { refinementsHold } from './refinement.js';

export function evaluateComparison(condition: Comparison, context: Context): Reason {
    if (isReplaced(condition.left, context)) return notApplicable(condition, 'Another criterion stands in place of this one for it.');
    const right = boundLimit(condition.right, context);
    if (right.kind === 'cases') {
        const rows = right.rows.map(({ when, limit }) => ({ when, then: () => evaluateComparison({ ...condition, right: limit }, context) }));
        const { verdict, because, defects, parts } = chooseCase(rows, context);
        return groupReason(condition, verdict, parts, because, defects);
    }
    return leafReason(condition, judge({ ...condition, right }, context));
}

/** The value of a parameter in its place. */
export function boundLimit(limit: Limit, context: Context): Limit {
    return limit.kind === 'parameter' ? (context.bindings.get(limit.name) ?? limit) : limit;
}

/** Whether another criterion stands in place of this one for the measure. */
export function isReplaced(measure: MeasureExpression, context: Context): boolean {
    const term = measure.kind === 'measure' ? measure.term : measure.kind === 'dose' ? measure.of.term : null;
    return term !== null && [...context.replaced].some((replaced) => context.knowledge.isA(term, replaced));
}

function judge(condition: Comparison, context: Context): Judgement {
    const window = windowOf(condition.window, context);
    const span = spanOf(window);
    const clock = clockFor(context, null);
    const point = singlePoint(span, clock);
    const pick: ValuePick = condition.pick ?? context.defaultPick;
    if (isOrderedByDefinition(condition, context))
        return {
            verdict: 'met',
            because: 'It holds of every patient: the protocol or the vocabulary declares this order of the two measures.',
            facts: [],
            missing: [],
        };
    const found = point !== null || pick === 'latest' ? atSpan(condition, span, context) : overValues(condition, span, pick, context);
    const refined = beyondTheValue(condition, span, context);
    const verdict = every([found.truth, refined]);
    const subject = `${measureWords(condition.left)} ${writtenWindow(window)}`;
    if (found.contradictory) return contradiction(found.facts);
    if (verdict !== 'unknown') return { verdict, because: found.because, facts: found.facts, missing: [] };
    const because = found.truth === 'met' ? 'The value fits; whether all that is said of it holds is not known.' : (found.because ?? 'The value is not given.');
    return { verdict, because, facts: found.facts, missing: [found.truth === 'met' ? `whether: ${conditionWords(condition)}` : subject] };
}

interface Found {
    truth: Truth;
    because: string | null;
    facts: Origin[];
    contradictory: boolean;
}

/** The value at a point, or the latest of a stretch. */
function atSpan(condition: Comparison, span: Span, context: Context): Found {
    const { left, operator, right, method, circumstance } = condition;
    const how = { method, circumstance };
    const limit = limitValue(right);
    if (right.kind === 'measure') {
        const [one, two] = [left, right.measure].map((expression) => knownValue({ ...how, expression, scale: 'absolute', span }, context));
        const factor = factorOf(right.measure, left, context);
        if (one === undefined || two === undefined || factor === null) return nothing('The two values cannot be compared.');
        return compared(one, operator, scaled(two.interval, factor), [...one.facts, ...two.facts], (interval) => interval);
    }
    if (limit === null) return nothing('The limit is not a number that values can be compared with.');
    const known = knownValue({ ...how, expression: left, scale: limit.scale, span }, context);
    const term = left.kind === 'measure' && limit.scale === 'absolute' ? context.knowledge.term(left.term) : undefined;
    const value = limitInterval(left, limit.scale, limit.value, limit.unit, context);
    if (value === null) return nothing('The unit of the limit is not one of the value.');
    return compared(known, operator, value, known.facts, narrowedTo(term));
}

function compared(known: Known, operator: Comparison['operator'], limit: Interval, facts: Origin[], narrowed: (interval: Interval) => Interval): Found {
    const contradictory = isEmpty(narrowed(known.interval)) && facts.length > 0;
    if (isUnbounded(known.interval)) return nothing('The value is not given.', facts);
    const truth = compareInterval(known.interval, operator, limit, narrowed);
    const because = facts.length === 0 && truth === 'unknown' ? 'The value is not given.' : `The value is ${intervalWords(known.interval)}.`;
    return { truth, because, facts, contradictory };
}

function nothing(because: string, facts: Origin[] = []): Found {
    return { truth: 'unknown', because, facts, contradictory: false };
}

// The limit in the unit that the value is computed in.
function limitInterval(
    left: MeasureExpression,
    scale: Scale,
    value: NonNullable<ReturnType<typeof limitValue>>['value'],
    unit: string | null,
    context: Context,
): Interval | null {
    const exact = { low: { value, open: false }, high: { value, open: false } };
    if (scale !== 'absolute' || left.kind !== 'arithmetic') return exact;
    const [from, to] = [readUnit(unit), unitOf(left, context)];
    const factor = from === null || to === null ? null : factorBetween(from, to);
    return factor === null ? null : scaled(exact, factor);
}

function factorOf(from: MeasureExpression, to: MeasureExpression, context: Context): ReturnType<typeof factorBetween> {
    const [one, two] = [unitOf(from, context), unitOf(to, context)];
    return one === null || two === null ? null : factorBetween(one, two);
}

// 'any' of the values in a stretch, 'every' one, or the 'worst': that is any one where the criterion keeps out, and every one where it lets in.
function overValues(condition: Comparison, span: Span, pick: ValuePick, context: Context): Found {
    if (pick === 'worst') {
        if (context.polarity === 0) return agreed(overValues(condition, span, 'any', context), overValues(condition, span, 'every', context));
        return overValues(condition, span, context.polarity > 0 ? 'every' : 'any', context);
    }
    const clock = clockFor(context, null);
    const about = factsAbout(condition.left, condition, context);
    const inside = about.filter((fact) => fact.pick !== 'every' && isInside(fact.span, span, clock));
    // A value at a point is taken with all that is known of that point; one somewhere in a stretch by itself.
    const ofSome = inside.map((fact) => (singlePoint(fact.span, clock) === null ? ofFact(condition, fact, context) : atSpan(condition, fact.span, context)));
    const ofAll = about.filter((fact) => fact.pick === 'every' && isInside(span, fact.span, clock)).map((fact) => ofFact(condition, fact, context));
    const [decisive, unanimous]: Truth[] = pick === 'any' ? ['met', 'not-met'] : ['not-met', 'met'];
    const settled = [...ofSome, ...ofAll].filter(({ truth }) => truth === decisive);
    if (settled.length > 0)
        return { truth: decisive ?? 'unknown', because: settled[0]?.because ?? null, facts: settled.flatMap(({ facts }) => facts), contradictory: false };
    const agreeing = ofAll.filter(({ truth }) => truth === unanimous);
    if (agreeing.length > 0) return { truth: unanimous ?? 'unknown', because: null, facts: agreeing.flatMap(({ facts }) => facts), contradictory: false };
    const facts = [...ofSome, ...ofAll].flatMap((each) => each.facts);
    return nothing(facts.length === 0 ? 'No value is given.' : 'There may be other values in this time.', facts);
}

function agreed(first: Found, second: Found): Found {
    return first.truth === second.truth ? first : nothing('Which value is the worst one is not known here.', [...first.facts, ...second.facts]);
}

function ofFact(condition: Comparison, fact: ReturnType<typeof factsAbout>[number], context: Context): Found {
    const limit = limitValue(condition.right);
    if (limit === null || limit.scale !== fact.scale) return nothing('The value is not given on this scale.', [fact.origin]);
    const value = limitInterval(condition.left, limit.scale, limit.value, limit.unit, context);
    return value === null
        ? nothing('The unit of the limit is not one of the value.')
        : compared({ interval: fact.interval, facts: [fact.origin] }, condition.operator, value, [fact.origin], (interval) => interval);
}

// 'for at least 14 days', 'with "predominantly indirect bilirubin"': only a fact that says so too settles it.
function beyondTheValue(condition: Comparison, span: Span, context: Context): Truth {
    if (condition.lasting === null && condition.refinements.length === 0) return 'met';
    const clock = clockFor(context, null);
    const facts = factsAbout(condition.left, condition, context).filter((fact) => isInside(fact.span, span, clock));
    const lasting = condition.lasting === null ? 'met' : some(facts.map((fact) => lastingSatisfies(fact.lasting, condition.lasting, clock.halfLife)));
    const known = facts.flatMap((fact) => fact.refinements);
    const refined = refinementsHold(known, condition.refinements, { window: condition.window, closed: false }, context);
    return every([facts.length === 0 && condition.lasting !== null ? 'unknown' : lasting, refined]);
}

// ANC <= WBC holds by declaration.
function isOrderedByDefinition({ left, operator, right }: Comparison, { knowledge }: Context): boolean {
    if (left.kind !== 'measure' || right.kind !== 'measure' || right.measure.kind !== 'measure') return false;
    const [lower, upper] = operator === '<=' || operator === '<' ? [left.term, right.measure.term] : [right.measure.term, left.term];
    if (operator === '=') return false;
    const strictly = operator === '<' || operator === '>';
    const reach = (from: string, strict: boolean, seen: readonly string[]): boolean =>
        knowledge
            .linksOf(from)
            .some(
                (link) =>
                    link.side === 'lower' &&
                    !seen.includes(key(link.other)) &&
                    ((key(link.other) === key(upper) && (!strictly || strict || link.strict)) ||
                        reach(link.other, strict || link.strict, [...seen, key(link.other)])),
            );
    return reach(lower, false, [key(lower)]);
}
