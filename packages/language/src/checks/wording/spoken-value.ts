// A number with what it counts, as the wording or the rule says it, and when two of them are the same.
import type { DurationUnit } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { SubstanceFacts } from '@crit-lang/model/units/convert.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { compareDurations } from '@crit-lang/model/units/durations.js';
import type { Unit } from '@crit-lang/model/units/unit.js';

/** What a number counts. */
export type Counted =
    | { kind: 'count' }
    | { kind: 'time'; unit: DurationUnit }
    | { kind: 'unit'; unit: Unit }
    /** A multiple of the upper or lower limit of normal. */
    | { kind: 'limit'; limit: 'ULN' | 'LLN' }
    /** 1:8; the value is the 8. */
    | { kind: 'titer' };

export interface SpokenValue {
    value: Rational;
    counted: Counted;
    /** How the value bounds something, where that is said in so many words. */
    operator: ComparisonOperator | null;
    /** Ids of the terms whose value it is, where that is plain. */
    about: ReadonlySet<string>;
    /** The other side must have it. What is no claim (a year, a scale's width, a number in a note) can only explain what the other side has. */
    claim: boolean;
    /** As in a message: "≥ 3 months". */
    shown: string;
    /** Digits behind the point as written. */
    decimals: number;
}

/** Annotations that name what is counted and change no size. */
const NAMES_OF_COUNTED: ReadonlySet<string> = new Set(['cells', 'points', 'copies', 'score', 'dose']);

/** Whether two values are the same. Exact within a dimension; between mass and amount of substance up to the rounding of what is written. */
export function sameValue(one: SpokenValue, other: SpokenValue, substance: SubstanceFacts = {}): boolean {
    const [a, b] = [one.counted, other.counted];
    if (a.kind === 'time' && b.kind === 'time') return compareDurations({ count: one.value, unit: a.unit }, { count: other.value, unit: b.unit }) === 'equal';
    if (a.kind === 'limit' && b.kind === 'limit') return a.limit === b.limit && one.value.equals(other.value);
    if (a.kind === 'unit' && b.kind === 'unit') return sameMeasured(one, a.unit, other, b.unit, substance);
    // "platelets ≥ 100": a unit left out on one side is not another unit.
    if ((a.kind === 'count' && b.kind === 'unit') || (a.kind === 'unit' && b.kind === 'count')) return one.value.equals(other.value);
    return a.kind === b.kind && one.value.equals(other.value);
}

function sameMeasured(one: SpokenValue, from: Unit, other: SpokenValue, to: Unit, substance: SubstanceFacts): boolean {
    if (sameDimension(from, to)) {
        return (
            sameAnnotations(from, to) &&
            one.value.multiply(from.factor).equals(other.value.multiply(to.factor)) &&
            from.scale === to.scale &&
            (from.offset ?? Rational.ZERO).equals(to.offset ?? Rational.ZERO)
        );
    }
    const conversion = convert(one.value, from, to, substance);
    if (!conversion.ok) return false;
    // "1.5 mg/dL (133 µmol/L)": each side is rounded as it is written.
    const step = Rational.ONE.divide(Rational.of(10n).power(other.decimals));
    const distance = conversion.value.subtract(other.value).absolute();
    return distance.compare(step) <= 0 || distance.multiply(Rational.of(100n)).compare(other.value.absolute()) <= 0;
}

function sameDimension(one: Unit, other: Unit): boolean {
    const keys = new Set([...Object.keys(one.dimension), ...Object.keys(other.dimension)] as (keyof Unit['dimension'])[]);
    return [...keys].every((key) => (one.dimension[key] ?? 0) === (other.dimension[key] ?? 0));
}

// "% predicted" and a plain % after FVC are the same; mL/min and mL/min/1.73 m² are not.
function sameAnnotations(one: Unit, other: Unit): boolean {
    const meant = (unit: Unit): string[] => unit.annotations.filter((annotation) => !NAMES_OF_COUNTED.has(annotation)).sort();
    const [a, b] = [meant(one), meant(other)];
    if (a.join() === b.join()) return true;
    return (one.ucum === '%' || other.ucum === '%') && (a.length === 0 || b.length === 0);
}

/** Whether two values count the same sort of thing, so that one may stand for the other by mistake. */
export function sameSort(one: SpokenValue, other: SpokenValue): boolean {
    const [a, b] = [one.counted, other.counted];
    if (a.kind !== b.kind) return (a.kind === 'count' && b.kind === 'unit') || (a.kind === 'unit' && b.kind === 'count');
    if (a.kind === 'unit' && b.kind === 'unit')
        return sameDimension(a.unit, b.unit) || (Object.keys(a.unit.dimension).length > 0 && Object.keys(b.unit.dimension).length > 0);
    return true;
}
