// A document with parts of it put in place of others: the model's side of a fix.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

/** In place of what is taken out of a list. */
export const REMOVED = Symbol('removed');

export type Replacements = ReadonlyMap<object, unknown>;

/** The criteria with each of the objects replaced, wherever it stands; what holds none of them is the same object as before. */
export function withReplaced(document: CriteriaDocument, replacements: Replacements): CriteriaDocument {
    const changed = replaced(document.criteria, replacements);
    return changed === document.criteria ? document : { ...document, criteria: changed as CriteriaDocument['criteria'] };
}

function replaced(value: unknown, replacements: Replacements): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (replacements.has(value)) return replacements.get(value);
    if (Array.isArray(value)) {
        const items = value.map((item: unknown) => replaced(item, replacements));
        return items.some((item, index) => item !== value[index]) ? items.filter((item) => item !== REMOVED) : value;
    }
    const entries = Object.entries(value).map(([name, part]: [string, unknown]): [string, unknown] => [
        name,
        name === 'range' ? part : replaced(part, replacements),
    ]);
    return entries.some(([name, part]) => part !== (value as Record<string, unknown>)[name]) ? Object.fromEntries(entries) : value;
}
