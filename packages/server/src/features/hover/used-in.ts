// Where else a protocol uses a term or a definition, for hovers.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { plain } from '../markdown.js';

/** More are counted. */
const MOST_NAMED = 8;

/** By 'term NAME' and 'definition NAME': what uses it, in the order of the document. Made once for a text. */
const known = new WeakMap<CriteriaDocument, ReadonlyMap<string, ReadonlySet<string>>>();

/** "Used in I-1, E-2 and the definition X" in Markdown; null where nothing uses it. */
export function usedIn(kind: 'term' | 'definition', name: string, document: CriteriaDocument): string | null {
    const users = [...(usesOf(document).get(`${kind} ${name}`) ?? [])];
    if (users.length === 0) return null;
    const more = users.length - MOST_NAMED;
    return `Used in ${users.slice(0, MOST_NAMED).map(plain).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

function usesOf(document: CriteriaDocument): ReadonlyMap<string, ReadonlySet<string>> {
    const before = known.get(document);
    if (before !== undefined) return before;
    const uses = new Map<string, Set<string>>();
    const note = (used: string, user: string): void => {
        const users = uses.get(used);
        if (users === undefined) uses.set(used, new Set([user]));
        else users.add(user);
    };
    const gather = (rule: Condition, user: string): void =>
        walkCondition(rule, {
            term: (id) => note(`term ${id}`, user),
            selection: ({ term }) => {
                if (term !== null) note(`term ${term}`, user);
            },
            condition: (condition) => {
                if (condition.kind === 'reference') note(`definition ${condition.definition}`, user);
            },
        });
    for (const { id, rule, readings } of document.criteria)
        for (const each of readings.length > 0 ? readings.map((reading) => reading.rule) : [rule]) gather(each, id);
    for (const { id, rule } of document.definitions) gather(rule, `the definition ${id}`);
    known.set(document, uses);
    return uses;
}
