// The bounds that criteria set on values: for each, which side of a number is admitted. Only bounds that hold by themselves, whatever else is so.
import type { Comparison, Condition, GradeComparison } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { ComponentSet } from '../components/component-set.js';
import { compileRule } from '../compile/criterion.js';
import { compareCuts, type Cut, leftOf, rightOf } from '../encode/cut.js';
import type { Formula } from '../encode/formulas.js';
import { measureKey } from '../facts/measures.js';
import { Mentions } from '../facts/mentions.js';
import type { GradeQuery, ValueQuery } from '../facts/queries.js';
import { meaningOf, plainText } from '../knowledge/meaning.js';
import { type Part, polarityOf } from '../subjects/part.js';
import { lastPointOf, pointSpan, spanKey } from '../time/spans.js';

export interface Bound {
    readonly part: Part;
    readonly condition: Comparison | GradeComparison;
    /** A measured value, or the position of a grade on its scale. */
    readonly asked: { readonly kind: 'value'; readonly query: ValueQuery } | { readonly kind: 'grade'; readonly query: GradeQuery };
    /** The value that the criterion compares with, and how it was written. */
    readonly operator: ComparisonOperator;
    readonly value: Rational;
    /** 'low': values right of the cut are admitted; 'high': values left of it. */
    readonly side: 'low' | 'high';
    readonly cut: Cut;
}

/** The same for bounds on the same value, by whatever scale and method. */
export const measureOf = ({ asked }: Bound): string => keysOf(asked).measure;

/** The same for bounds on the same value on the same scale by the same method. */
export const factOf = ({ asked }: Bound): string => keysOf(asked).fact;

interface Keys {
    readonly measure: string;
    readonly fact: string;
}

const keys = new WeakMap<Bound['asked'], Keys>();

function keysOf(asked: Bound['asked']): Keys {
    let made = keys.get(asked);
    if (made === undefined) keys.set(asked, (made = makeKeys(asked)));
    return made;
}

function makeKeys(asked: Bound['asked']): Keys {
    if (asked.kind === 'grade') {
        const { scale, component, of } = asked.query;
        const measure = ['grade', scale.toLowerCase(), component?.toLowerCase() ?? '', meaningOf(of), placeOf(asked.query)].join('\n');
        return { measure, fact: measure };
    }
    const { expression, scale, method, circumstance } = asked.query;
    const measure = ['value', measureKey(expression), placeOf(asked.query), plainText(circumstance ?? '')].join('\n');
    return { measure, fact: [measure, scale, plainText(method ?? '')].join('\n') };
}

function placeOf({ span, pick }: Pick<ValueQuery, 'span' | 'pick'>): string {
    const last = lastPointOf(span);
    return pick === 'latest' && last !== null ? spanKey(pointSpan(last)) : `${pick} ${spanKey(span)}`;
}

/** Whether the first admits values that the second does not; both admit the same side. */
export function isLooser(one: Bound, other: Bound): boolean {
    const order = compareCuts(one.cut, other.cut);
    return one.side === 'low' ? order < 0 : order > 0;
}

/** Of an inclusion the comparisons that all have to hold, of an exclusion those of which none may. */
export function boundsOf(part: Part): readonly Bound[] {
    return comparisonsIn(part).flatMap((condition) => {
        const bound = boundOf(condition, part);
        return bound === null ? [] : [{ ...bound, part, condition }];
    });
}

/** The same of a part that has a place, read once for all states of the document in which it says the same. */
export function boundsIn(part: Part, components: ComponentSet): readonly Bound[] {
    let bounds = known.get(part);
    if (bounds === undefined) {
        const comparisons = comparisonsIn(part);
        if (comparisons.length === 0) return NONE;
        const { component, member } = components.placeOf(part);
        const read = component.component.memo(`bounds ${member}`, () => comparisons.map((condition) => boundOf(condition, part)));
        bounds = comparisons.flatMap((condition, index) => {
            const bound = read[index];
            return bound === undefined || bound === null ? [] : [{ ...bound, part, condition }];
        });
        known.set(part, bounds);
    }
    return bounds;
}

const NONE: readonly Bound[] = [];

const known = new WeakMap<Part, readonly Bound[]>();

function comparisonsIn({ criterion, rule }: Part): Bound['condition'][] {
    const found: Bound['condition'][] = [];
    const isInclusion = criterion.kind === 'include';
    const visit = (condition: Condition): void => {
        if (condition.kind === (isInclusion ? 'all' : 'any') || ((condition.kind === 'all' || condition.kind === 'any') && condition.of.length === 1))
            condition.of.forEach(visit);
        const isPlain = condition.kind === 'grade' || (condition.kind === 'compare' && condition.lasting === null && condition.refinements.length === 0);
        if (isPlain) found.push(condition);
    };
    visit(rule);
    return found;
}

/** Notes how a comparison is asked. */
class Comparisons extends Mentions {
    readonly asked: { asked: Bound['asked']; operator: ComparisonOperator; value: Rational }[] = [];

    override compare(query: ValueQuery, operator?: ComparisonOperator, value?: Rational): Formula {
        if (operator !== undefined && value !== undefined) this.asked.push({ asked: { kind: 'value', query }, operator, value });
        return super.compare(query);
    }

    override grade(query: GradeQuery, operator?: ComparisonOperator, index?: number): Formula {
        if (operator !== undefined && index !== undefined) this.asked.push({ asked: { kind: 'grade', query }, operator, value: Rational.of(BigInt(index)) });
        return super.grade(query);
    }
}

/** Null for what is no bound on one value. */
function boundOf(condition: Bound['condition'], part: Part): Omit<Bound, 'part' | 'condition'> | null {
    const reader = new Comparisons();
    compileRule(condition, part.setting, reader, polarityOf(part.criterion), part.replaced, () => undefined);
    const [only, another] = reader.asked;
    if (only === undefined || another !== undefined || only.operator === '=') return null;
    const { asked, operator, value } = only;
    // A grade of a class is that of some member: a high one of one says nothing against a low one of another.
    if (asked.kind === 'grade' && asked.query.of?.any === true) return null;
    const holdsAbove = operator === '>' || operator === '>=';
    const cut = operator === '>=' || operator === '<' ? leftOf(value) : rightOf(value);
    const admitsAbove = holdsAbove === (part.criterion.kind === 'include');
    return { asked, operator, value, side: admitsAbove ? 'low' : 'high', cut };
}
