// Lowers patient cases: facts in the syntax of conditions, assumptions, expectations.
import type { PatientCase as ModelPatientCase } from '@crit-lang/model/criteria/document.js';
import { reportUnknownCohorts } from '../checks/unknown-cohort.js';
import { reportUnknownCriterion } from '../checks/unknown-criterion.js';
import type { PatientCase } from '../generated/ast.js';
import { recovered } from '../syntax/recovered.js';
import { EMPTY_FRAME } from './conditions/frame.js';
import type { Lowering } from './lowering.js';

export function lowerPatient(lowering: Lowering, node: PatientCase): ModelPatientCase {
    const parts = recovered(node);
    const patient: ModelPatientCase = {
        title: parts.title ?? '',
        cohort: parts.cohort ?? null,
        facts: [],
        nothingElse: false,
        assumptions: [],
        expect: [],
        ...lowering.at(node),
    };
    if (parts.cohort !== undefined) reportUnknownCohorts(lowering, node, 'cohort', [parts.cohort]);
    for (const fact of parts.facts ?? []) {
        switch (fact.$type) {
            case 'NothingElse':
                patient.nothingElse = true;
                break;
            case 'Assumption':
                patient.assumptions.push({ text: recovered(fact).text ?? '', holds: fact.negated !== true });
                break;
            case 'Expectation': {
                const because = fact.criteria ?? [];
                because.forEach((id, index) =>
                    reportUnknownCriterion(lowering, id, {
                        node: fact,
                        property: 'criteria',
                        index,
                        after: 'because',
                        so: 'the expectation can never be confirmed',
                    }),
                );
                patient.expect.push({ outcome: fact.outcome, because });
                break;
            }
            case 'FactLine':
                patient.facts.push(lowering.expression(recovered(fact).fact, EMPTY_FRAME));
                break;
        }
    }
    return patient;
}
