// Uses of definitions: the name, and at its first use what it means.
import type { Reference } from '@crit-lang/model/criteria/condition.js';
import type { Definition } from '@crit-lang/model/criteria/document.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { cleanText } from './clean-text.js';
import { nameKey } from './context.js';
import type { PhraseContext } from './context.js';
import { limitText } from './limit.js';
import { clause, isClause, onOneLine } from './phrase.js';
import type { Phrase } from './phrase.js';
import { refinementsText } from './selection.js';
import { windowAfter } from './time.js';

/** Longer meanings stand in a list. */
const IN_BRACKETS = 160;

/** "progressive ILD (interstitial lung disease and …)"; only the name where it was explained before or explains itself. */
export function referencePhrase(reference: Reference, context: PhraseContext): Phrase {
    const key = nameKey(reference.definition);
    const values = argumentsText(reference, context);
    const name = cleanText(reference.definition) + values + refinementsText(reference.refinements, context) + windowAfter(reference.window);
    const definition = context.definitions.get(key);
    if (definition === undefined || context.introduced.has(mark(key + values)) || context.speaking.includes(key)) {
        return clause(name);
    }
    context.introduced.add(mark(key + values));
    const inner = { ...context, speaking: [...context.speaking, key], bindings: bound(definition, reference.arguments, context) };
    const meaning = context.say(definition.rule, inner);
    if (isClause(meaning) && meaning.lead.length <= IN_BRACKETS) {
        return clause(values === '' ? `${name} (${meaning.lead})` : `${name}, that is, ${meaning.lead}`);
    }
    return isClause(meaning) ? { lead: `${name}, defined as:`, items: [meaning] } : { lead: `${name}, defined as ${meaning.lead}`, items: meaning.items };
}

/** Definitions and terms may share a name; they are introduced apart. */
function mark(key: string): string {
    return `definition ${key}`;
}

function argumentsText(reference: Reference, context: PhraseContext): string {
    return reference.arguments.length === 0 ? '' : ` (${reference.arguments.map((argument) => argumentText(argument, context)).join(', ')})`;
}

function argumentText(argument: Limit, context: PhraseContext): string {
    const { text, rows } = limitText(argument, context);
    return rows.length === 0 ? text : onOneLine({ lead: `${text}:`, items: rows });
}

function bound(definition: Definition, values: readonly Limit[], context: PhraseContext): ReadonlyMap<string, Limit> {
    const bindings = new Map<string, Limit>();
    definition.parameters.forEach((parameter, i) => {
        const value = values[i];
        if (value !== undefined) {
            bindings.set(nameKey(parameter), resolved(value, context));
        }
    });
    return bindings;
}

/** A parameter handed on to another definition is replaced by its value here, where it is known. */
function resolved(value: Limit, context: PhraseContext): Limit {
    return value.kind === 'parameter' ? (context.bindings.get(nameKey(value.name)) ?? value) : value;
}
