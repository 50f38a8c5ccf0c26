// Sets that grow together: which names belong together, directly or through others.

export class DisjointSets {
    private readonly parents = new Map<string, string>();

    /** The name that stands for all that belong together with this one. */
    find(name: string): string {
        let root = name;
        for (let next = this.parents.get(root); next !== undefined; next = this.parents.get(root)) root = next;
        for (let at = name; at !== root; ) {
            const next = this.parents.get(at) ?? root;
            this.parents.set(at, root);
            at = next;
        }
        return root;
    }

    join(one: string, other: string): void {
        const [first, second] = [this.find(one), this.find(other)];
        if (first !== second) this.parents.set(second, first);
    }
}
