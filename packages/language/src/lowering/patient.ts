// Lowers patient cases: facts in the syntax of conditions, assumptions, expectations.
import type { PatientCase as ModelPatientCase } from '@crit-lang/model/criteria/document.js';
import type { PatientCase } from '../generated/ast.js';
import { recovered } from '../syntax/recovered.js';
import { EMPTY_FRAME } from './conditions/frame.js';
import { unknownCohort } from './declaration.js';
import type { Lowering } from './lowering.js';

export function lowerPatient(lowering: Lowering, node: PatientCase): ModelPatientCase {
    const parts = recovered(node);
    const patient: ModelPatientCase = { title: parts.title ?? '', cohort: parts.cohort ?? null, facts: [], nothingElse: false, assumptions: [], expect: [], ...lowering.at(node) };
    if (parts.cohort !== undefined && !lowering.scope.cohorts.has(parts.cohort)) lowering.report('unknown-cohort', node, unknownCohort(lowering, parts.cohort));
    for (const fact of parts.facts ?? []) {
        switch (fact.$type) {
            case 'NothingElse': patient.nothingElse = true; break;
            case 'Assumption': patient.assumptions.push({ text: recovered(fact).text ?? '', holds: fact.negated !== true }); break;
            case 'Expectation': {
                const because = fact.criteria ?? [];
                for (const id of because) if (!lowering.scope.criteria.has(id)) lowering.report('unknown-criterion', fact, `'because ${id}' names a criterion that this file does not have.`);
                patient.expect.push({ outcome: fact.outcome, because });
                break;
            }
            case 'FactLine': patient.facts.push(lowering.expression(recovered(fact).fact, EMPTY_FRAME)); break;
        }
    }
    return patient;
}
