// Finds terms by any of their names, and knows their ancestors and descendants.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { nameKey, singularKeys } from './name-key.js';
import { nearest, nearNames, type NearName } from './nearest-names.js';

/** How a name led to a term. */
export type NameRole = 'canonical' | 'title' | 'synonym' | 'misspelling';

export interface NameHit {
    term: Term;
    role: NameRole;
    /** The name as the vocabulary spells it. */
    name: string;
}

/** A term of an author's file or of the shipped vocabulary, with misspellings seen in records. */
export interface VocabularyEntry {
    term: Term;
    misspellings: string[];
}

/** So many unknown names are remembered with what is near them. */
const MOST_NEAR_KEPT = 2000;

/** An index over entries; a layer on top of another index (the shipped one) overrides entries of the same canonical name. */
export class TermIndex {
    private readonly byName = new Map<string, NameHit[]>();
    private readonly byId = new Map<string, Term>();
    private readonly children = new Map<string, Set<string>>();
    private readonly near = new Map<string, readonly NearName<NameHit>[]>();

    constructor(
        entries: readonly VocabularyEntry[],
        private readonly below: TermIndex | null = null,
    ) {
        for (const entry of entries) this.add(entry);
    }

    private add({ term, misspellings }: VocabularyEntry): void {
        this.byId.set(nameKey(term.id), term);
        this.addName(term.id, term, 'canonical');
        if (term.title !== null) this.addName(term.title, term, 'title');
        for (const synonym of term.synonyms) this.addName(synonym, term, 'synonym');
        for (const misspelling of misspellings) this.addName(misspelling, term, 'misspelling');
        for (const parent of term.parents) {
            const key = nameKey(parent);
            const set = this.children.get(key);
            if (set === undefined) this.children.set(key, new Set([term.id]));
            else set.add(term.id);
        }
    }

    private addName(name: string, term: Term, role: NameRole): void {
        const key = nameKey(name);
        const hits = this.byName.get(key);
        const hit = { term, role, name };
        if (hits === undefined) this.byName.set(key, [hit]);
        else if (!hits.some((other) => other.term === term)) hits.push(hit);
    }

    /** The term with this canonical name. */
    byCanonicalName(id: string): Term | undefined {
        const key = nameKey(id);
        return this.byId.get(key) ?? this.below?.byCanonicalName(id);
    }

    /** Every term that goes by this name, canonical names first; a plural finds its singular. Misspellings are found too, marked as such. */
    find(name: string): NameHit[] {
        const key = nameKey(name);
        for (const candidate of [key, ...singularKeys(key)]) {
            const hits = this.findKey(candidate);
            const canonical = hits.filter((hit) => hit.role === 'canonical');
            if (canonical.length > 0) return canonical;
            const proper = hits.filter((hit) => hit.role !== 'misspelling');
            if (proper.length > 0) return proper;
            if (hits.length > 0) return hits;
        }
        return [];
    }

    private findKey(key: string): NameHit[] {
        const own = this.byName.get(key) ?? [];
        const lower = this.below?.findKey(key).filter((hit) => !this.byId.has(nameKey(hit.term.id))) ?? [];
        return [...own, ...lower];
    }

    /** The names nearest to a name that nothing goes by, at most `limit`, best first. */
    nearest(name: string, limit = 3): NameHit[] {
        return nearest(this.nearNames(nameKey(name)), limit);
    }

    // A name that nothing goes by is asked for again at each keystroke and in each file that has it, and each time all names are compared.
    private nearNames(key: string): readonly NearName<NameHit>[] {
        let own = this.near.get(key);
        if (own === undefined) {
            if (this.near.size >= MOST_NEAR_KEPT) this.near.clear();
            this.near.set(key, (own = nearNames(key, this.byName)));
        }
        const lower = this.below?.nearNames(key).filter(({ name }) => !this.byName.has(name)) ?? [];
        return [...lower, ...own];
    }

    /** This layer and those below it, the topmost first. */
    layers(): readonly TermIndex[] {
        return this.below === null ? [this] : [this, ...this.below.layers()];
    }

    /** The names of this layer alone, by their key, misspellings included. */
    ownNames(): ReadonlyMap<string, readonly NameHit[]> {
        return this.byName;
    }

    /** All terms, those of this layer over those below. */
    all(): Term[] {
        const lower = this.below?.all() ?? [];
        return this.byId.size === 0 ? lower : [...lower.filter((term) => !this.byId.has(nameKey(term.id))), ...this.byId.values()];
    }

    /** Canonical names of the terms directly under this one. */
    childrenOf(id: string): string[] {
        const key = nameKey(id);
        const own = this.children.get(key) ?? new Set<string>();
        const lower = this.below?.childrenOf(id).filter((child) => !this.byId.has(nameKey(child))) ?? [];
        return [...new Set([...lower, ...own])];
    }

    /** Canonical names of everything above this term, nearest first, itself not included; cycles end the walk. */
    ancestorsOf(id: string): string[] {
        return walk(id, (name) => this.byCanonicalName(name)?.parents ?? []);
    }

    /** Canonical names of everything below this term, itself not included. */
    descendantsOf(id: string): string[] {
        return walk(id, (name) => this.childrenOf(name));
    }
}

function walk(from: string, next: (name: string) => readonly string[]): string[] {
    const seen = new Set([nameKey(from)]);
    const found: string[] = [];
    let frontier = [from];
    while (frontier.length > 0) {
        const following: string[] = [];
        for (const name of frontier) {
            for (const neighbour of next(name)) {
                const key = nameKey(neighbour);
                if (seen.has(key)) continue;
                seen.add(key);
                found.push(neighbour);
                following.push(neighbour);
            }
        }
        frontier = following;
    }
    return found;
}
