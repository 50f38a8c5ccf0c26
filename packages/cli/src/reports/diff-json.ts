// `diff --format json`: the shape that scripts read.
import { jsonText } from '../terminal/json-text.js';
import type { DiffReport, Patients } from './diff-report.js';
import { fullMessage } from './diff-report.js';
import type { ShownPatient } from './diff-witness.js';

export function diffJson({ amendment, cohorts, criteria }: DiffReport): string {
    return jsonText({
        version: 1,
        cohorts: cohorts.map((cohort) => ({
            id: cohort.id,
            change: cohort.change,
            ...texts(cohort),
            message: fullMessage(cohort),
            readings: cohort.readings.map(({ reading, ...patients }) => ({
                criterion: reading.criterion,
                reading: reading.id,
                title: reading.title,
                change: reading.change,
                ...texts(patients),
            })),
        })),
        criteria: criteria.map((criterion) => ({
            old: criterion.of.old?.id ?? null,
            new: criterion.of.new?.id ?? null,
            change: criterion.change,
            ...texts(criterion),
            message: fullMessage(criterion),
            readings: criterion.of.readings.map(({ id, title, change }) => ({ reading: id, title, change })),
        })),
        declarations: amendment.declarations.map(({ kind, name, message, reaches, alters }) => ({ kind, name, message, reaches, alters })),
        notAnalysed: amendment.notAnalysed,
    });
}

function texts({ gained, lost }: Patients): { gained: { text: string } | null; lost: { text: string } | null } {
    const text = (patient: ShownPatient | null): { text: string } | null => (patient === null || patient.text === null ? null : { text: patient.text });
    return { gained: text(gained), lost: text(lost) };
}
