// Why an exception spares nobody: its term is not of the class that it is excepted from, or another exception covers it.
import { withIndex } from '@crit-lang/analysis/knowledge/selection.js';
import type { Alternative } from '@crit-lang/analysis/subjects/alternatives.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import { withArticle } from '../links.js';
import { capitalized, listedUpTo } from '../listed.js';

/** So many exceptions are named in a sentence. */
const NAMED = 12;

/** Sentences, and whether they name all of the alternatives; none for what is no exception. */
export function whySparingNobody(alternatives: readonly Alternative[], { setting }: Part): { sentences: string[]; isAll: boolean } {
    const { knowledge, index } = setting;
    const [outside, covered] = [new Map<string, string[]>(), new Map<string, string[]>()];
    const add = (to: Map<string, string[]>, key: string, member: string): unknown => to.set(key, [...(to.get(key) ?? []), member]);
    for (const { kind, condition, list, place } of alternatives) {
        if (kind !== 'exception' || !('except' in list) || condition.kind !== 'presence') continue;
        const className = withIndex(list, index)?.term ?? null;
        const member = withIndex(condition.what, index)?.term ?? null;
        if (className === null || member === null) continue;
        // The one that writes it believes that the term is of the class.
        if (!knowledge.isA(member, className)) add(outside, className, member);
        else {
            const others = list.except.filter((each, at) => at !== place && each.provided === null && each.refinements.length === 0);
            const by = others.find(({ selection: { term } }) => term !== null && term !== member && knowledge.isA(member, term))?.selection.term ?? null;
            if (by !== null) add(covered, by, member);
        }
    }
    const sentences = [
        ...[...outside].map(([name, [first = '', ...others]]) =>
            others.length === 0
                ? `${capitalized(first)} does not count as ${withArticle(name)}: nothing declares that it does.`
                : `None of ${listedUpTo([first, ...others], NAMED)} counts as ${withArticle(name)}: nothing declares that one does.`,
        ),
        ...[...covered].map(
            ([name, members]) =>
                `${capitalized(listedUpTo(members, NAMED))} ${members.length === 1 ? 'is' : 'are each'} ${withArticle(name)}, which is excepted already.`,
        ),
    ];
    return { sentences, isAll: [...outside.values(), ...covered.values()].flat().length === alternatives.length };
}
