// Verdicts on single criteria and facts of patients who are much alike: each is found from the facts that bear on it, and found once.
import { contradictionsIn } from '@crit-lang/evaluate/consistency.js';
import { type CriterionResult, evaluateCriterion } from '@crit-lang/evaluate/criterion.js';
import type { Knowledge } from '@crit-lang/evaluate/knowledge/knowledge.js';
import { patientFromCase } from '@crit-lang/evaluate/patient/from-case.js';
import { defectsIn } from '@crit-lang/evaluate/reason.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion, PatientCase } from '@crit-lang/model/criteria/document.js';
import { areRelated, Topics } from './topics.js';

export interface KnownVerdict extends Pick<CriterionResult, 'id' | 'passes'> {
    /** Neither the rule nor the facts contradict themselves. */
    readonly isSound: boolean;
}

export class KnownVerdicts {
    private readonly topics: Topics;
    private readonly facts = new Map<string, Condition>();
    private readonly numbers = new Map<Condition, number>();
    private readonly criteria = new Map<Condition, ReadonlySet<Criterion>>();
    private readonly beside = new Map<Condition, Map<Condition, boolean>>();
    private readonly verdicts = new Map<Criterion, Map<string, KnownVerdict>>();
    private readonly fitting = new Map<Condition, Map<string, boolean>>();

    private constructor(private readonly knowledge: Knowledge) {
        this.topics = new Topics(knowledge);
    }

    private static readonly known = new WeakMap<Knowledge, KnownVerdicts>();

    static of(knowledge: Knowledge): KnownVerdicts {
        const found = this.known.get(knowledge) ?? new KnownVerdicts(knowledge);
        this.known.set(knowledge, found);
        return found;
    }

    /** One object for all facts that are written alike. */
    fact(text: string, fact: Condition): Condition {
        const known = this.facts.get(text) ?? fact;
        this.facts.set(text, known);
        return known;
    }

    /** The criteria whose verdict the fact may bear on. */
    criteriaBeside(fact: Condition): ReadonlySet<Criterion> {
        return found(this.criteria, fact, () => {
            const topic = this.topics.of(fact);
            return new Set(this.knowledge.document.criteria.filter((criterion) => rulesOf(criterion).some((rule) => areRelated(topic, this.topics.of(rule)))));
        });
    }

    /** Those of some facts that may bear on a fact, itself among them. */
    factsBeside(fact: Condition, among: readonly Condition[]): Condition[] {
        const beside = found(this.beside, fact, () => new Map<Condition, boolean>());
        return among.filter((other) => found(beside, other, () => areRelated(this.topics.of(fact), this.topics.of(other))));
    }

    /** The verdict of a criterion on a patient of the cohort. */
    verdictOn(criterion: Criterion, patient: PatientCase, cohort: string): KnownVerdict {
        const key = this.keyOf(cohort, this.factsBesideCriterion(criterion, patient));
        return found(found(this.verdicts, criterion, emptyMap<KnownVerdict>), key, () => {
            const { id, passes, reason, readings } = this.resultOn(criterion, patient, cohort);
            return { id, passes, isSound: [reason, ...readings.map((reading) => reading.reason)].every((each) => defectsIn(each).length === 0) };
        });
    }

    /** The verdict with its reasons, which are not kept. */
    resultOn(criterion: Criterion, patient: PatientCase, cohort: string): CriterionResult {
        const record = patientFromCase({ ...patient, facts: this.factsBesideCriterion(criterion, patient) }, this.knowledge, cohort);
        return evaluateCriterion(criterion, record, this.knowledge, cohort);
    }

    private factsBesideCriterion(criterion: Criterion, { facts }: PatientCase): Condition[] {
        return facts.filter((fact) => this.criteriaBeside(fact).has(criterion));
    }

    /** Whether none of the patient's facts contradicts this one. */
    fits(fact: Condition, patient: PatientCase, cohort: string): boolean {
        const facts = this.factsBeside(fact, patient.facts);
        return found(found(this.fitting, fact, emptyMap<boolean>), this.keyOf(cohort, facts), () => {
            const record = patientFromCase({ ...patient, facts }, this.knowledge, cohort);
            return contradictionsIn({ ...patient, facts: [fact] }, record, this.knowledge).length === 0;
        });
    }

    private keyOf(cohort: string, facts: readonly Condition[]): string {
        return `${cohort} ${facts.map((fact) => found(this.numbers, fact, () => this.numbers.size)).join(' ')}`;
    }
}

const emptyMap = <Value>(): Map<string, Value> => new Map<string, Value>();

function found<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
    let value = known.get(key);
    if (value === undefined) {
        value = find();
        known.set(key, value);
    }
    return value;
}

function rulesOf({ rule, readings }: Criterion): readonly Condition[] {
    return readings.length === 0 ? [rule] : readings.map((reading) => reading.rule);
}
