// The use of a definition: its lines, with the arguments in place of the parameters.
import type { Reference } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import { key } from '../knowledge/knowledge.js';
import type { Reason } from '../reason.js';
import { groupReason, leafReason } from '../reason.js';
import { boundLimit } from './comparison.js';

/** The context in which the body of a definition is evaluated; null where the definition is not known or uses itself. */
export function insideDefinition(condition: Pick<Reference, 'definition' | 'arguments' | 'window'>, context: Context): Context | null {
    const definition = context.knowledge.definition(condition.definition);
    if (definition === undefined || context.definitions.includes(key(definition.id))) return null;
    const bindings = new Map(
        definition.parameters.flatMap((name, index) => {
            const value = condition.arguments[index];
            return value === undefined ? [] : [[name, boundLimit(value, context)] as const];
        }),
    );
    return { ...context, bindings, window: condition.window ?? context.window, definitions: [...context.definitions, key(definition.id)] };
}

export function evaluateReference(condition: Reference, context: Context): Reason {
    const inside = insideDefinition(condition, context);
    const body = context.knowledge.definition(condition.definition)?.rule;
    if (inside === null || body === undefined) {
        return leafReason(condition, {
            verdict: 'unknown',
            because: 'The definition is not known, or uses itself.',
            facts: [],
            missing: [`the definition of ${condition.definition}`],
        });
    }
    const part = context.evaluate(body, inside);
    if (condition.refinements.length === 0 || part.verdict !== 'met') return groupReason(condition, part.verdict, [part]);
    return groupReason(condition, 'unknown', [part], 'It holds; whether what narrows it holds too is not known.');
}
