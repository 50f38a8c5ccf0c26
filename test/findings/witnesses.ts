// Makes witnesses for all that a document lets pass, and reads their text back.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { meaningOf } from '@crit-lang/analysis/knowledge/meaning.js';
import { testPatients } from '@crit-lang/evaluate/patient-test.js';
import type { Claim } from '@crit-lang/findings/witness/confirm.js';
import { chooseModels } from '@crit-lang/findings/witness/choose-models.js';
import { type ChosenReading, documentReadAs } from '@crit-lang/findings/witness/readings.js';
import { type Witness, witnessFor } from '@crit-lang/findings/witness/witness.js';
import { type Compilation, compile } from '@crit-lang/language/compile.js';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import { type ParsedFile, parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { inRoot } from '../support/repository.js';

export interface NamedWitness {
    /** World and cohort. */
    readonly name: string;
    readonly reading: ChosenReading;
    readonly witness: Witness;
}

/** A witness for each cohort in each choice of readings: of those who qualify, or of those who pass what is left when conflicts are given up. */
export function witnessesOf(document: CriteriaDocument): NamedWitness[] {
    const analysis = new DocumentAnalysis(document);
    return analysis.worlds.flatMap(({ reading, cohorts }) =>
        cohorts.flatMap(({ scenario, satisfiable, repaired }): NamedWitness[] => {
            const parts = satisfiable === true ? scenario.parts : repaired;
            const models = chooseModels(analysis, parts);
            if (models === null) return [];
            const passes = [...new Set(parts.map(({ criterion }) => criterion.id))];
            const claim: Claim = satisfiable === true ? { kind: 'eligible' } : { kind: 'criteria', passes, fails: [] };
            const witness = witnessFor(analysis, models, scenario.cohort.id, claim, {
                reading,
                title: `witness of ${reading?.id ?? 'the first readings'} for ${scenario.cohort.id}`,
            });
            return [{ name: `${reading?.id ?? 'first readings'}, ${scenario.cohort.id}`, reading, witness }];
        }),
    );
}

/** Fails unless every witness is confirmed, and its text, pasted behind the source, says the same and comes out as expected. */
export function assertWitnesses(found: readonly NamedWitness[], source: string, recompile: (text: string) => Compilation): void {
    for (const { name, witness } of found) {
        assert.deepEqual(witness.disagreements, [], `${name}\n${witness.text}`);
        assert.ok(witness.confirmed, name);
    }
    const { document, diagnostics } = recompile(`${source}\n${found.map(({ witness }) => `${witness.text}\n`).join('')}`);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    assert.deepEqual(errors, []);
    for (const { reading, witness } of found) {
        const written = document.patients.filter(({ title }) => title === witness.patient.title);
        assert.equal(written.length, 1);
        assert.equal(meaningOf(written[0]), meaningOf(witness.patient), witness.text);
        const results = testPatients(documentReadAs(document, reading), written);
        assert.deepEqual(
            results.map(({ failures }) => failures),
            [[]],
            witness.text,
        );
    }
}

/** Checks all witnesses of a text; returns their texts. */
export function witnessTexts(source: string): string[] {
    const compiled = (text: string): Compilation => compile(parseFile('test.crit', text));
    const { document, diagnostics } = compiled(source);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    assert.deepEqual(errors, [], source);
    const found = witnessesOf(document);
    assertWitnesses(found, source, compiled);
    return found.map(({ witness }) => witness.text);
}

/** Checks all witnesses of a file of the repository, which may import others. */
export function assertWitnessesOfFile(name: string): void {
    const file = inRoot(name);
    const workspace = new Workspace(inRoot(path.dirname(name)));
    const source = fs.readFileSync(file, 'utf8');
    const compiled = (parsed: ParsedFile): Compilation => compile(parsed, workspace.importsOf(file, null));
    const opened = workspace.open(file);
    if ('problem' in opened) assert.fail(opened.problem);
    const { document } = compiled(opened.file);
    assertWitnesses(witnessesOf(document), source, (text) => compiled(parseFile(file, text)));
}

export const critFilesIn = (folder: string): string[] =>
    fs
        .readdirSync(inRoot(folder))
        .filter((name) => name.endsWith('.crit'))
        .sort()
        .map((name) => `${folder}/${name}`);
