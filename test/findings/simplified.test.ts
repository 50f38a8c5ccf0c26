// What a witness says is what it has to say: of each fact that is left, the evaluator misses it; and what is found part by part is what is found of the whole.
import assert from 'node:assert/strict';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { Knowledge } from '@crit-lang/evaluate/knowledge/knowledge.js';
import { chooseModels } from '@crit-lang/findings/witness/choose-models.js';
import { type Claim, confirm } from '@crit-lang/findings/witness/confirm.js';
import { ConfirmedByParts } from '@crit-lang/findings/witness/confirmed-by-parts.js';
import { simplified } from '@crit-lang/findings/witness/simplify.js';
import { witnessFor } from '@crit-lang/findings/witness/witness.js';
import { compileFile } from '@crit-lang/cli/files/open-file.js';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import type { PatientCase } from '@crit-lang/model/criteria/document.js';
import { inRoot } from '../support/repository.js';

const CLAIM: Claim = { kind: 'eligible' };

for (const example of ['breakfree-1', 'im19', 'cd19-bcma']) {
    describe(`the witnesses of ${example}`, function () {
        this.timeout(60_000);
        const analysis = new DocumentAnalysis(compileFile(new Workspace(inRoot('.')), `examples/${example}.crit`).document);
        const knowledge = new Knowledge(analysis.document);
        const eligible = (analysis.worlds[0]?.cohorts ?? []).filter(({ satisfiable }) => satisfiable === true);

        for (const { scenario } of eligible) {
            const cohort = scenario.cohort.id;
            const patient = (): PatientCase => {
                const models = chooseModels(analysis, scenario.parts);
                assert.ok(models !== null);
                const witness = witnessFor(analysis, models, cohort, CLAIM);
                assert.ok(witness.confirmed);
                return witness.patient;
            };

            it(`${cohort}: no fact can be left away`, function () {
                const shown = patient();
                const shorter = simplified(shown, (without) => confirm(without, cohort, CLAIM, knowledge).confirmed);
                assert.deepEqual(shorter.facts, shown.facts);
            });

            it(`${cohort}: without each of its facts, the parts say what the whole says`, function () {
                const shown = patient();
                const byParts = new ConfirmedByParts(knowledge, cohort, CLAIM);
                assert.equal(byParts.outcome(shown).confirmed, true);
                for (const fact of shown.facts) {
                    const without = { ...shown, facts: shown.facts.filter((each) => each !== fact) };
                    const whole: boolean = confirm(without, cohort, CLAIM, knowledge).confirmed;
                    assert.equal(byParts.isConfirmedWithout(fact, without), whole, JSON.stringify(fact));
                    assert.equal(byParts.outcome(without).confirmed, whole);
                }
            });
        }
    });
}
