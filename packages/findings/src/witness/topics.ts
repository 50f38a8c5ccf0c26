// What conditions are about, as far as one may bear on the verdict on another: terms, their classes, what follows from them, what is linked to them, texts.
import { plainText } from '@crit-lang/evaluate/conditions/refinement.js';
import { key, type Knowledge } from '@crit-lang/evaluate/knowledge/knowledge.js';
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { type Visitor, walkCondition, walkSelection } from '@crit-lang/model/criteria/walk.js';

/** What one condition is about. */
export interface Topic {
    /** Terms that it names, as keys, with what they imply; and its texts. */
    readonly says: ReadonlySet<string>;
    /** All that follows from these. */
    readonly reach: ReadonlySet<string>;
    /** What cannot be there together with something that follows. */
    readonly clashes: ReadonlySet<string>;
}

export class Topics {
    private readonly disjoint = new Map<string, string[]>();
    private readonly known = new WeakMap<object, Topic>();

    constructor(private readonly knowledge: Knowledge) {
        const { terms, relations } = knowledge.document;
        for (const { id, disjoint } of terms) this.keepApart([id], disjoint);
        for (const relation of relations) if (relation.kind === 'disjoint') this.keepApart(relation.terms, relation.terms);
    }

    private keepApart(ones: readonly string[], others: readonly string[]): void {
        const add = (one: string, other: string): void => void this.disjoint.set(one, [...(this.disjoint.get(one) ?? []), other]);
        for (const one of ones.map(key)) {
            for (const other of others.map(key)) {
                if (one === other) continue;
                add(one, other);
                add(other, one);
            }
        }
    }

    /** What a condition is about; asked again of the same object, it is not looked for again. */
    of(condition: Condition): Topic {
        const known = this.known.get(condition);
        if (known !== undefined) return known;
        const topic = this.topicOf(this.namesIn(condition));
        this.known.set(condition, topic);
        return topic;
    }

    private topicOf({ terms, texts }: { terms: ReadonlySet<string>; texts: ReadonlySet<string> }): Topic {
        const says = new Set([...texts, ...terms]);
        const reach = new Set(texts);
        for (const term of this.withLinked(terms)) {
            for (const each of this.knowledge.followsFrom(term)) reach.add(each);
            for (const implied of this.knowledge.impliedBy(term)) says.add(key(implied));
        }
        return { says, reach, clashes: new Set([...reach].flatMap((each) => this.disjoint.get(each) ?? [])) };
    }

    // From the value of one measure follows something of those that are declared to be above or below it.
    private withLinked(terms: ReadonlySet<string>): Set<string> {
        const all = new Set(terms);
        for (const term of all) for (const { other } of this.knowledge.linksOf(term)) all.add(key(other));
        return all;
    }

    private namesIn(condition: Condition): { terms: Set<string>; texts: Set<string> } {
        const terms = new Set<string>();
        const texts = new Set<string>();
        const definitions = new Set<string>();
        const visitor: Visitor = {
            term: (id) => terms.add(key(id)),
            selection: (selection) => this.termsOf(selection).forEach((id) => terms.add(id)),
            condition: (each) => {
                if (each.kind === 'statement' || each.kind === 'unspecified') texts.add(`"${plainText(each.text)}"`);
                if (each.kind !== 'reference' || definitions.has(key(each.definition))) return;
                definitions.add(key(each.definition));
                const rule = this.knowledge.definition(each.definition)?.rule;
                if (rule !== undefined) walkCondition(rule, visitor);
            },
        };
        walkCondition(condition, visitor);
        return { terms, texts };
    }

    // 'The index disease' may be that of any cohort.
    private termsOf({ term, index }: TermSelection): string[] {
        const found = term === null ? [] : [key(term)];
        if (!index) return found;
        for (const cohort of this.knowledge.document.cohorts)
            if (cohort.index !== null) walkSelection(cohort.index, { selection: (each) => each.term !== null && found.push(key(each.term)) });
        return found;
    }
}

/** Whether what is said of the one may settle, or change, the verdict on the other. */
export function areRelated(one: Topic, other: Topic): boolean {
    return meet(one.says, other.reach) || meet(other.says, one.reach) || meet(one.clashes, other.reach);
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
    const [few, many] = one.size < other.size ? [one, other] : [other, one];
    for (const each of few) if (many.has(each)) return true;
    return false;
}
