// What a value is compared with: a number, a multiple of a normal limit, a titer, a table of limits.
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { cleanText } from './clean-text.js';
import { nameKey } from './context.js';
import type { PhraseContext } from './context.js';
import { whoText } from './who.js';
import { measureText } from './measure.js';
import { quantityText } from './number.js';
import { clause } from './phrase.js';
import type { Phrase } from './phrase.js';

/** A limit in the running text; a table is announced there and given in `rows`. */
export interface LimitText {
    text: string;
    rows: Phrase[];
}

/** The limit in words, "1.5 × ULN"; parameters of a definition show their value where one is bound. */
export function limitText(limit: Limit, context: PhraseContext): LimitText {
    switch (limit.kind) {
        case 'quantity':
            return plain(quantityText(limit));
        case 'normal-limit':
            return plain(limit.factor === '1' ? limit.limit : `${limit.factor} × ${limit.limit}`);
        case 'titer':
            return plain(`${limit.numerator}:${limit.denominator}`);
        case 'grade-value':
            return plain(cleanText(limit.value));
        case 'measure':
            return plain(measureText(limit.measure, context));
        case 'parameter':
            return parameterText(limit.name, context);
        case 'cases':
            return {
                text: 'the limit that applies',
                rows: limit.rows.map((row) => rowPhrase(row.when === null ? null : whoText(row.when, context), row.limit, context)),
            };
    }
}

function plain(text: string): LimitText {
    return { text, rows: [] };
}

function parameterText(name: string, context: PhraseContext): LimitText {
    const bound = context.bindings.get(nameKey(name));
    if (bound === undefined) {
        return plain(cleanText(name));
    }
    const bindings = new Map(context.bindings);
    bindings.delete(nameKey(name));
    return limitText(bound, { ...context, bindings });
}

function rowPhrase(who: string | null, limit: Limit, context: PhraseContext): Phrase {
    const inner = limitText(limit, context);
    const lead = `${who === null ? 'for all others' : `for participants ${who}`}: ${inner.text}`;
    return inner.rows.length === 0 ? clause(lead) : { lead: `${lead}:`, items: inner.rows };
}
