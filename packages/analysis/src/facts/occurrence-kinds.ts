// Kinds of occurrences of one thing, by what narrows them: what each comes to, and how two stand to each other.
import type { Knowledge } from '../knowledge/knowledge.js';
import { type Extra, relateExtras } from './extras.js';
import type { Leaf } from './leaves.js';

/** An occurrence that is all of `having` and none of `lacking`. */
export interface Kind {
    readonly having: readonly Extra[];
    readonly lacking: readonly Extra[];
}

/** A kind that does not contradict itself, without what the rest of it implies. */
export interface ReducedKind extends Kind {
    /** The same for the same kind. */
    readonly key: string;
}

/** An occurrence of which nothing more is said. */
export const PLAIN: ReducedKind = { having: [], lacking: [], key: '|' };

type Relation = (one: Extra, other: Extra) => 'implies' | 'excludes' | 'open';

export class OccurrenceKinds {
    constructor(private readonly knowledge: Knowledge) {}

    /** Null for what contradicts itself; always the same object for a plain one. */
    reduce({ having, lacking }: Kind, leaf: Leaf): ReducedKind | null {
        if (having.length === 0 && lacking.length === 0) return PLAIN;
        const relate = this.relationFor(leaf);
        const distinct = (extras: readonly Extra[]): Extra[] => [...new Map(extras.map((extra) => [extra.key, extra])).values()];
        const [has, lacks] = [distinct(having), distinct(lacking)];
        if (has.some((one) => has.some((other) => relate(one, other) === 'excludes'))) return null;
        if (lacks.some((lack) => has.some((one) => relate(one, lack) === 'implies'))) return null;
        const impliedByOther = (extra: Extra, others: readonly Extra[], first: (a: Extra, b: Extra) => boolean): boolean =>
            others.some((other) => other !== extra && first(other, extra) && !(first(extra, other) && other.key > extra.key));
        const kind: Kind = {
            having: has.filter((extra) => !impliedByOther(extra, has, (a, b) => relate(a, b) === 'implies')),
            lacking: lacks.filter(
                (extra) => !impliedByOther(extra, lacks, (a, b) => relate(b, a) === 'implies') && !has.some((one) => relate(one, extra) === 'excludes'),
            ),
        };
        return kind.having.length === 0 && kind.lacking.length === 0 ? PLAIN : { ...kind, key: kindKey(kind) };
    }

    /** Whether every occurrence of the first kind is one of the second. */
    isKindOf(one: Kind, other: Kind, leaf: Leaf): boolean {
        const relate = this.relationFor(leaf);
        return (
            other.having.every((extra) => one.having.some((each) => relate(each, extra) === 'implies')) &&
            other.lacking.every((extra) => one.lacking.some((each) => relate(extra, each) === 'implies'))
        );
    }

    /** Whether the two say of how long it has lasted what cannot both be. */
    lastDifferently(one: Kind, other: Kind, leaf: Leaf): boolean {
        const relate = this.relationFor(leaf);
        return one.having.some((a) => a.kind === 'lasting' && other.having.some((b) => b.kind === 'lasting' && relate(a, b) === 'excludes'));
    }

    private relationFor(leaf: Leaf): Relation {
        const halfLife = this.knowledge.halfLifeOf(leaf.term);
        return (one, other) => relateExtras(one, other, halfLife, this.knowledge);
    }
}

function kindKey({ having, lacking }: Kind): string {
    const keys = (extras: readonly Extra[]): string =>
        extras
            .map(({ key }) => key)
            .sort()
            .join(';');
    return `${keys(having)}|${keys(lacking)}`;
}
