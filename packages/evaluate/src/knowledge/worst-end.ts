// Which end of its values is the worst of a measure: the one that keeps patients out by the criteria that ask for its worst value.
import type { Comparison, Condition, MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { measureKey } from '../values/measure-key.js';

export type WorstEnd = 'low' | 'high';

const KNOWN = new WeakMap<CriteriaDocument, ReadonlyMap<string, ReadonlySet<WorstEnd>>>();

/** The lowest or the highest value; null where no criterion asks for the worst value, or where criteria ask for either end (potassium from 3.5 to 5). */
export function worstEndOf(measure: MeasureExpression, document: CriteriaDocument): WorstEnd | null {
    let ends = KNOWN.get(document);
    if (ends === undefined) {
        ends = endsIn(document);
        KNOWN.set(document, ends);
    }
    const [end, other] = ends.get(measureKey(measure)) ?? [];
    return end === undefined || other !== undefined ? null : end;
}

function endsIn(document: CriteriaDocument): Map<string, Set<WorstEnd>> {
    const ends = new Map<string, Set<WorstEnd>>();
    const defaultPick = document.protocol?.defaultPick ?? 'latest';
    const add = (comparison: Comparison, helps: boolean): void => {
        if ((comparison.pick ?? defaultPick) !== 'worst') return;
        const key = measureKey(comparison.left);
        const found = ends.get(key) ?? new Set();
        ends.set(key, found);
        for (const end of endsOf(comparison, helps)) found.add(end);
    };
    // `helps`: the patient gets in where the condition holds.
    const walk = (condition: Condition, helps: boolean, definitions: readonly string[]): void => {
        switch (condition.kind) {
            case 'compare':
                add(condition, helps);
                break;
            case 'all':
            case 'any':
                for (const part of condition.of) walk(part, helps, definitions);
                break;
            case 'not':
                walk(condition.of, !helps, definitions);
                break;
            case 'repeated':
                walk(condition.of, helps, definitions);
                break;
            case 'vague':
                walk(condition.condition, helps, definitions);
                break;
            case 'count':
                for (const item of condition.items) walk(item.condition, helps, definitions);
                break;
            case 'guard':
                walk(condition.then, helps, definitions);
                if (condition.otherwise !== null) walk(condition.otherwise, helps, definitions);
                break;
            case 'cases':
                for (const row of condition.rows) walk(row.then, helps, definitions);
                break;
            case 'reference': {
                const used = document.definitions.find(({ id }) => id.toLowerCase() === condition.definition.toLowerCase());
                if (used !== undefined && !definitions.includes(used.id)) walk(used.rule, helps, [...definitions, used.id]);
                break;
            }
            default:
                break;
        }
    };
    for (const criterion of document.criteria)
        for (const { rule } of criterion.readings.length > 0 ? criterion.readings : [criterion]) walk(rule, criterion.kind === 'include', []);
    return ends;
}

// A value that must be high is worst when low, and so on; one that must be exactly so can be worst on either side.
function endsOf({ operator }: Comparison, helps: boolean): WorstEnd[] {
    if (operator === '=') return ['low', 'high'];
    const mustBeHigh = (operator === '>' || operator === '>=') === helps;
    return [mustBeHigh ? 'low' : 'high'];
}
