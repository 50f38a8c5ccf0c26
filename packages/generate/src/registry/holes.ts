// Finds what a rule leaves open: parts that the source does not give, and parts that could not be read.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion, Definition } from '@crit-lang/model/criteria/document.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { nameKey } from '../phrase/context.js';

export interface Holes {
    /** Texts of `unspecified`, each once, in order. */
    unspecified: string[];
    /** Texts of what was not understood. */
    unresolved: string[];
}

/** The holes of a criterion's rule, of its further readings and of the definitions they use; a definition is opened once. */
export function holesOf(criterion: Pick<Criterion, 'rule' | 'readings'>, definitions: readonly Definition[]): Holes {
    const found: Holes = { unspecified: [], unresolved: [] };
    const unused = [...definitions];
    const collect = (rule: Condition): void => walkCondition(rule, { condition: look });
    const look = (condition: Condition): void => {
        if (condition.kind === 'unspecified') found.unspecified.push(condition.text);
        if (condition.kind === 'unresolved') found.unresolved.push(condition.text);
        if (condition.kind === 'reference') {
            const key = nameKey(condition.definition);
            const at = unused.findIndex(({ id }) => nameKey(id) === key);
            for (const { rule } of at < 0 ? [] : unused.splice(at, 1)) collect(rule);
        }
    };
    for (const rule of [criterion.rule, ...criterion.readings.map((reading) => reading.rule)]) collect(rule);
    return { unspecified: [...new Set(found.unspecified)], unresolved: [...new Set(found.unresolved)] };
}
