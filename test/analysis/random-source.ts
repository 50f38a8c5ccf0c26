// Random numbers that are the same on every machine for the same seed.

export class RandomSource {
    private state: number;

    constructor(seed: number) {
        this.state = (seed * 0x9e3779b1) >>> 0;
    }

    /** A whole number from 0 to below `limit` (mulberry32). */
    below(limit: number): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
        return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
    }

    /** A whole number from `least` to `most`, both included. */
    between(least: number, most: number): number {
        return least + this.below(most - least + 1);
    }

    chance(probability: number): boolean {
        return this.below(1_000_000) < probability * 1_000_000;
    }

    pick<Item>(items: readonly Item[]): Item {
        return items[this.below(items.length)] as Item;
    }

    /** So many different items, in random order. */
    sample<Item>(items: readonly Item[], count: number): Item[] {
        const left = [...items];
        return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.below(left.length), 1)[0] as Item);
    }
}
