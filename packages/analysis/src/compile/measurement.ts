// Measured values, grades, changes and repeated findings compared with limits.
import type { Change, Comparison, GradeComparison, MeasureExpression, Repeated } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator, Limit } from '@crit-lang/model/criteria/value.js';
import type { ValuePick } from '@crit-lang/model/criteria/time.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { type Formula, not } from '../encode/formulas.js';
import { factorBetween, measureKey } from '../facts/measures.js';
import type { Scale } from '../facts/queries.js';
import { meaningOf } from '../knowledge/meaning.js';
import { withIndex } from '../knowledge/selection.js';
import { spanKey, spanOf } from '../time/spans.js';
import { compileTable } from './cases.js';
import { type Context, windowIn } from './context.js';
import { conditionalExceptions, narrowing } from './refinements.js';
import { choose, decided, NEVER_APPLIES, type Verdict } from './verdicts.js';

export function compileComparison(condition: Comparison, context: Context): Verdict {
    if (isReplaced(condition.left, context)) return NEVER_APPLIES;
    const right = bound(condition.right, context);
    if (right.kind === 'cases') {
        return compileTable(
            right.rows.map(({ when, limit }) => ({ when, then: () => compileComparison({ ...condition, right: limit }, context) })),
            context,
        );
    }
    const pick = condition.pick ?? context.defaultPick;
    if (pick !== 'worst') return compared(condition, right, pick, context);
    const [every, any] = (['every', 'any'] as const).map((each) => compared(condition, right, each, context));
    if (every === undefined || any === undefined) return NEVER_APPLIES;
    if (context.polarity === 1) return every;
    if (context.polarity === -1) return any;
    // Neither in nor out: undecided where the values disagree.
    return { met: every.met, unmet: any.unmet, inapplicable: every.inapplicable };
}

function compared(condition: Comparison, right: Limit, pick: Exclude<ValuePick, 'worst'>, context: Context): Verdict {
    const { facts } = context;
    const window = windowIn(condition.window, context);
    const { left, operator, method, circumstance, lasting } = condition;
    const expression = inCohort(left, context);
    const query = { expression, span: spanOf(window), pick, method, circumstance };
    const narrowed = narrowing(condition.refinements, window, context);
    const said = [...narrowed.extras.map(({ key }) => key), ...(lasting === null ? [] : [meaningOf(lasting)]), ...context.qualifiers];
    const extra = said.length === 0 ? [] : [facts.free(`value ${measureKey(expression)} ${spanKey(query.span)} ${said.join('; ')}`)];
    const met = (holds: Formula): Verdict => decided(facts.formulas.and([holds, narrowed.holds, ...extra]));
    if (right.kind === 'measure') {
        const other = inCohort(right.measure, context);
        return met(facts.compareValues({ ...query, scale: 'absolute' }, operator, other, factorOf(other, expression, context)));
    }
    const limit = limitValue(right);
    if (limit === null) {
        context.opaque(condition, 'The limit is not a number that values can be compared with.');
        return met(facts.free(`comparison ${meaningOf(condition)}`));
    }
    return met(facts.compare({ ...query, scale: limit.scale }, operator, limit.value));
}

/** The value of a parameter in its place. */
function bound(limit: Limit, context: Context): Limit {
    return limit.kind === 'parameter' ? (context.bindings.get(limit.name) ?? limit) : limit;
}

function isReplaced(measure: MeasureExpression, { replaced, knowledge }: Context): boolean {
    const term = measure.kind === 'measure' ? measure.term : measure.kind === 'dose' ? measure.of.term : null;
    return term !== null && [...replaced].some((each) => knowledge.isA(term, each));
}

// A dose of a treatment of the index disease is not the same for every cohort.
function inCohort(expression: MeasureExpression, context: Context): MeasureExpression {
    switch (expression.kind) {
        case 'dose':
            return { ...expression, of: withIndex(expression.of, context.index) ?? expression.of };
        case 'arithmetic':
            return { ...expression, left: inCohort(expression.left, context), right: inCohort(expression.right, context) };
        default:
            return expression;
    }
}

function limitValue(limit: Limit): { scale: Scale; value: Rational } | null {
    switch (limit.kind) {
        case 'quantity':
            return limit.canonical === null ? null : { scale: 'absolute', value: Rational.from(limit.canonical.value) };
        case 'normal-limit':
            return { scale: limit.limit, value: Rational.from(limit.factor) };
        // A titer of 1:16 is higher than one of 1:8.
        case 'titer':
            return limit.numerator === 0 ? null : { scale: 'titer', value: Rational.of(BigInt(limit.denominator), BigInt(limit.numerator)) };
        default:
            return null;
    }
}

