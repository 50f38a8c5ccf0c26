// Reads conditions for what they ask about, without making constraints: so the space of facts can be laid out, and split, before it is built.
import { type Formula, Formulas } from '../encode/formulas.js';
import { meaningOf } from '../knowledge/meaning.js';
import type { FactReader, GradeQuery, MemberOccurrence, OccurrenceQuery, ValueQuery } from './queries.js';
import { measureKey, measuresIn, usedIn } from './measures.js';
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';

/** All that some conditions ask. */
export class Mentions implements FactReader {
    readonly formulas = new Formulas();
    readonly occurrences: OccurrenceQuery[] = [];
    readonly values: ValueQuery[] = [];
    readonly grades: GradeQuery[] = [];
    /** Keys of facts that nothing is known of, changes and occasions. */
    readonly others = new Set<string>();

    /** Each answer is a variable of its own: what is asked further must not depend on it. */
    private any(): Formula {
        return this.formulas.variable();
    }

    occurs(query: OccurrenceQuery): Formula {
        this.occurrences.push(query);
        return this.any();
    }

    membersThat(query: OccurrenceQuery): MemberOccurrence[] {
        return [{ member: meaningOf(query.what), occurs: this.occurs(query), isOne: false }];
    }

    occursTimes(query: OccurrenceQuery): Formula {
        return this.occurs(query);
    }

    compare(query: ValueQuery): Formula {
        this.values.push(query);
        for (const use of usedIn(query)) this.occurrences.push(use);
        return this.any();
    }

    compareValues(query: ValueQuery, _operator: unknown, other: MeasureExpression): Formula {
        this.compare({ ...query, expression: other });
        return this.compare(query);
    }

    grade(query: GradeQuery): Formula {
        this.grades.push(query);
        if (query.of !== null) this.occurrences.push({ track: 'present', what: query.of, span: query.span, extras: [], conditional: [] });
        return this.any();
    }

    changes(query: { key: string; expression: MeasureExpression }): Formula {
        this.others.add(`change ${query.key}`);
        return this.any();
    }

    occasions(key: string): Formula {
        this.others.add(`occasions ${key}`);
        return this.any();
    }

    free(key: string): Formula {
        this.others.add(key);
        return this.any();
    }

    /** Names of what is shared with other conditions: two that have none in common, directly or through others, cannot bear on each other. */
    measureKeys(): string[] {
        return this.values.flatMap(({ expression }) => [measureKey(expression), ...measuresIn(expression).map((term) => `term ${term}`)]);
    }
}
