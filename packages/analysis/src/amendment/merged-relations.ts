// The relations of two versions as one set: what either declares holds, unless the two contradict each other.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Relation } from '@crit-lang/model/criteria/term.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { meaningOf, termKey } from '../knowledge/meaning.js';

export function mergedRelations(old: CriteriaDocument, current: CriteriaDocument): Relation[] {
    const found = new Map<string, Relation>();
    for (const relation of [...current.relations, ...old.relations]) {
        if (isContradicted(relation, old.relations, current.relations)) continue;
        const key = relationKey(relation);
        const known = found.get(key);
        found.set(key, known?.kind === 'limit-interval' && relation.kind === 'limit-interval' ? widened(known, relation) : (known ?? relation));
    }
    return [...found.values()];
}

/** The same for relations that say the same; of limits of normal one is kept, wide enough for both. */
function relationKey(relation: Relation): string {
    if (relation.kind === 'limit-interval') return meaningOf([relation.kind, termKey(relation.measure), relation.limit]);
    return meaningOf({ ...relation, source: null }).toLowerCase();
}

// One version says that a value is below another one, the other version that it is above it.
function isContradicted(relation: Relation, ...versions: readonly (readonly Relation[])[]): boolean {
    if (relation.kind !== 'order') return false;
    const has = (relations: readonly Relation[], lower: string, upper: string): boolean =>
        relations.some((each) => each.kind === 'order' && termKey(each.lower) === termKey(lower) && termKey(each.upper) === termKey(upper));
    const isOpposed = versions.some((relations) => has(relations, relation.upper, relation.lower));
    return isOpposed && !versions.some((relations) => has(relations, relation.upper, relation.lower) && has(relations, relation.lower, relation.upper));
}

type LimitInterval = Extract<Relation, { kind: 'limit-interval' }>;

function widened(one: LimitInterval, other: LimitInterval): LimitInterval {
    const value = ({ canonical }: ModelQuantity): Rational | null => (canonical === null ? null : Rational.from(canonical.value));
    const pick = (a: ModelQuantity, b: ModelQuantity, sign: number): ModelQuantity => {
        const [first, second] = [value(a), value(b)];
        return first !== null && second !== null && first.compare(second) * sign > 0 ? b : a;
    };
    return { ...one, low: pick(one.low, other.low, 1), high: pick(one.high, other.high, -1) };
}
