// What is known of terms and makes parts of criteria bear on each other: class membership, implications, declared orders, limits of normal, use.
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Relation } from '@crit-lang/model/criteria/term.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { termKey } from '@crit-lang/analysis/knowledge/meaning.js';
import type { Knowledge } from '@crit-lang/analysis/knowledge/knowledge.js';
import { isConditional, membershipOf, withIndex } from '@crit-lang/analysis/knowledge/selection.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import type { Focus } from './focus.js';
import { shortWords } from './words.js';
import { capitalized, listed, listedUpTo } from './listed.js';

/**
 * Sentences, each once: why what one criterion asks for is what another speaks of. Says so where the protocol itself declared it.
 * @param apart whether what cannot be so together is said too.
 */
export function linkSentences(focuses: readonly Focus[], relations: readonly Relation[], { apart = true } = {}): string[] {
    const [first] = focuses;
    if (first === undefined) return [];
    const { knowledge } = first.part.setting;
    const named = focuses.map(termsOf);
    const found = new Set<string>();
    const members = new Map<string, Set<string>>();
    const used = new Set<string>();
    const pairs = named.flatMap((ones, index) => named.flatMap((others, at) => (index === at ? [] : [[ones, others] as const])));
    for (const [ones, others] of pairs) {
        for (const one of ones.occurring.keys()) {
            for (const [other, selection] of others.occurring) {
                if (one === other) continue;
                if (knowledge.isA(one, other)) {
                    const is = membership(one, other, selection, knowledge, relations);
                    members.set(is, (members.get(is) ?? new Set()).add(name(one, knowledge)));
                } else for (const each of between(one, other, knowledge, apart)) found.add(each);
            }
        }
        for (const one of ones.measured) for (const other of others.measured) for (const each of order(one, other, knowledge)) found.add(each);
        for (const one of ones.measured) if (others.measured.has(one)) for (const each of limits(one, relations)) found.add(each);
        for (const drug of ones.responding) {
            if ([...others.occurring.keys()].some((other) => !others.responding.has(other) && knowledge.isA(drug, other))) used.add(name(drug, knowledge));
        }
    }
    const memberships = [...members].map(
        ([is, terms]) => `${capitalized(terms.size === 1 ? listed([...terms]) : `each of ${listedUpTo([...terms], MEMBERS)}`)} ${is}.`,
    );
    const uses = used.size === 0 ? [] : [`Any response to ${listedUpTo([...used], MEMBERS, 'or')} means that it was used.`];
    const definitions = named.flatMap(({ definitions: used, part }) => used.flatMap((reference) => definitionWords(reference, part, knowledge)));
    return [...memberships, ...found, ...uses, ...new Set(definitions)];
}

/** So many members of a class are named in a sentence. */
const MEMBERS = 12;

type Reference = Extract<Condition, { kind: 'reference' }>;

interface Terms {
    readonly part: Part;
    /** Conditions, drugs, procedures, facts, each with how it is selected where it is; the index disease put in. */
    readonly occurring: ReadonlyMap<string, TermSelection | null>;
    /** Definitions that are used, with what they are given. */
    readonly definitions: readonly Reference[];
    readonly measured: ReadonlySet<string>;
    readonly responding: ReadonlySet<string>;
}

