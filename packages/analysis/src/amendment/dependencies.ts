// What the meaning of a criterion depends on beside its own words: definitions, terms, the index disease, the protocol's defaults.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { termKey } from '../knowledge/meaning.js';

export interface Dependencies {
    /** As keys, those used by definitions included. */
    readonly definitions: ReadonlySet<string>;
    readonly terms: ReadonlySet<string>;
    readonly usesIndex: boolean;
    /** Some of it has no time of its own. */
    readonly usesDefaultTime: boolean;
    /** Some value in it is not said to be the latest, the worst, any or every one. */
    readonly usesDefaultPick: boolean;
}

export function dependenciesOf({ rule, readings }: Criterion, { definitions }: CriteriaDocument): Dependencies {
    const byKey = new Map(definitions.map((each) => [termKey(each.id), each]));
    const found = { definitions: new Set<string>(), terms: new Set<string>(), usesIndex: false, usesDefaultTime: false, usesDefaultPick: false };
    const visit = (condition: Condition): void => {
        walkCondition(condition, {
            condition: (each) => {
                if ('window' in each && each.window?.written === false) found.usesDefaultTime = true;
                if ((each.kind === 'compare' || each.kind === 'grade') && each.pick === null) found.usesDefaultPick = true;
                if (each.kind !== 'reference') return;
                const key = termKey(each.definition);
                const definition = byKey.get(key);
                if (found.definitions.has(key)) return;
                found.definitions.add(key);
                if (definition !== undefined) visit(definition.rule);
            },
            selection: ({ term, index }) => {
                if (index) found.usesIndex = true;
                if (term !== null) found.terms.add(termKey(term));
            },
            term: (id) => found.terms.add(termKey(id)),
        });
    };
    for (const each of [rule, ...readings.map((reading) => reading.rule)]) visit(each);
    return found;
}
