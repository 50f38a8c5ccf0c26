// Runs over every written condition of a document, with the criterion it belongs to.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';

/** Calls `visit` for each condition of the written criteria, their readings and the definitions; `criterion` is null in a definition. */
export function everyCondition(document: CriteriaDocument, visit: (condition: Condition, criterion: string | null) => void): void {
    for (const criterion of document.criteria) {
        if (criterion.origin !== 'written') continue;
        const rules = criterion.readings.length > 0 ? criterion.readings.map((reading) => reading.rule) : [criterion.rule];
        for (const rule of rules) walkCondition(rule, { condition: (condition) => visit(condition, criterion.id) });
    }
    for (const definition of document.definitions) walkCondition(definition.rule, { condition: (condition) => visit(condition, null) });
}
