// Values by key that are kept from one analysis to the next, until they go unused for a whole round.

export class Generations<Value> {
    private earlier = new Map<string, Value>();
    private used = new Map<string, Value>();

    get(key: string, make: () => Value): Value {
        let value = this.used.get(key);
        if (value === undefined) this.used.set(key, (value = this.earlier.get(key) ?? make()));
        return value;
    }

    forgetUnused(): void {
        this.earlier = this.used;
        this.used = new Map();
    }
}
