// Limits and durations that one finding sets against each other in two units: each told again in the unit of the first.
import { measureKey } from '@crit-lang/analysis/facts/measures.js';
import { termKey } from '@crit-lang/analysis/knowledge/meaning.js';
import { durationWords } from '@crit-lang/evaluate/words/time-words.js';
import type { Comparison, Condition, MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { Duration, DurationUnit, Window } from '@crit-lang/model/criteria/time.js';
import type { Relation } from '@crit-lang/model/criteria/term.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { roundForDisplay } from '@crit-lang/model/exact/rounding.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';

type SimpleDuration = Extract<Duration, { kind: 'simple' }>;

/** Days in a unit; a month and a year are those of the calendar on the average. */
const DAYS: Readonly<Record<Exclude<DurationUnit, 'half-life'>, Rational>> = {
    minute: Rational.of(1n, 1440n),
    hour: Rational.of(1n, 24n),
    day: Rational.ONE,
    week: Rational.of(7n),
    month: Rational.of(146097n, 4800n),
    year: Rational.of(146097n, 400n),
};

/** What has to be said beside values, so that those of one finding can be compared without a calculator. */
export class Conversions {
    private readonly orders: readonly Extract<Relation, { kind: 'order' }>[];
    private readonly quantities = new Map<string, ModelQuantity>();
    private readonly duration: SimpleDuration | null;

    /**
     * @param rules in the order in which they are told.
     * @param relations an order of measures (ANC is never above WBC) sets their limits against each other too.
     */
    constructor(rules: readonly Condition[], relations: readonly Relation[] = []) {
        this.orders = relations.filter((relation) => relation.kind === 'order');
        let duration: SimpleDuration | null = null;
        for (const rule of rules) {
            walkCondition(rule, {
                condition: (condition) => {
                    if (condition.kind === 'compare' && condition.right.kind === 'quantity') {
                        for (const key of this.keysOf(condition.left)) if (!this.quantities.has(key)) this.quantities.set(key, condition.right);
                    }
                    duration ??= durationsOf(condition).find(({ unit }) => unit !== 'half-life') ?? null;
                },
            });
        }
        this.duration = duration;
    }

    /** " (about 1.24 mg/dL)"; empty where the limit is in the unit of the first one on its value. */
    besideLimit({ left, right }: Comparison): string {
        const first = this.quantities.get(measureKey(left));
        if (right.kind !== 'quantity' || first?.unit === undefined || first.unit === right.unit) return '';
        const value = converted(right, first, /hba1c/iu.test(measureKey(left)));
        return value === null ? '' : beside(value.value, first.value, first.unit, value.isExact);
    }

    /** Of the measure, and of those that it is ordered with. */
    private keysOf(measure: MeasureExpression): string[] {
        if (measure.kind !== 'measure') return [measureKey(measure)];
        const names = new Set([termKey(measure.term)]);
        for (const name of names) {
            for (const { lower, upper } of this.orders) if ([termKey(lower), termKey(upper)].includes(name)) names.add(termKey(lower)).add(termKey(upper));
        }
        return [measureKey(measure), ...[...names].map((term) => measureKey({ ...measure, term }))];
    }

    /** The words for a condition, with each duration in another unit than the first also told in that one. */
    withDurations(words: string, condition: Condition): string {
        let told = words;
        for (const each of new Map(durationsOf(condition).map((duration) => [durationWords(duration), duration])).values()) {
            const first = this.duration;
            if (first === null || first.unit === 'half-life' || each.unit === 'half-life' || each.unit === first.unit) continue;
            const value = Rational.from(each.number).multiply(DAYS[each.unit]).divide(DAYS[first.unit]);
            const unit = value.equals(Rational.ONE) ? first.unit : `${first.unit}s`;
            const inFirst = beside(value, first.number, unit, isCalendar(each.unit) === isCalendar(first.unit));
            told = told.replace(new RegExp(`(?<![\\d.])${durationWords(each)}(?![\\p{L}\\d])`, 'u'), (found) => `${found}${inFirst}`);
        }
        return told;
    }
}

/** @param other is the number that it is set against: what is rounded shows that it is another. */
function beside(value: Rational, other: string, unit: string | null, isExact: boolean): string {
    const { text, exact } = ([3, 4, 5, 6] as const).map((digits) => roundForDisplay(value, digits)).find((each) => each.exact || each.text !== other) ?? {
        text: other,
        exact: false,
    };
    return ` (${exact && isExact ? '' : 'about '}${text}${unit === null ? '' : ` ${unit}`})`;
}

const isCalendar = (unit: DurationUnit): boolean => unit === 'month' || unit === 'year';

function converted(quantity: ModelQuantity, like: ModelQuantity, isHba1c: boolean): { value: Rational; isExact: boolean } | null {
    const [from, to] = [parseUnit(quantity.unit ?? '1'), parseUnit(like.unit ?? '1')];
    if (!from.ok || !to.ok) return null;
    const direct = convert(Rational.from(quantity.value), from.unit, to.unit, isHba1c ? { relation: 'hba1c' } : {});
    if (direct.ok) return { value: direct.value, isExact: direct.by !== 'equation' };
    if (isHba1c) return null;
    // What the vocabulary knows of the substance stands in the canonical values of the two.
    if (quantity.canonical === null || like.canonical === null || quantity.canonical.unit !== like.canonical.unit) return null;
    const [own, known] = [Rational.from(quantity.canonical.value), Rational.from(like.canonical.value)];
    return known.isZero ? null : { value: own.multiply(Rational.from(like.value)).divide(known), isExact: true };
}

function durationsOf(condition: Condition): SimpleDuration[] {
    const found: (Duration | undefined)[] = [];
    if ('window' in condition && condition.window?.written === true) found.push(...durationsIn(condition.window));
    if (condition.kind === 'elapsed') found.push(condition.duration);
    if (condition.kind === 'washout') found.push(...condition.rows.map(({ duration }) => duration));
    return found.flatMap((duration) => (duration?.kind === 'simple' ? [duration] : []));
}

const durationsIn = ({ from, to }: Window): (Duration | undefined)[] => [from?.offset?.duration, to?.offset?.duration];
