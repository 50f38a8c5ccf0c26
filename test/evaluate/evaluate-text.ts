// Compiles a criterion and a patient from texts, and evaluates the one over the other.
import assert from 'node:assert/strict';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import type { CohortResult } from '@crit-lang/evaluate/cohort.js';
import { evaluateCohort } from '@crit-lang/evaluate/cohort.js';
import type { CriterionResult } from '@crit-lang/evaluate/criterion.js';
import { Knowledge } from '@crit-lang/evaluate/knowledge/knowledge.js';
import { patientFromCase } from '@crit-lang/evaluate/patient/from-case.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

/** Lines that stand before the criterion: cohorts, terms, definitions, relations. */
export const HEADER =
    'protocol P "Test" { timeline consent, screening, leukapheresis, infusion; assessed screening }\ncohort SLE with SLE\ncohort RA with rheumatoid arthritis\n';

/** The document of a text; the test fails when the text has errors. */
export function documentOf(text: string): CriteriaDocument {
    const { document, diagnostics } = compile(parseFile('test.crit', text));
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ name, message }) => `${name}: ${message}`);
    assert.deepEqual(errors, [], text);
    return document;
}

export interface Asked {
    /** Lines of the criterion T-1. */
    rule: string;
    kind?: 'include' | 'exclude';
    declarations?: string;
    cohort?: string;
    header?: string;
}

/** The document with the criterion T-1 and one patient with these facts. */
export function trialText({ rule, kind = 'include', declarations = '', cohort = 'SLE', header = HEADER }: Asked, facts: string): string {
    return `${header}${declarations}\n${kind} T-1 {\n${rule}\n}\npatient "the patient" in ${cohort} {\n${facts}\nexpect unknown\n}\n`;
}

/** All that is found of the patient with these facts. */
export function cohortResult(asked: Asked, facts: string): CohortResult {
    const document = documentOf(trialText(asked, facts));
    const knowledge = new Knowledge(document);
    const [patient] = document.patients;
    assert.ok(patient !== undefined);
    return evaluateCohort(asked.cohort ?? 'SLE', patientFromCase(patient, knowledge), knowledge);
}

/** What is found of the criterion T-1. */
export function resultOf(asked: Asked, facts: string): CriterionResult {
    const found = cohortResult(asked, facts).criteria.find(({ id }) => id === 'T-1');
    assert.ok(found !== undefined);
    return found;
}

/** A criterion, and patients that meet it, do not meet it, or are not known to. */
export interface Row extends Asked {
    met?: string[];
    notMet?: string[];
    unknown?: string[];
    notApplicable?: string[];
}

/** One test for each patient of each row. */
export function testRows(rows: readonly Row[]): void {
    for (const row of rows) {
        const expected = [
            ['met', row.met],
            ['not-met', row.notMet],
            ['unknown', row.unknown],
            ['not-applicable', row.notApplicable],
        ] as const;
        for (const [verdict, patients = []] of expected) {
            for (const facts of patients) {
                it(`${verdict}: ${row.rule.replaceAll('\n', '; ')} | ${facts.replaceAll('\n', '; ')}`, function () {
                    const { reason } = resultOf(row, facts);
                    assert.equal(
                        reason.verdict,
                        verdict,
                        JSON.stringify(reason, ['verdict', 'says', 'because', 'words', 'facts', 'missing', 'parts', 'defects'], 1),
                    );
                });
            }
        }
    }
}
