// Finds what a rule leaves open: parts that the source does not give, and parts that could not be read.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';

export interface Holes {
    /** Texts of `unspecified`, each once, in order. */
    unspecified: string[];
    /** Texts of what was not understood. */
    unresolved: string[];
}

/** The holes of a criterion's rule and of its further readings. */
export function holesOf(criterion: Pick<Criterion, 'rule' | 'readings'>): Holes {
    const found: Holes = { unspecified: [], unresolved: [] };
    collect([criterion.rule, criterion.readings.map((reading) => reading.rule)], found);
    return { unspecified: [...new Set(found.unspecified)], unresolved: [...new Set(found.unresolved)] };
}

/** Conditions stand in many members (exceptions, refinements, limits); every object that is one by its kind is looked at. */
function collect(value: unknown, found: Holes): void {
    if (typeof value !== 'object' || value === null) {
        return;
    }
    const condition = value as Partial<Condition>;
    if (condition.kind === 'unspecified' && typeof condition.text === 'string') {
        found.unspecified.push(condition.text);
    } else if (condition.kind === 'unresolved' && typeof condition.text === 'string') {
        found.unresolved.push(condition.text);
    }
    Object.values(value).forEach((member) => collect(member, found));
}
