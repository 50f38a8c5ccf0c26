// A comparison as plain data: what scripts read and what is sent to an editor.
import type { Change } from '@crit-lang/analysis/amendment/report.js';
import type { DeclaredKind } from '@crit-lang/analysis/amendment/declared-change.js';
import type { DiffReport, Patients } from './diff-report.js';
import { fullMessage } from './diff-report.js';
import type { ShownPatient } from './diff-witness.js';

interface PlainPatients {
    readonly gained: { readonly text: string } | null;
    readonly lost: { readonly text: string } | null;
}

export interface PlainDiff {
    readonly version: 1;
    readonly cohorts: readonly ({
        readonly id: string;
        readonly change: Change;
        readonly message: string;
        readonly readings: readonly object[];
    } & PlainPatients)[];
    readonly criteria: readonly ({
        readonly old: string | null;
        readonly new: string | null;
        readonly change: Change;
        readonly message: string;
        readonly readings: readonly object[];
    } & PlainPatients)[];
    readonly declarations: readonly {
        readonly kind: DeclaredKind;
        readonly name: string;
        readonly message: string;
        readonly reaches: readonly string[];
        readonly alters: readonly string[];
    }[];
    readonly notAnalysed: readonly { readonly version: 'old' | 'new'; readonly criterion: string; readonly reason: string }[];
}

/** The report without what only the analysis itself can read. */
export function plainDiff({ amendment, cohorts, criteria }: DiffReport): PlainDiff {
    return {
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
    };
}

function texts({ gained, lost }: Patients): PlainPatients {
    const text = (patient: ShownPatient | null): { text: string } | null => (patient === null || patient.text === null ? null : { text: patient.text });
    return { gained: text(gained), lost: text(lost) };
}
