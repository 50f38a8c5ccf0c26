// The part of each criterion that a conflict rests on: lines and items are taken away as long as the rest still conflicts.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { type ComponentSet, type ConflictingParts } from '@crit-lang/analysis/components/component-set.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import { polarityOf } from '@crit-lang/analysis/subjects/part.js';
import type { Formula } from '@crit-lang/analysis/encode/formulas.js';

/** A criterion with what of its rule matters. */
export interface Focus {
    readonly part: Part;
    readonly rule: Condition;
}

/**
 * Shrinks the rules of parts that nobody passes together (with the formulas on top). What is taken away makes a criterion easier to pass, so what is
 * left conflicts by itself.
 */
export function focusOf({ parts }: ConflictingParts, components: ComponentSet, formulas: readonly Formula[] = []): Focus[] {
    const [first] = parts;
    if (first === undefined) return [];
    const { component } = components.placeOf(first);
    const rules = parts.map(({ rule }) => rule);
    const isConflict = (changed: readonly Condition[]): boolean => {
        const passing = parts.map((part, index) => component.component.formulaWith(components.placeOf(part).member, changed[index] as Condition));
        return component.component.ask([], [...passing, ...formulas]) === 'unsat';
    };
    parts.forEach((part, index) => {
        const tryRule = (rule: Condition): boolean => isConflict(rules.map((each, at) => (at === index ? rule : each)));
        if (!tryRule(part.rule)) return;
        rules[index] = shrunk(part.rule, polarityOf(part.criterion), tryRule);
    });
    return parts.map((part, index) => ({ part, rule: rules[index] as Condition }));
}

/** Of what all has to hold (or nothing may) as few items as do. */
function shrunk(rule: Condition, polarity: number, tryRule: (rule: Condition) => boolean): Condition {
    if (rule.kind === 'not') return { ...rule, of: shrunk(rule.of, -polarity, (of) => tryRule({ ...rule, of })) };
    if (rule.kind !== (polarity > 0 ? 'all' : 'any') && !((rule.kind === 'all' || rule.kind === 'any') && rule.of.length === 1)) return rule;
    if (rule.kind !== 'all' && rule.kind !== 'any') return rule;
    let of = [...rule.of];
    for (const item of rule.of) {
        const others = of.filter((each) => each !== item);
        if (others.length > 0 && tryRule({ ...rule, of: others })) of = others;
    }
    of = of.map((item, index) => shrunk(item, polarity, (changed) => tryRule({ ...rule, of: of.map((each, at) => (at === index ? changed : each)) })));
    return { ...rule, of };
}

/** The places of what is left: of each line or item, or of the whole criterion. */
export function rangesOf({ part, rule }: Focus): NonNullable<Condition['range']>[] {
    const leaves = (condition: Condition): NonNullable<Condition['range']>[] => {
        if ((condition.kind === 'all' || condition.kind === 'any') && condition.of.length > 0) return condition.of.flatMap(leaves);
        return condition.range === undefined ? [] : [condition.range];
    };
    const found = leaves(rule);
    if (found.length > 0) return found;
    return part.criterion.range === undefined ? [] : [part.criterion.range];
}
