// What was compiled before: a condition that stands in the same context again means the same, so a changed rule costs only what changed in it.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Context } from './context.js';

interface Known<Result> {
    readonly context: Context;
    readonly result: Result;
}

/** Results by condition and context. Belongs to one space of facts. */
export class CompiledBefore<Result> {
    private readonly byCondition = new WeakMap<Condition, Known<Result>[]>();

    get(condition: Condition, context: Context, compile: () => Result): Result {
        let known = this.byCondition.get(condition);
        if (known === undefined) this.byCondition.set(condition, (known = []));
        for (const each of known) if (saysTheSame(each.context, context)) return each.result;
        const result = compile();
        known.push({ context, result });
        return result;
    }
}

function saysTheSame(one: Context, other: Context): boolean {
    return (
        one.polarity === other.polarity &&
        one.criterion === other.criterion &&
        one.index === other.index &&
        one.window === other.window &&
        one.bindings === other.bindings &&
        one.replaced === other.replaced &&
        one.knowledge === other.knowledge &&
        one.defaultPick === other.defaultPick &&
        isSameList(one.qualifiers, other.qualifiers) &&
        isSameList(one.definitions, other.definitions)
    );
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
    return one === other || (one.length === other.length && one.every((each, index) => each === other[index]));
}
