// What a measured value is compared with, as an exact number on its scale.
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Scale } from '../patient/facts.js';

export interface LimitValue {
    scale: Scale;
    value: Rational;
    /** The unit of an absolute value; null for a pure number. */
    unit: string | null;
}

/** The number of a limit: canonical where the limit is a quantity, a factor of ULN or LLN, a dilution. Null for what is no single number, or cannot be converted. */
export function limitValue(limit: Limit): LimitValue | null {
    switch (limit.kind) {
        case 'quantity':
            return limit.canonical === null ? null : { scale: 'absolute', value: Rational.from(limit.canonical.value), unit: limit.canonical.unit };
        case 'normal-limit':
            return { scale: limit.limit, value: Rational.from(limit.factor), unit: null };
        // A titer of 1:16 is higher than one of 1:8.
        case 'titer':
            return limit.numerator === 0 ? null : { scale: 'titer', value: Rational.of(BigInt(limit.denominator), BigInt(limit.numerator)), unit: null };
        case 'grade-value':
        case 'parameter':
        case 'measure':
        case 'cases':
            return null;
    }
}
