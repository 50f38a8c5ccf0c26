// The open variables by activity (VSIDS): a binary heap whose top was in the most recent conflicts.
import type { Variable } from './literal.js';
import { withRoom } from './typed-growth.js';

/** How much each variable took part in conflicts; recent ones weigh more, because each conflict raises what the next bump adds. */
export class Activities {
    values: Float64Array = new Float64Array(32);
    private increment = 1;

    makeRoom(count: number): void {
        this.values = withRoom(this.values, count);
    }

    bump(variable: Variable): void {
        const raised = (this.values[variable] as number) + this.increment;
        this.values[variable] = raised;
        if (raised > 1e100) this.rescale();
    }

    decay(): void {
        this.increment /= 0.95;
    }

    private rescale(): void {
        for (let variable = 0; variable < this.values.length; variable++) this.values[variable] = (this.values[variable] as number) * 1e-100;
        this.increment *= 1e-100;
    }
}

export class ActivityHeap {
    private heap = new Int32Array(32);
    /** By variable: its place in the heap plus one, or 0. */
    private places = new Int32Array(32);
    private size = 0;

    constructor(private readonly activities: Activities) {}

    /** To be told before a variable is put in for the first time. */
    makeRoom(count: number): void {
        this.places = withRoom(this.places, count);
        this.heap = withRoom(this.heap, count);
    }

    insert(variable: Variable): void {
        if (this.places[variable] === 0) this.rise(this.size++, variable);
    }

    /** To be told after a bump, so that the variable rises. */
    raised(variable: Variable): void {
        const place = this.places[variable] ?? 0;
        if (place !== 0) this.rise(place - 1, variable);
    }

    /** Takes the most active variable out, or gives -1 when none is left. */
    removeTop(): Variable {
        if (this.size === 0) return -1;
        const top = this.heap[0] as number;
        this.places[top] = 0;
        const last = this.heap[--this.size] as number;
        if (this.size > 0) this.sink(last);
        return top;
    }

    clear(): void {
        for (let index = 0; index < this.size; index++) this.places[this.heap[index] as number] = 0;
        this.size = 0;
    }

    private rise(from: number, variable: Variable): void {
        const { heap, places } = this;
        const { values } = this.activities;
        const activity = values[variable] as number;
        let at = from;
        while (at > 0) {
            const parentAt = (at - 1) >> 1;
            const parent = heap[parentAt] as number;
            if ((values[parent] as number) >= activity) break;
            heap[at] = parent;
            places[parent] = at + 1;
            at = parentAt;
        }
        heap[at] = variable;
        places[variable] = at + 1;
    }

    private sink(variable: Variable): void {
        const { heap, places, size } = this;
        const { values } = this.activities;
        const activity = values[variable] as number;
        let at = 0;
        for (;;) {
            let childAt = 2 * at + 1;
            if (childAt >= size) break;
            if (childAt + 1 < size && (values[heap[childAt + 1] as number] as number) > (values[heap[childAt] as number] as number)) childAt++;
            const child = heap[childAt] as number;
            if ((values[child] as number) <= activity) break;
            heap[at] = child;
            places[child] = at + 1;
            at = childAt;
        }
        heap[at] = variable;
        places[variable] = at + 1;
    }
}