/** How many of the second expression's units one of the first's is; null where that is not known. */
function factorOf(from: MeasureExpression, to: MeasureExpression, { knowledge }: Context): Rational | null {
    const [one, two] = [from, to].map((expression) => (expression.kind === 'measure' ? knowledge.term(expression.term)?.unit : undefined));
    return one === undefined || two === undefined ? null : factorBetween(one, two);
}

export function compileGrade(condition: GradeComparison, context: Context): Verdict {
    const { scale, component, operator, index } = condition;
    const subject = condition.of?.term ?? scale;
    if ([...context.replaced].some((term) => context.knowledge.isA(subject, term))) return NEVER_APPLIES;
    const of = condition.of === null ? null : withIndex(condition.of, context.index);
    if (index < 0 || (condition.of !== null && of === null)) {
        context.opaque(condition, 'The scale does not have this grade.');
        return decided(context.facts.free(`grade ${meaningOf(condition)}`));
    }
    const window = windowIn(condition.window, context);
    const span = spanOf(window);
    const conditional = of === null ? [] : conditionalExceptions(of, window, context);
    const pick = condition.pick ?? context.defaultPick;
    const asked = (which: Exclude<ValuePick, 'worst'>): Formula =>
        context.facts.grade({ scale, component, of, span, pick: which, conditional }, operator, index);
    if (pick !== 'worst') return decided(asked(pick));
    if (context.polarity !== 0) return decided(asked(context.polarity === 1 ? 'every' : 'any'));
    return { met: asked('every'), unmet: not(asked('any')), inapplicable: not(context.facts.formulas.or([asked('every'), not(asked('every'))])) };
}

export function compileChange(condition: Change, context: Context): Verdict {
    if (isReplaced(condition.measure, context)) return NEVER_APPLIES;
    const amount = bound(condition.amount, context);
    if (amount.kind === 'cases') {
        return compileTable(
            amount.rows.map(({ when, limit }) => ({ when, then: () => compileChange({ ...condition, amount: limit }, context) })),
            context,
        );
    }
    const limit = limitValue(amount);
    const window = windowIn(condition.window, context);
    const { facts } = context;
    const { measure, basis, from, over, lasting, operator, direction } = condition;
    const narrowed = narrowing(condition.refinements, window, context);
    if (limit?.scale !== 'absolute') {
        context.opaque(condition, 'The amount of the change is not a number that changes can be compared with.');
        return decided(facts.free(`change ${meaningOf(condition)}`));
    }
    const said = [...narrowed.extras.map(({ key }) => key), ...(lasting === null ? [] : [meaningOf(lasting)]), ...context.qualifiers];
    const query = { key: meaningOf({ measure, basis, from, over }).toLowerCase(), expression: measure, span: spanOf(window), basis, from, over };
    const rises = (how: ComparisonOperator): Formula => facts.changes(query, how, limit.value);
    const falls = (how: ComparisonOperator): Formula => facts.changes(query, MIRRORED[how], limit.value.negate());
    const holds =
        direction === 'rises'
            ? rises(operator)
            : direction === 'falls'
              ? falls(operator)
              : operator === '<' || operator === '<='
                ? facts.formulas.and([rises(operator), falls(operator)])
                : facts.formulas.or([rises(operator), falls(operator)]);
    const extra = said.length === 0 ? [] : [facts.free(`change ${query.key} ${spanKey(query.span)} ${said.join('; ')}`)];
    return decided(facts.formulas.and([holds, narrowed.holds, ...extra]));
}

const MIRRORED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '<': '>', '<=': '>=', '=': '=', '>=': '<=', '>': '<' };

/** Seen on so many occasions: once at all means that it was seen. */
export function compileRepeated(condition: Repeated, context: Context): Verdict {
    const { facts } = context;
    const { bound: times, of, apart } = condition;
    const seen = of.kind === 'compare' && of.pick === null ? { ...of, pick: 'any' as const } : of;
    const inner = context.compile(seen, context);
    const key = meaningOf({ of, apart, window: context.window, index: context.index, qualifiers: context.qualifiers });
    const once = facts.occasions(key, '>=', 1);
    facts.formulas.addLemma([not(once), inner.met]);
    // Occasions that have to lie apart may be fewer than the times that it was seen.
    if (apart === null) facts.formulas.addLemma([once, not(inner.met)]);
    return choose(inner.inapplicable, NEVER_APPLIES, decided(facts.occasions(key, times.operator, times.count)), facts.formulas);
}
