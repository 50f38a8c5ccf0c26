// Collects diagnostics while a file is compiled and gives them back sorted by place.
import type { DiagnosticName } from './catalogue.js';
import { CATALOGUE } from './catalogue.js';
import type { Diagnostic, Report } from './diagnostic.js';

export class DiagnosticCollector {
    private readonly found: Diagnostic[] = [];
    private readonly known = new Set<string>();

    /** Adds a diagnostic; its severity is the catalogue's unless it says another. The same finding at the same place is kept once. */
    report(name: DiagnosticName, report: Report): void {
        const { file, start, end } = report.range;
        const key = `${name} ${file} ${start.line}:${start.character} ${end.line}:${end.character} ${report.message}`;
        if (this.known.has(key)) return;
        this.known.add(key);
        this.found.push({
            name,
            severity: report.severity ?? CATALOGUE[name].severity,
            message: report.message,
            range: report.range,
            criteria: report.criteria ?? [],
            ...(report.cohort === undefined ? {} : { cohort: report.cohort }),
            ...(report.cohorts === undefined ? {} : { cohorts: report.cohorts }),
            related: report.related ?? [],
            fixes: report.fixes ?? [],
            ...(report.unnecessary === true ? { unnecessary: true } : {}),
            ...(report.verdict === undefined ? {} : { verdict: report.verdict }),
            ...(report.witness === undefined ? {} : { witness: report.witness }),
        });
    }

    /** All diagnostics of one file (index into the document's files), by place, then by name. */
    ofFile(file: number): Diagnostic[] {
        return this.found.filter((diagnostic) => diagnostic.range.file === file).sort(byPlace);
    }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
    return (
        a.range.start.line - b.range.start.line ||
        a.range.start.character - b.range.start.character ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
        (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
    );
}
