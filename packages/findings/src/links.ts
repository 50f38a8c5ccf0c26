// What is known of terms and makes parts of criteria bear on each other: class membership, implications, declared orders, limits of normal, use.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Relation } from '@crit-lang/model/criteria/term.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { termKey } from '@crit-lang/analysis/knowledge/meaning.js';
import type { Knowledge } from '@crit-lang/analysis/knowledge/knowledge.js';
import { withIndex } from '@crit-lang/analysis/knowledge/selection.js';
import type { Focus } from './focus.js';
import { listed } from './words.js';

/** Sentences, each once: why what one criterion asks for is what another speaks of. Says so where the protocol itself declared it. */
export function linkSentences(focuses: readonly Focus[], relations: readonly Relation[]): string[] {
    const [first] = focuses;
    if (first === undefined) return [];
    const { knowledge } = first.part.setting;
    const named = focuses.map(termsOf);
    const found = new Set<string>();
    named.forEach((ones, index) => {
        named.forEach((others, at) => {
            if (index === at) return;
            for (const one of ones.occurring) for (const other of others.occurring) for (const each of between(one, other, knowledge, relations)) found.add(each);
            for (const one of ones.measured) for (const other of others.measured) for (const each of order(one, other, knowledge)) found.add(each);
            for (const one of ones.measured) if (others.measured.has(one)) for (const each of limits(one, relations)) found.add(each);
        });
        for (const drug of ones.responding) {
            if (named.some((others, at) => at !== index && [...others.occurring].some((other) => knowledge.isA(drug, other)))) {
                found.add(`Any response to ${name(drug, knowledge)} means that it was used.`);
            }
        }
    });
    return [...found];
}

interface Terms {
    /** Conditions, drugs, procedures, facts; the index disease put in. */
    readonly occurring: ReadonlySet<string>;
    readonly measured: ReadonlySet<string>;
    readonly responding: ReadonlySet<string>;
}

function termsOf({ part, rule }: Focus): Terms {
    const [occurring, measured, responding] = [new Set<string>(), new Set<string>(), new Set<string>()];
    walkCondition(rule, {
        condition: (condition: Condition) => {
            const selection =
                condition.kind === 'presence' ? condition.what : condition.kind === 'response' ? condition.to : condition.kind === 'elapsed' ? condition.since : null;
            const resolved = selection === null ? null : withIndex(selection, part.setting.index);
            if (resolved?.term !== undefined && resolved.term !== null) {
                occurring.add(termKey(resolved.term));
                if (condition.kind === 'response') responding.add(termKey(resolved.term));
            }
            if (condition.kind === 'washout') for (const { what } of condition.rows) if (what.term !== null) occurring.add(termKey(what.term));
            if (condition.kind === 'fact') occurring.add(termKey(condition.term));
            if (condition.kind === 'meets') occurring.add(termKey(condition.criteria));
            if (condition.kind === 'grade' && condition.of?.term != null) occurring.add(termKey(condition.of.term));
            if (condition.kind === 'compare' && condition.left.kind === 'measure') measured.add(termKey(condition.left.term));
        },
    });
    return { occurring, measured, responding };
}

function between(one: string, other: string, knowledge: Knowledge, relations: readonly Relation[]): string[] {
    if (one === other) return [];
    if (knowledge.isA(one, other)) {
        const declared = relations.some((each) => each.kind === 'is-a' && each.origin === 'declared' && knowledge.isA(one, each.child) && knowledge.isA(each.parent, other));
        return [`${sentenceName(one, knowledge)} is a ${name(other, knowledge)}${declared ? ', as this protocol declares' : ''}.`];
    }
    if (knowledge.followsFrom(one).has(other)) return [`${sentenceName(one, knowledge)} implies ${name(other, knowledge)}.`];
    const [follows, others] = [knowledge.followsFrom(one), knowledge.followsFrom(other)];
    const isApart = knowledge.disjoint.some(([a, b]) => follows.has(a) && others.has(b));
    return isApart ? [`${sentenceName(one, knowledge)} and ${name(other, knowledge)} cannot both be so at one time.`] : [];
}

function order(one: string, other: string, knowledge: Knowledge): string[] {
    return knowledge.orderLinks.flatMap(({ lower, upper, through }) => {
        if (lower !== one || upper !== other) return [];
        const way = through.length === 0 ? '' : ` (by way of ${listed(through.map((each) => name(each, knowledge)))})`;
        return [`${sentenceName(lower, knowledge)} is never above ${name(upper, knowledge)}${way}.`];
    });
}

function limits(measure: string, relations: readonly Relation[]): string[] {
    return relations.flatMap((relation) => {
        if (relation.kind !== 'limit-interval' || termKey(relation.measure) !== measure) return [];
        const { low, high, limit } = relation;
        const range = low.value === high.value ? `${low.value} ${low.unit ?? ''}` : `${low.value} to ${high.value} ${high.unit ?? ''}`;
        return [`This protocol declares the ${limit} of ${relation.measure}: ${range.trim()}.`];
    });
}

function name(key: string, knowledge: Knowledge): string {
    return knowledge.term(key)?.id ?? key;
}

function sentenceName(key: string, knowledge: Knowledge): string {
    const id = name(key, knowledge);
    return id.charAt(0).toUpperCase() + id.slice(1);
}
