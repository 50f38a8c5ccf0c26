// Values by key that are kept from one analysis to the next, until they go unused for a whole round.

export class Generations<Value> {
    private earlier = new Map<string, Value>();
    private used = new Map<string, Value>();

    get(key: string, make: () => Value): Value {
        let value = this.used.get(key);
        if (value === undefined) this.used.set(key, (value = this.earlier.get(key) ?? make()));
        return value;
    }

    /** What stands under the key now takes the place of what stood there; given back is the latter. */
    replace(key: string, value: Value): Value | undefined {
        const before = this.used.get(key) ?? this.earlier.get(key);
        this.used.set(key, value);
        return before;
    }

    forgetUnused(): void {
        this.earlier = this.used;
        this.used = new Map();
    }
}
