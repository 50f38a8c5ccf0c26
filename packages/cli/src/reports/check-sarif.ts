// `check --format sarif`: findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning services.
import type { DiagnosticName } from '@crit-lang/language/diagnostics/catalogue.js';
import { CATALOGUE } from '@crit-lang/language/diagnostics/catalogue.js';
import type { Diagnostic, Fix, Severity } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Fix as SarifFix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { compareText } from '@crit-lang/vocabulary/name-key.js';
import { jsonText } from '../terminal/json-text.js';
import { VERSION } from '../version.js';
import { artifactUri } from './artifact-uri.js';
import type { CheckedFile } from './checked-file.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVEL: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** The report as a SARIF log; each rule is a diagnostic of the catalogue, and its help says how to read its page. */
export function checkSarif(files: readonly CheckedFile[], pageOf: (name: DiagnosticName) => string | null): string {
    const names = [...new Set(files.flatMap((file) => file.diagnostics.map(({ name }) => name)))].sort(compareText);
    const log: Log = {
        $schema: SCHEMA,
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'crit', version: VERSION, semanticVersion: VERSION, rules: names.map((name) => rule(name, pageOf(name))) } },
                columnKind: 'utf16CodeUnits',
                invocations: [{ executionSuccessful: files.every(({ readable }) => readable) }],
                results: files.flatMap((file) => file.diagnostics.map((diagnostic) => result(diagnostic, file, names.indexOf(diagnostic.name)))),
            },
        ],
    };
    return jsonText(log);
}

function rule(name: DiagnosticName, page: string | null): ReportingDescriptor {
    const { severity, summary } = CATALOGUE[name];
    return {
        id: name,
        shortDescription: { text: summary },
        help: { text: `${summary} The command \`crit explain ${name}\` says more.`, ...(page === null ? {} : { markdown: page }) },
        defaultConfiguration: { level: LEVEL[severity] },
    };
}

function result(diagnostic: Diagnostic, file: CheckedFile, ruleIndex: number): Result {
    const related = diagnostic.related.map(({ range, message }) => ({ ...location(range, file), message: { text: message } }));
    const fixes = diagnostic.fixes.map((fix) => asFix(fix, file));
    const { criteria, cohort, cohorts, verdict, witness } = diagnostic;
    const properties = {
        ...(criteria.length === 0 ? {} : { criteria }),
        ...(cohort === undefined ? {} : { cohort }),
        ...(cohorts === undefined ? {} : { cohorts }),
        ...(verdict === undefined ? {} : { verdict }),
        ...(witness === undefined ? {} : { witness: witness.text }),
    };
    return {
        ruleId: diagnostic.name,
        ruleIndex,
        level: LEVEL[diagnostic.severity],
        message: { text: diagnostic.message },
        locations: [location(diagnostic.range, file)],
        ...(related.length === 0 ? {} : { relatedLocations: related }),
        ...(fixes.length === 0 ? {} : { fixes }),
        ...(Object.keys(properties).length === 0 ? {} : { properties }),
    };
}

function location(range: SourceRange, file: CheckedFile): Location {
    const artifactLocation = { uri: artifactUri(file.files[range.file] ?? '') };
    return { physicalLocation: file.readable ? { artifactLocation, region: region(range) } : { artifactLocation } };
}

function asFix({ title, edits }: Fix, file: CheckedFile): SarifFix {
    const places = [...new Set(edits.map(({ range }) => range.file))];
    return {
        description: { text: title },
        artifactChanges: places.map((place) => ({
            artifactLocation: { uri: artifactUri(file.files[place] ?? '') },
            replacements: edits
                .filter(({ range }) => range.file === place)
                .map(({ range, newText }) => ({ deletedRegion: region(range), insertedContent: { text: newText } })),
        })),
    };
}

/** Lines and columns count from one, and the end column is the one behind the last character. */
function region({ start, end }: SourceRange): Region {
    return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
