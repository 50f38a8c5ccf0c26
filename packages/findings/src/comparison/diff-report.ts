// A comparison as it is shown: what changed, with the patients that both versions were held against.
import type { AmendmentReport, Change, CohortChange, CriterionChange, Example, OtherReading } from '@crit-lang/analysis/amendment/report.js';
import type { ShownPatient } from './diff-witness.js';
import { patientOf } from './diff-witness.js';

export interface Patients {
    readonly gained: ShownPatient | null;
    readonly lost: ShownPatient | null;
}

export interface ShownReading extends Patients {
    readonly reading: OtherReading;
}

export interface ShownCohort extends Patients {
    readonly id: string;
    readonly change: Change;
    readonly message: string;
    readonly readings: readonly ShownReading[];
    readonly of: CohortChange;
}

export interface ShownCriterion extends Patients {
    readonly id: string;
    readonly change: Change;
    readonly message: string;
    readonly of: CriterionChange;
}

export interface DiffReport {
    readonly amendment: AmendmentReport;
    readonly cohorts: readonly ShownCohort[];
    readonly criteria: readonly ShownCriterion[];
}

/** Makes the patients, which takes longer than the comparison. */
export function diffReport(amendment: AmendmentReport): DiffReport {
    const patients = (of: { gained: Example | null; lost: Example | null }, name: string): Patients => ({
        gained: of.gained === null ? null : patientOf(amendment, of.gained, `gained: ${name}`),
        lost: of.lost === null ? null : patientOf(amendment, of.lost, `lost: ${name}`),
    });
    return {
        amendment,
        cohorts: amendment.cohorts.map((of) => {
            const { id } = of.pair;
            const readings = of.readings.map((reading) => ({ reading, ...patients(reading, `${id}, ${reading.criterion} read as ${reading.id}`) }));
            return { id, change: of.change, message: of.message, readings, of, ...patients(of, id) };
        }),
        criteria: amendment.criteria.map((of) => {
            const id = (of.new ?? of.old)?.id ?? '';
            return { id, change: of.change, message: of.message, of, ...patients(of, id) };
        }),
    };
}

/** The message, with what is to be said of the patients that are not shown. */
export function fullMessage({ message, gained, lost }: Patients & { readonly message: string }): string {
    const notes = (['gained', 'lost'] as const).flatMap((direction) => {
        const note = (direction === 'gained' ? gained : lost)?.note ?? null;
        return note === null ? [] : [`Who is ${direction}: ${note}.`];
    });
    return [message, ...notes].join(' ');
}
