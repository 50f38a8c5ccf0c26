// Finds what a rule leaves open: parts that the source does not give, and parts that could not be read.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion, Definition } from '@crit-lang/model/criteria/document.js';
import { nameKey } from '../phrase/context.js';

export interface Holes {
    /** Texts of `unspecified`, each once, in order. */
    unspecified: string[];
    /** Texts of what was not understood. */
    unresolved: string[];
}

/** The holes of a criterion's rule, of its further readings and of the definitions they use. */
export function holesOf(criterion: Pick<Criterion, 'rule' | 'readings'>, definitions: readonly Definition[]): Holes {
    const found: Holes = { unspecified: [], unresolved: [] };
    const unused = new Map(definitions.map((definition) => [nameKey(definition.id), definition.rule]));
    collect([criterion.rule, criterion.readings.map((reading) => reading.rule)], found, unused);
    return { unspecified: [...new Set(found.unspecified)], unresolved: [...new Set(found.unresolved)] };
}

/** Conditions stand in many members (exceptions, refinements, limits); every object that is one by its kind is looked at. A definition is opened once. */
function collect(value: unknown, found: Holes, unused: Map<string, Condition>): void {
    if (typeof value !== 'object' || value === null) {
        return;
    }
    const condition = value as Partial<Condition>;
    if (condition.kind === 'unspecified' && typeof condition.text === 'string') {
        found.unspecified.push(condition.text);
    } else if (condition.kind === 'unresolved' && typeof condition.text === 'string') {
        found.unresolved.push(condition.text);
    } else if (condition.kind === 'reference' && typeof condition.definition === 'string') {
        const key = nameKey(condition.definition);
        const meaning = unused.get(key);
        unused.delete(key);
        collect(meaning, found, unused);
    }
    Object.values(value).forEach((member) => collect(member, found, unused));
}
