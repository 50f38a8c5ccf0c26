// `stats --format human`: a table, one line a file, and what share of the criteria is formal.
import type { CriterionClass } from '@crit-lang/model/criteria/classify.js';
import { CRITERION_CLASSES } from '@crit-lang/model/criteria/classify.js';
import { visibleText } from '@crit-lang/findings/print/visible-text.js';

/** How many criteria of a file are in each class. */
export type FileStats = { path: string; criteria: number } & Record<CriterionClass, number>;

const COLUMNS = ['criteria', ...[...CRITERION_CLASSES].reverse()] as const;
const HEADING: Partial<Record<(typeof COLUMNS)[number], string>> = { declaredOnly: 'declared only' };

/** The lines of the table; a total where there are several files. */
export function statsTable(files: readonly FileStats[]): string[] {
    const rows = files.length > 1 ? [...files, total(files)] : files;
    const names = rows.map(({ path }) => visibleText(path));
    const nameWidth = Math.max(4, ...names.map((name) => name.length));
    const headings = COLUMNS.map((column) => HEADING[column] ?? column);
    const line = (name: string, cells: readonly string[]): string =>
        `${name.padEnd(nameWidth)}${cells.map((cell, index) => `  ${cell.padStart(headings[index]?.length ?? 0)}`).join('')}`;
    return [
        line('file', headings),
        ...rows.map((row, index) =>
            line(
                names[index] ?? '',
                COLUMNS.map((column) => String(row[column])),
            ),
        ),
        ...share(rows.at(-1)),
    ];
}

function total(files: readonly FileStats[]): FileStats {
    const sum = (column: (typeof COLUMNS)[number]): number => files.reduce((so, file) => so + file[column], 0);
    return { path: 'all', ...(Object.fromEntries(COLUMNS.map((column) => [column, sum(column)])) as Omit<FileStats, 'path'>) };
}

function share(all: FileStats | undefined): string[] {
    if (all === undefined) return [];
    const typable = all.criteria - all.attestation - all.judgement;
    if (typable === 0) return [];
    const formal = all.typed + all.declaredOnly + all.flagged;
    return ['', `${((100 * formal) / typable).toFixed(1)} % of the criteria that are neither attestation nor judgement are formal (${formal} of ${typable}).`];
}
