// A patient record as the evaluator reads it: a set of facts. What is not among them is not known.
import type { TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { ChangeFact, GradeFact, PresenceFact, ResponseFact, ResultFact, StatementFact, TruthFact, ValueFact, WholeFact } from './facts.js';

export interface Patient {
    title: string;
    /** The cohort that the patient is screened for; null when none is named. */
    cohort: string | null;
    /** The disease that this cohort is for. */
    index: TermSelection | null;
    /**
     * 'nothing else': every condition, drug, procedure and event that the facts do not mention is absent at all times, remainders of classes
     * included. It says nothing about measured values, grades, test results, facts about the person, classification criteria or statements.
     */
    nothingElse: boolean;
    presences: PresenceFact[];
    responses: ResponseFact[];
    values: ValueFact[];
    grades: GradeFact[];
    results: ResultFact[];
    truths: TruthFact[];
    changes: ChangeFact[];
    statements: StatementFact[];
    wholes: WholeFact[];
    /** Facts that could not be taken over, each with a sentence. */
    unread: string[];
}

/** A record of which nothing is known. */
export function emptyPatient(title: string, cohort: string | null, index: TermSelection | null): Patient {
    return {
        title,
        cohort,
        index,
        nothingElse: false,
        presences: [],
        responses: [],
        values: [],
        grades: [],
        results: [],
        truths: [],
        changes: [],
        statements: [],
        wholes: [],
        unread: [],
    };
}
