// What a record still has to say where the evaluator finds a criterion unknown: the leaves that it misses, stated or denied as the model has them.
import { compileRule } from '@crit-lang/analysis/compile/criterion.js';
import type { Model } from '@crit-lang/analysis/components/model.js';
import { type Part, polarityOf } from '@crit-lang/analysis/subjects/part.js';
import type { Knowledge } from '@crit-lang/evaluate/knowledge/knowledge.js';
import type { Reason } from '@crit-lang/evaluate/reason.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { withoutPlaces } from './occurrences.js';

interface Place {
    readonly polarity: 1 | -1 | 0;
    readonly bindings: ReadonlyMap<string, Limit>;
    readonly window: Window | null;
}

/** Facts that may settle the criterion of the part. */
export function settlingFacts(reason: Reason, part: Part, model: Model, knowledge: Knowledge): Condition[] {
    return new Settler(part, model, knowledge).facts(reason, { polarity: polarityOf(part.criterion), bindings: new Map(), window: null });
}

class Settler {
    constructor(
        private readonly part: Part,
        private readonly model: Model,
        private readonly knowledge: Knowledge,
    ) {}

    facts(reason: Reason, place: Place): Condition[] {
        if (reason.verdict !== 'unknown') return [];
        const found = isStatedWhole(reason.condition) ? [] : reason.parts.flatMap((each) => this.facts(each, this.inside(reason, each, place)));
        return found.length > 0 ? found : this.itself(reason.condition, place);
    }

    private inside({ condition }: Reason, part: Reason, place: Place): Place {
        switch (condition.kind) {
            case 'not':
                return { ...place, polarity: place.polarity === 0 ? 0 : place.polarity === 1 ? -1 : 1 };
            case 'guard':
                return part.condition === condition.when ? { ...place, polarity: 0 } : place;
            case 'cases':
                return condition.rows.some(({ when }) => when === part.condition) ? { ...place, polarity: 0 } : place;
            case 'reference': {
                const parameters = this.knowledge.definition(condition.definition)?.parameters ?? [];
                const bindings = new Map(
                    parameters.flatMap((name, index) =>
                        condition.arguments[index] === undefined ? [] : [[name, bound(condition.arguments[index], place)] as const],
                    ),
                );
                return { ...place, bindings, window: condition.window ?? place.window };
            }
            default:
                return place;
        }
    }

    private itself(condition: Condition, place: Place): Condition[] {
        const leaf = instantiated(condition, place);
        if (leaf === null) return [];
        const { setting, replaced } = this.part;
        const { met, unmet } = compileRule(leaf, setting, this.model.space, place.polarity, replaced, () => undefined);
        if (this.model.isTrue(met) === true) return [leaf];
        return this.model.isTrue(unmet) === true ? [{ kind: 'not', of: leaf }] : [];
    }
}

// Said of the whole, not of its parts.
function isStatedWhole({ kind }: Condition): boolean {
    return kind === 'elapsed' || kind === 'repeated';
}

function bound(limit: Limit, { bindings }: Place): Limit {
    return limit.kind === 'parameter' ? (bindings.get(limit.name) ?? limit) : limit;
}

/** The condition with all that the definition around it is used with put in; null where that cannot be. */
function instantiated(condition: Condition, place: Place): Condition | null {
    if (place.bindings.size === 0 && place.window === null) return withoutPlaces(condition);
    let isOpen = false;
    const copy = withoutPlaces(condition);
    const windowIn = (window: Window): Window => (!window.written && place.window !== null ? place.window : window);
    walkCondition(copy, {
        condition: (each) => {
            if ('window' in each && each.window !== null) each.window = windowIn(each.window);
            if (each.kind === 'compare') each.right = bound(each.right, place);
            if (each.kind === 'change') each.amount = bound(each.amount, place);
            if (each.kind === 'reference') each.arguments = each.arguments.map((value) => bound(value, place));
        },
        limit: (limit) => {
            if (limit.kind === 'parameter') isOpen = true;
        },
    });
    return isOpen ? null : copy;
}
