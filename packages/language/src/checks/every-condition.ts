// Runs over every written condition of a document, with the criterion it belongs to.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';

/** `criterion` is null in a definition; `owner` tells criteria and definitions apart ("criterion E-1", "definition active disease"). */
export type ConditionVisit = (condition: Condition, criterion: string | null, owner: string) => void;

/** Calls `visit` for each condition of the written criteria, their readings and the definitions. */
export function everyCondition(document: CriteriaDocument, visit: ConditionVisit): void {
    for (const criterion of document.criteria) {
        if (criterion.origin !== 'written') continue;
        const rules = criterion.readings.length > 0 ? criterion.readings.map((reading) => reading.rule) : [criterion.rule];
        for (const rule of rules) walkCondition(rule, { condition: (condition) => visit(condition, criterion.id, `criterion ${criterion.id}`) });
    }
    for (const definition of document.definitions)
        walkCondition(definition.rule, { condition: (condition) => visit(condition, null, `definition ${definition.id}`) });
}
