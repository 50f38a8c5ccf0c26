// What narrows an occurrence beyond its term and its time: refinements in words, vague qualifiers, how long it lasts, at which dose, by which method.
import type { Refinement } from '@crit-lang/model/criteria/condition.js';
import type { Anchor, DurationBound } from '@crit-lang/model/criteria/time.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { meaningOf, plainText } from '../knowledge/meaning.js';
import { isPartOf } from '../knowledge/selection.js';
import { type HalfLife, relateBounds } from '../time/duration-order.js';

export type Extra =
    | { readonly kind: 'qualifier'; readonly key: string; readonly word: string }
    | { readonly kind: 'refinement'; readonly key: string; readonly refinement: Refinement }
    | { readonly kind: 'lasting'; readonly key: string; readonly bound: DurationBound & { sustained: boolean } }
    | { readonly kind: 'stable dose'; readonly key: string; readonly bound: DurationBound | null; readonly before: Anchor | null }
    | { readonly kind: 'method'; readonly key: string; readonly method: string }
    /** Several at once, for an exception that names several. */
    | { readonly kind: 'both'; readonly key: string; readonly parts: readonly Extra[] };

export const qualifierExtra = (word: string): Extra => ({ kind: 'qualifier', key: `"${plainText(word)}"`, word });

export function refinementExtra(refinement: Refinement): Extra {
    const said = 'text' in refinement ? plainText(refinement.text) : meaningOf('selection' in refinement ? refinement.selection : refinement.condition);
    return { kind: 'refinement', key: `${refinement.relation} ${said.toLowerCase()}`, refinement };
}

export const lastingExtra = (bound: DurationBound & { sustained: boolean }): Extra => ({ kind: 'lasting', key: `lasting ${meaningOf(bound)}`, bound });

export const stableDoseExtra = (stable: { bound: DurationBound | null; before: Anchor | null }): Extra => ({
    kind: 'stable dose',
    key: `stable ${meaningOf(stable)}`,
    ...stable,
});

export const methodExtra = (method: string): Extra => ({ kind: 'method', key: `by ${plainText(method)}`, method });

export function bothOf(parts: readonly Extra[]): Extra | null {
    const [only] = parts;
    if (parts.length < 2) return only ?? null;
    return {
        kind: 'both',
        key: `(${parts
            .map(({ key }) => key)
            .sort()
            .join(' & ')})`,
        parts,
    };
}

/** Whether an occurrence of the first kind is surely of the second, surely not, or neither. */
export function relateExtras(one: Extra, other: Extra, halfLife: HalfLife | null, knowledge: Knowledge): 'implies' | 'excludes' | 'open' {
    if (one.key === other.key) return 'implies';
    if (one.kind === 'both') {
        const relations = one.parts.map((part) => relateExtras(part, other, halfLife, knowledge));
        return relations.includes('implies') ? 'implies' : relations.includes('excludes') ? 'excludes' : 'open';
    }
    if (one.kind === 'lasting' && other.kind === 'lasting') return relateBounds(one.bound, other.bound, halfLife);
    if (one.kind === 'stable dose' && other.kind === 'stable dose') return relateStable(one, other, halfLife);
    if (one.kind === 'method' && other.kind === 'method') return 'open';
    if (one.kind === 'refinement' && other.kind === 'refinement') return relateRefinements(one.refinement, other.refinement, knowledge);
    return 'open';
}

function relateStable(
    one: Extract<Extra, { kind: 'stable dose' }>,
    other: Extract<Extra, { kind: 'stable dose' }>,
    halfLife: HalfLife | null,
): 'implies' | 'excludes' | 'open' {
    if (meaningOf(one.before) !== meaningOf(other.before)) return 'open';
    if (other.bound === null) return 'implies';
    return one.bound === null ? 'open' : relateBounds(one.bound, other.bound, halfLife);
}

function relateRefinements(one: Refinement, other: Refinement, knowledge: Knowledge): 'implies' | 'excludes' | 'open' {
    if ('selection' in one && 'selection' in other && one.relation === other.relation) {
        const [inner, outer] = one.relation === 'without' ? [other.selection, one.selection] : [one.selection, other.selection];
        return isPartOf(inner, outer, knowledge) ? 'implies' : 'open';
    }
    const isOpposite = (one.relation === 'with' && other.relation === 'without') || (one.relation === 'without' && other.relation === 'with');
    return isOpposite && 'text' in one && 'text' in other && plainText(one.text) === plainText(other.text) ? 'excludes' : 'open';
}
