// The registry's age groups that a range of ages touches.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { AgeField } from '../registry/age-field.js';
import { AGE_UNITS } from '../registry/age-unit.js';
import type { StandardAge } from './study-record.js';

const ADULT_FROM = 18;
const OLDER_FROM = 65;

/** Child up to 17, adult 18 to 64, older adult from 65 years; a limit that is null is none. */
export function standardAges(minimum: AgeField | null, maximum: AgeField | null): StandardAge[] {
    const startsBefore = (years: number): boolean => minimum === null || compareYears(minimum, years) < 0;
    const reaches = (years: number): boolean => maximum === null || compareYears(maximum, years) >= 0;
    const ages: StandardAge[] = [];
    if (startsBefore(ADULT_FROM)) {
        ages.push('CHILD');
    }
    if (startsBefore(OLDER_FROM) && reaches(ADULT_FROM)) {
        ages.push('ADULT');
    }
    if (reaches(OLDER_FROM)) {
        ages.push('OLDER_ADULT');
    }
    return ages;
}

function compareYears(age: AgeField, years: number): number {
    return Rational.of(BigInt(age.number))
        .multiply(AGE_UNITS[age.unit].days)
        .compare(Rational.of(BigInt(years)).multiply(AGE_UNITS.year.days));
}
