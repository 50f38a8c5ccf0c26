// The space of facts: every patient is a point in it. Answers what conditions ask with formulas over shared variables.
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { CompiledBefore } from '../compile/compiled-before.js';
import type { Verdict } from '../compile/verdicts.js';
import { type Formula, Formulas, not } from '../encode/formulas.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { usedIn } from './measures.js';
import { Grades } from './grades.js';
import { NumberLines } from './number-lines.js';
import { OccurrencePlan } from './occurrence-plan.js';
import { countKey, Occurrences } from './occurrences.js';
import type { ChangeQuery, FactReader, GradeQuery, MemberOccurrence, OccurrenceQuery, ValueQuery } from './queries.js';
import { Values } from './values.js';
import { meaningOf } from '../knowledge/meaning.js';
import { spanKey } from '../time/spans.js';

export class FactSpace implements FactReader {
    readonly formulas = new Formulas();
    readonly verdicts = new CompiledBefore<Verdict>();
    readonly members = new CompiledBefore<readonly MemberOccurrence[] | null>();
    readonly numbers = new NumberLines(this.formulas);
    readonly occurrences: Occurrences;
    readonly values: Values;
    readonly grades: Grades;
    /** Facts that nothing else is known of, by key. */
    readonly freeFacts = new Map<string, Formula>();
    /** What is counted, by the name of its number line. */
    readonly counts = new Map<string, OccurrenceQuery>();
    /** What changes, by the name of its number line. */
    readonly changed = new Map<string, ChangeQuery>();

    /** @param asked every question about occurrences that will be put to the space. */
    constructor(
        readonly knowledge: Knowledge,
        asked: readonly OccurrenceQuery[],
    ) {
        this.occurrences = new Occurrences(this.formulas, knowledge, new OccurrencePlan(knowledge, asked));
        this.values = new Values(this.formulas, knowledge, this.numbers);
        this.grades = new Grades(this.formulas, this.numbers, this.occurrences, knowledge);
    }

    occurs(query: OccurrenceQuery): Formula {
        return this.occurrences.occurs(query);
    }

    membersThat(query: OccurrenceQuery): MemberOccurrence[] {
        return this.occurrences.membersThat(query);
    }

    occursTimes(query: OccurrenceQuery, operator: ComparisonOperator, count: number): Formula {
        const id = countKey(query, meaningOf(query.what));
        const holds = this.values.count(id, operator, count);
        if (!this.counts.has(id)) {
            this.counts.set(id, query);
            const atLeastOnce = this.values.count(id, '>=', 1);
            const occurs = this.occurs(query);
            this.formulas.addLemma([not(atLeastOnce), occurs]);
            this.formulas.addLemma([atLeastOnce, not(occurs)]);
        }
        return holds;
    }

    compare(query: ValueQuery, operator: ComparisonOperator, value: Rational): Formula {
        // A dose above zero is a use, and without use there is none.
        for (const use of usedIn(query)) {
            const taken = this.values.compare(query.pick === 'every' ? { ...query, pick: 'any' } : query, '>', Rational.ZERO);
            this.formulas.addLemma([not(taken), this.occurs(use)]);
        }
        return this.values.compare(query, operator, value);
    }

    compareValues(query: ValueQuery, operator: ComparisonOperator, other: MeasureExpression, factor: Rational | null): Formula {
        return this.values.compareValues(query, operator, other, factor);
    }

    grade(query: GradeQuery, operator: ComparisonOperator, index: number): Formula {
        return this.grades.compare(query, operator, index);
    }

    changes(query: ChangeQuery, operator: ComparisonOperator, amount: Rational): Formula {
        const id = `change\n${query.key}\n${spanKey(query.span)}`;
        this.changed.set(id, query);
        return this.values.change(id, operator, amount);
    }

    occasions(key: string, operator: ComparisonOperator, count: number): Formula {
        return this.values.count(`occasions\n${key}`, operator, count);
    }

    free(key: string): Formula {
        let fact = this.freeFacts.get(key);
        if (fact === undefined) this.freeFacts.set(key, (fact = this.formulas.variable()));
        return fact;
    }
}
