// A definition where it is used: the author's plain wording for it, else its rule with the parameters filled in.
import type { Reference } from '@crit-lang/model/criteria/condition.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { fixed, ofClause, type Block } from './clause.js';
import { cleanText } from '../phrase/clean-text.js';
import { join } from './inline.js';
import { suffixed } from './guard.js';
import { refinementWords } from './refinement.js';
import { windowText } from './windows.js';
import { inner, type Wording } from './wording.js';

/** How deep definitions may stand in each other before a text names the definition instead of spelling it out. */
const DEPTH = 24;

/** The sentence for a use of a definition. */
export function referenceBlock(reference: Reference, wording: Wording, negated: boolean): Block {
    const refined = refinementWords(reference.refinements, wording);
    const when = reference.window === null ? '' : windowText(reference.window, wording);
    const suffix = join(refined.after.length === 0 ? [] : join(',', refined.after), when);
    const block = suffixed(meaning(reference, wording, negated), suffix);
    return refined.extra.length === 0 ? block : { ...block, extra: [...block.extra, ...refined.extra] };
}

function meaning(reference: Reference, wording: Wording, negated: boolean): Block {
    const named = (text: string): Block => ofClause(fixed(`this is ${negated ? 'not ' : ''}true for you: ${text}`));
    const definition = wording.glossary.definitions.get(reference.definition);
    if (definition === undefined) return named(cleanText(reference.definition));
    const plain = definition.plain.map(cleanText).join(' ').replace(/\.$/u, '');
    if (plain !== '') return !negated && /^you\b/iu.test(plain) ? ofClause(fixed(`${plain.charAt(0).toLowerCase()}${plain.slice(1)}`)) : named(plain);
    if (wording.expanding.includes(definition.id) || wording.expanding.length >= DEPTH || wording.budget.expansions <= 0)
        return named(cleanText(definition.id));
    wording.budget.expansions--;
    const parameters = new Map(
        definition.parameters.flatMap((name, i): [string, Limit][] => {
            const given = reference.arguments[i];
            return given === undefined ? [] : [[name, resolved(given, wording)]];
        }),
    );
    return wording.render(definition.rule, { ...inner(wording), parameters, named: null, expanding: [...wording.expanding, definition.id] }, negated);
}

function resolved(limit: Limit, wording: Wording): Limit {
    return limit.kind === 'parameter' ? (wording.parameters.get(limit.name) ?? limit) : limit;
}
