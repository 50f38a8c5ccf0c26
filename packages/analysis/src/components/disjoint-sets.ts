// Sets of numbers that grow together: which belong together, directly or through others.

export class DisjointSets {
    private readonly parents: Int32Array;

    /** @param size of the numbers from 0 up to, and without, this one. */
    constructor(size: number) {
        this.parents = new Int32Array(size);
        for (let number = 0; number < size; number++) this.parents[number] = number;
    }

    /** The number that stands for all that belong together with this one. */
    find(number: number): number {
        const { parents } = this;
        let root = number;
        while ((parents[root] as number) !== root) root = parents[root] as number;
        for (let at = number; at !== root;) {
            const next = parents[at] as number;
            parents[at] = root;
            at = next;
        }
        return root;
    }

    join(one: number, other: number): void {
        this.parents[this.find(other)] = this.find(one);
    }
}