function termsOf({ part, rule }: Focus): Terms {
    const [measured, responding] = [new Set<string>(), new Set<string>()];
    const definitions: Reference[] = [];
    const occurring = new Map<string, TermSelection | null>();
    const add = (term: string, selection: TermSelection | null = null): unknown => occurring.set(termKey(term), selection);
    walkCondition(rule, {
        condition: (condition: Condition) => {
            const selection =
                condition.kind === 'presence'
                    ? condition.what
                    : condition.kind === 'response'
                      ? condition.to
                      : condition.kind === 'elapsed'
                        ? condition.since
                        : null;
            const resolved = selection === null ? null : withIndex(selection, part.setting.index);
            if (resolved?.term !== undefined && resolved.term !== null) {
                add(resolved.term, resolved);
                if (condition.kind === 'response') responding.add(termKey(resolved.term));
            }
            if (condition.kind === 'washout') for (const { what } of condition.rows) if (what.term !== null) add(what.term, what);
            if (condition.kind === 'fact') add(condition.term);
            if (condition.kind === 'meets') add(condition.criteria);
            if (condition.kind === 'grade' && condition.of !== null && condition.of.term !== null) add(condition.of.term);
            if (condition.kind === 'reference') definitions.push(condition);
            if (condition.kind === 'compare' && condition.left.kind === 'measure') measured.add(termKey(condition.left.term));
        },
    });
    return { part, occurring, definitions, measured, responding };
}

function membership(one: string, other: string, selection: TermSelection | null, knowledge: Knowledge, relations: readonly Relation[]): string {
    const declared = relations.some(
        (each) => each.kind === 'is-a' && each.origin === 'declared' && knowledge.isA(one, each.child) && knowledge.isA(each.parent, other),
    );
    const hasExceptions = selection?.except.some((exception) => !isConditional(exception)) ?? false;
    const isKept = hasExceptions && selection !== null && membershipOf(one, selection, knowledge) === 'yes';
    return `is ${withArticle(name(other, knowledge))}${declared ? ', as this protocol itself declares' : ''}${isKept ? ', and none of those excepted' : ''}`;
}

function between(one: string, other: string, knowledge: Knowledge, apart: boolean): string[] {
    if (knowledge.followsFrom(one).has(other)) return [`${sentenceName(one, knowledge)} implies ${name(other, knowledge)}.`];
    if (!apart) return [];
    const [follows, others] = [knowledge.followsFrom(one), knowledge.followsFrom(other)];
    const isApart = knowledge.disjoint.some(([a, b]) => (follows.has(a) && others.has(b)) || (follows.has(b) && others.has(a)));
    const [first, second] = [one, other].sort();
    return isApart ? [`${sentenceName(first ?? one, knowledge)} and ${name(second ?? other, knowledge)} cannot both be so at one time.`] : [];
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

function definitionWords({ definition: id, arguments: given }: Reference, part: Part, knowledge: Knowledge): string[] {
    const definition = knowledge.definition(id);
    if (definition === undefined) return [];
    const values = new Map(definition.parameters.map((name, place) => [name, given[place]]));
    return [`${capitalized(id)} is defined as ${shortWords(withValues(definition.rule, values), part)}.`];
}

/** The rule with what stands for its parameters. */
function withValues<Value>(within: Value, values: ReadonlyMap<string, Limit | undefined>): Value {
    if (typeof within !== 'object' || within === null) return within;
    if ('kind' in within && within.kind === 'parameter' && 'name' in within) return (values.get(String(within.name)) ?? within) as Value;
    if (Array.isArray(within)) return within.map((each: unknown) => withValues(each, values)) as Value;
    return Object.fromEntries(Object.entries(within).map(([name, part]) => [name, withValues(part as unknown, values)])) as Value;
}

/** "an arthritis", "an IL-6 inhibitor", "a TNF inhibitor". */
export function withArticle(words: string): string {
    const isSpelt = /^[A-Z][A-Z\d-]/u.test(words);
    const isVowel = isSpelt ? /^[AEFHILMNORSX]/u.test(words) : /^(?:[aeio]|u(?!ni|r[eio]|s[eu]|t[ei]))/iu.test(words);
    return `${isVowel ? 'an' : 'a'} ${words}`;
}

function name(key: string, knowledge: Knowledge): string {
    return knowledge.term(key)?.id ?? key;
}

function sentenceName(key: string, knowledge: Knowledge): string {
    const id = name(key, knowledge);
    return id.charAt(0).toUpperCase() + id.slice(1);
}
