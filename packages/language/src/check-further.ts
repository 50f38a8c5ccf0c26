// Adds to a compilation what checks outside the language find in its document, under the same acknowledgements.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Compilation } from './compile.js';
import { isGenerable } from './compile.js';
import { acknowledge } from './diagnostics/acknowledge.js';
import { isDiagnosticName } from './diagnostics/catalogue.js';
import { DiagnosticCollector } from './diagnostics/collector.js';
import type { RelatedPlace, Severity, Verdict } from './diagnostics/diagnostic.js';

/** What a check outside the language finds; its severity is the catalogue's. */
export interface FurtherFinding {
    message: string;
    /** Id of the criterion spoken of; null when it is the whole document. */
    criterion: string | null;
    /** Where to show it; null shows it at the start of the file. */
    range: SourceRange | null;
}

/** A check that needs more than the language: a generated text. */
export interface FurtherCheck {
    /** A name of the catalogue. */
    name: string;
    run(document: CriteriaDocument): readonly FurtherFinding[];
}

/** A finding with all that an analysis can say of it. */
export interface DetailedFinding {
    /** A name of the catalogue; a finding of another name is left out. */
    readonly name: string;
    /** The catalogue's where none is given. */
    readonly severity?: Severity;
    readonly message: string;
    /** Where to show it; null shows it at the start of the file. */
    readonly range: SourceRange | null;
    /** It lies in an imported file and matters to this one too: it is shown where that file is imported. */
    readonly imported?: boolean;
    /** Ids, the one spoken of first. */
    readonly criteria: readonly string[];
    /** The cohort it is about, where it is about one. */
    readonly cohort?: string | null;
    /** Ids of all cohorts it is about. */
    readonly cohorts?: readonly string[];
    readonly related?: readonly Readonly<RelatedPlace>[];
    readonly fixes?: readonly { readonly title: string; readonly edits: readonly { readonly range: SourceRange; readonly newText: string }[] }[];
    readonly unnecessary?: boolean;
    readonly verdict?: Verdict;
    readonly witness?: { readonly text: string } | null;
}

/**
 * The compilation with the findings of these checks among its diagnostics, or among what the file acknowledges. A document with errors is not asked about:
 * what was not understood says nothing.
 */
export function checkFurther(compilation: Compilation, checks: readonly FurtherCheck[]): Compilation {
    if (!isGenerable(compilation)) return compilation;
    return withFindings(
        compilation,
        furtherFindings(compilation.document, checks),
        checks.map(({ name }) => name),
    );
}

/** What these checks find in a document without errors. */
export function furtherFindings(document: CriteriaDocument, checks: readonly FurtherCheck[]): DetailedFinding[] {
    return checks.flatMap((check) =>
        check
            .run(document)
            .map(({ message, criterion, range }): DetailedFinding => ({ name: check.name, message, range, criteria: criterion === null ? [] : [criterion] })),
    );
}

/**
 * The compilation with these findings among its diagnostics, or among what the file acknowledges. Findings in imported files are left out, as everywhere:
 * those files have their own compilations; only what is `imported` is shown, where the file is imported.
 * @param complete the names of which all findings are given: only an acknowledgement of these can be stale.
 */
export function withFindings(compilation: Compilation, findings: readonly DetailedFinding[], complete: Iterable<string>): Compilation {
    const [main] = compilation.files;
    if (main === undefined) return compilation;
    const diagnostics = new DiagnosticCollector();
    for (const { name, ...known } of [...compilation.diagnostics, ...compilation.acknowledged]) diagnostics.report(name, known);
    for (const finding of findings) {
        const {
            name,
            severity,
            message,
            range,
            imported = false,
            criteria,
            cohort,
            cohorts,
            related = [],
            fixes = [],
            unnecessary,
            verdict,
            witness,
        } = finding;
        if (!isDiagnosticName(name)) continue;
        diagnostics.report(name, {
            message,
            range: (imported ? compilation.imports[range?.file ?? 0] : range) ?? main.source.range(0, 0),
            criteria: [...criteria],
            related: [...related],
            fixes: fixes.map(({ title, edits }) => ({ title, edits: [...edits] })),
            ...(severity === undefined ? {} : { severity }),
            ...(cohort === undefined || cohort === null ? {} : { cohort }),
            ...(cohorts === undefined || cohorts.length === 0 ? {} : { cohorts: [...cohorts] }),
            ...(unnecessary === undefined ? {} : { unnecessary }),
            ...(verdict === undefined ? {} : { verdict }),
            ...(witness === undefined || witness === null ? {} : { witness }),
        });
    }
    const names = new Set(complete);
    const acknowledged = acknowledge(main, diagnostics.ofFile(0), diagnostics, (name) => names.has(name));
    return {
        ...compilation,
        diagnostics: diagnostics.ofFile(0).filter((diagnostic) => !acknowledged.has(diagnostic)),
        acknowledged: [...acknowledged],
    };
}
