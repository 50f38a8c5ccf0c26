// Finds the identifiers nearest to one that nothing has, for "Did you mean …".
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import { editDistance } from '@crit-lang/vocabulary/nearest-names.js';

/** So many names are looked at: a file with more has generated ids, and a slip in one of them is found without help. */
const MOST_NAMES = 500;

/** At most `limit` of the names, nearest first; a name counts as near up to a third of its length, or when one contains the other. */
export function nearNames(written: string, names: Iterable<string>, limit = 3): string[] {
    const key = nameKey(written);
    const found: { name: string; distance: number }[] = [];
    let looked = 0;
    for (const name of names) {
        if (++looked > MOST_NAMES) break;
        const other = nameKey(name);
        const furthest = Math.max(1, Math.floor(Math.max(key.length, other.length) / 3));
        const distance = editDistance(key, other, furthest);
        if (distance <= furthest) found.push({ name, distance });
        else if (key.length >= 3 && (other.includes(key) || key.includes(other))) found.push({ name, distance: furthest + 1 });
    }
    found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
    return found.slice(0, limit).map(({ name }) => name);
}

/** " Did you mean 'a' or 'b'?", or nothing. */
export function didYouMean(names: readonly string[]): string {
    return names.length === 0 ? '' : ` Did you mean ${names.map((name) => `'${name}'`).join(' or ')}?`;
}
