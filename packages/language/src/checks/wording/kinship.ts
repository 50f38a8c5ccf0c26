// Which classes stand above a term, looked up once a term and run.
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';

export class Kinship {
    private readonly keys = new Map<string, string>();
    private readonly sets = new Map<string, ReadonlySet<string>>();

    constructor(private readonly index: TermIndex) {}

    /** The key by which a term is compared. */
    key(id: string): string {
        let key = this.keys.get(id);
        if (key === undefined) {
            key = nameKey(id);
            this.keys.set(id, key);
        }
        return key;
    }

    /** Keys of everything above a term, itself not included. */
    above(id: string): ReadonlySet<string> {
        const key = this.key(id);
        let set = this.sets.get(key);
        if (set === undefined) {
            set = new Set(this.index.ancestorsOf(id).map((ancestor) => this.key(ancestor)));
            this.sets.set(key, set);
        }
        return set;
    }
}
