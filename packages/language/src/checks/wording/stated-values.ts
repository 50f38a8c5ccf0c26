// The values that a rule states, one after the other: counts, durations, windows, limits.
import type { Lasting, MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Duration, DurationBound, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator, CountBound, Limit, ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Counted, SpokenValue } from './spoken-value.js';
import { countedBy } from './wording-units.js';

/** A value of the rule, with the condition it stands in. */
export interface RuleValue extends SpokenValue {
    range: SourceRange | undefined;
    /** The number as written in the rule, to find it there. */
    written: string;
}

/** Where values are stated, and whether the wording must have them. */
export interface Stated {
    range: SourceRange | undefined;
    claim: boolean;
}

const SIGNS: Readonly<Record<ComparisonOperator, string>> = { '<': '< ', '<=': '≤ ', '=': '', '>=': '≥ ', '>': '> ' };
const NOTHING: ReadonlySet<string> = new Set();

export class StatedValues {
    readonly values: RuleValue[] = [];

    count(bound: CountBound, at: Stated): void {
        this.add(at, String(bound.count), { kind: 'count' }, bound.operator, NOTHING, String(bound.count));
    }

    lasting(bound: Lasting | DurationBound | null, at: Stated): void {
        if (bound !== null) this.duration(bound.duration, bound.operator, at);
    }

    duration(duration: Duration | null, operator: ComparisonOperator | null, at: Stated): void {
        if (duration === null) return;
        if (duration.kind === 'simple')
            this.add(
                at,
                duration.number,
                { kind: 'time', unit: duration.unit },
                operator,
                NOTHING,
                `${duration.number} ${unitName(duration.unit, duration.number)}`,
            );
        else for (const part of duration.of) this.duration(part, null, at);
    }

    /** The lengths of a window; one that is as long to both sides is stated once. */
    window(window: Window | null, at: Stated): void {
        if (window?.written !== true) return;
        const lengths = [window.from, window.to].flatMap((end) => end?.offset?.duration ?? []);
        lengths.forEach((length, index) => {
            if (index === 0 || JSON.stringify(length) !== JSON.stringify(lengths[0])) this.duration(length, null, at);
        });
    }

    limit(limit: Limit, operator: ComparisonOperator | null, about: ReadonlySet<string>, at: Stated): void {
        switch (limit.kind) {
            case 'quantity':
                this.quantity(limit, operator, about, at);
                break;
            case 'normal-limit':
                this.add(
                    at,
                    limit.factor,
                    { kind: 'limit', limit: limit.limit },
                    operator,
                    about,
                    `${limit.factor === '1' ? '' : `${limit.factor} × `}${limit.limit}`,
                );
                break;
            case 'titer':
                this.add(at, String(limit.denominator), { kind: 'titer' }, operator, about, `${limit.numerator}:${limit.denominator}`);
                break;
            case 'cases':
                for (const row of limit.rows) this.limit(row.limit, operator, about, at);
                break;
            case 'measure':
                this.measure(limit.measure, at);
                break;
            default:
                break;
        }
    }

    /** The plain numbers of a computed value. */
    measure(measure: MeasureExpression, at: Stated): void {
        if (measure.kind === 'number') this.quantity(measure.quantity, null, NOTHING, at);
        if (measure.kind === 'arithmetic') for (const part of [measure.left, measure.right]) this.measure(part, at);
    }

    private quantity(quantity: ModelQuantity, operator: ComparisonOperator | null, about: ReadonlySet<string>, at: Stated): void {
        const { value, unit, pair } = quantity;
        this.add(at, value, counted(unit), operator, about, `${value}${unit === null ? '' : ` ${unit}`}`);
        // The same limit in a second unit, which the wording need not repeat.
        if (pair !== undefined) this.add({ ...at, claim: false }, pair.value, counted(pair.unit), operator, about, `${pair.value} ${pair.unit}`);
    }

    private add({ range, claim }: Stated, written: string, of: Counted, operator: ComparisonOperator | null, about: ReadonlySet<string>, shown: string): void {
        const value = Rational.parse(written);
        if (!value.ok) return;
        const decimals = written.includes('.') ? written.length - written.indexOf('.') - 1 : 0;
        this.values.push({
            value: value.value,
            counted: of,
            operator,
            about,
            claim,
            shown: `${operator === null ? '' : SIGNS[operator]}${shown}`,
            decimals,
            range,
            written,
        });
    }
}

function counted(unit: string | null): Counted {
    return (unit === null ? null : countedBy(unit)) ?? { kind: 'count' };
}

function unitName(unit: string, number: string): string {
    return number === '1' ? unit : unit === 'half-life' ? 'half-lives' : `${unit}s`;
}
