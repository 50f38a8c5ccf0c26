// The bounds that criteria set on values: for each, which side of a number is admitted. Only bounds that hold by themselves, whatever else is so.
import type { Comparison, Condition } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import type { Rational } from '@crit-lang/model/exact/rational.js';
import { compileRule } from '../compile/criterion.js';
import { compareCuts, type Cut, leftOf, rightOf } from '../encode/cut.js';
import type { Formula } from '../encode/formulas.js';
import { measureKey } from '../facts/measures.js';
import { Mentions } from '../facts/mentions.js';
import type { ValueQuery } from '../facts/queries.js';
import { plainText } from '../knowledge/meaning.js';
import { type Part, polarityOf } from '../subjects/part.js';
import { lastPointOf, pointSpan, spanKey } from '../time/spans.js';

export interface Bound {
    readonly part: Part;
    readonly condition: Comparison;
    readonly query: ValueQuery;
    /** The value that the criterion compares with, and how it was written. */
    readonly operator: ComparisonOperator;
    readonly value: Rational;
    /** 'low': values right of the cut are admitted; 'high': values left of it. */
    readonly side: 'low' | 'high';
    readonly cut: Cut;
}

/** The same for bounds on the same value, by whatever scale and method. */
export const measureOf = ({ query }: Bound): string => [measureKey(query.expression), placeOf(query), plainText(query.circumstance ?? '')].join('\n');

/** The same for bounds on the same value on the same scale by the same method. */
export const factOf = (bound: Bound): string => [measureOf(bound), bound.query.scale, plainText(bound.query.method ?? '')].join('\n');

function placeOf({ span, pick }: ValueQuery): string {
    const last = lastPointOf(span);
    return pick === 'latest' && last !== null ? spanKey(pointSpan(last)) : `${pick} ${spanKey(span)}`;
}

/** Whether the first admits values that the second does not; both admit the same side. */
export function isLooser(one: Bound, other: Bound): boolean {
    const order = compareCuts(one.cut, other.cut);
    return one.side === 'low' ? order < 0 : order > 0;
}

/** Of an inclusion the comparisons that all have to hold, of an exclusion those of which none may. */
export function boundsOf(part: Part): Bound[] {
    const found: Bound[] = [];
    const isInclusion = part.criterion.kind === 'include';
    const visit = (condition: Condition): void => {
        if (condition.kind === (isInclusion ? 'all' : 'any') || ((condition.kind === 'all' || condition.kind === 'any') && condition.of.length === 1)) condition.of.forEach(visit);
        if (condition.kind === 'compare' && condition.lasting === null && condition.refinements.length === 0) found.push(...boundOf(condition, part));
    };
    visit(part.rule);
    return found;
}

/** Notes how a comparison is asked. */
class Comparisons extends Mentions {
    readonly asked: { query: ValueQuery; operator: ComparisonOperator; value: Rational }[] = [];

    override compare(query: ValueQuery, operator?: ComparisonOperator, value?: Rational): Formula {
        if (operator !== undefined && value !== undefined) this.asked.push({ query, operator, value });
        return super.compare(query);
    }
}

function boundOf(condition: Comparison, part: Part): Bound[] {
    const reader = new Comparisons();
    compileRule(condition, part.setting, reader, polarityOf(part.criterion), part.replaced, () => undefined);
    const [only, another] = reader.asked;
    if (only === undefined || another !== undefined || only.operator === '=') return [];
    const { query, operator, value } = only;
    const holdsAbove = operator === '>' || operator === '>=';
    const cut = operator === '>=' || operator === '<' ? leftOf(value) : rightOf(value);
    const admitsAbove = holdsAbove === (part.criterion.kind === 'include');
    return [{ part, condition, query, operator, value, side: admitsAbove ? 'low' : 'high', cut }];
}
