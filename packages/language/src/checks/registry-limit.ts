// registry-limit, the part that reads the header: an age that ClinicalTrials.gov would refuse. The length of the text is looked at where it is generated.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import type { DurationUnit } from '@crit-lang/model/criteria/time.js';
import type { Quantity } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { durationUnit } from '../lowering/time.js';

/** The next smaller unit of the registry that is an exact part, and how many of it make one. */
const SMALLER: Readonly<Partial<Record<DurationUnit, { unit: DurationUnit; times: bigint }>>> = {
    year: { unit: 'month', times: 12n },
    week: { unit: 'day', times: 7n },
    day: { unit: 'hour', times: 24n },
    hour: { unit: 'minute', times: 60n },
};

/** An age limit of the header: the registry takes a whole number of years, months, weeks, days, hours or minutes. */
export function reportRegistryAge(lowering: Lowering, node: Quantity, age: ModelQuantity): void {
    // Without a unit, or with one that is no time, other checks speak.
    const unit = age.unit === null ? undefined : durationUnit(age.unit);
    if (unit === undefined || age.canonical === null) return;
    const value = Rational.from(age.value);
    if (value.equals(Rational.of(value.floor())) && value.sign >= 0) return;
    const smaller = SMALLER[unit];
    const inSmaller = smaller === undefined ? null : value.multiply(Rational.of(smaller.times));
    const instead =
        smaller === undefined || inSmaller === null || inSmaller.sign < 0 || !inSmaller.equals(Rational.of(inSmaller.floor()))
            ? null
            : `${inSmaller.toString()} ${smaller.unit}s`;
    const range = lowering.rangeOf(node);
    lowering.report(
        'registry-limit',
        range,
        `ClinicalTrials.gov takes an age limit as a whole number with its unit, so ${age.value} ${age.unit ?? ''} would be refused.${instead === null ? ' Round it as the protocol means it.' : ` Write ${instead}.`}`,
        {
            fixes: instead === null ? [] : [{ title: `Write '${instead}'`, edits: [{ range, newText: instead }] }],
        },
    );
}
