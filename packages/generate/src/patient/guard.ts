// Rules for some patients only: "if you could become pregnant, …", and rules that depend on the patient's situation.
import type { Cases, Condition, Guard } from '@crit-lang/model/criteria/condition.js';
import { ofClause, sentence, type Block } from './clause.js';
import { join, words, type Inline } from './inline.js';
import { conditionWords, situation } from './situation.js';
import { inner, type Wording } from './wording.js';

/** Puts words in front of the first sentence of a block. */
function prefixed(prefix: Inline[], block: Block): Block {
    return block.clause === null
        ? { ...block, lead: join(prefix, block.lead), joins: null }
        : { ...block, clause: { ...block.clause, before: join(prefix, block.clause.before) } };
}

/**
 * A guarded line, and a second block for its "otherwise". Under "You cannot join if" the situation is one more thing that must be so:
 * "you are male and …"; elsewhere it says whom the rule is for: "if you are male, …".
 */
export function guardBlocks(guard: Guard, wording: Wording, negated: boolean): Block[] {
    const one = (then: Condition, applies: boolean): Block => {
        const when = conditionWords(guard.when, wording, applies === (guard.form === 'unless'));
        const prefix = wording.excluding && !negated ? join(when, ', and ') : join('if ', when, ', ');
        const block = wording.render(then, inner(wording), negated);
        // "If you use steroids: …": that all points of the list must fit needs no words of its own.
        return block.joins === 'all' && !wording.excluding ? { ...block, lead: join('if ', when), joins: null } : prefixed(prefix, block);
    };
    return [one(guard.then, true), ...(guard.otherwise === null ? [] : [one(guard.otherwise, false)])];
}

/** A guarded line inside other conditions. */
export function guardBlock(guard: Guard, wording: Wording, negated: boolean): Block {
    const [only, ...others] = guardBlocks(guard, wording, negated);
    if (only !== undefined && others.length === 0) return only;
    return sentence(words('the point below that fits you is true'), [...(only === undefined ? [] : [only]), ...others]);
}

/** One of several rules, by the patient's situation. */
export function casesBlock(cases: Cases, wording: Wording, negated: boolean): Block {
    const items = cases.rows.map((row) => prefixed(join(situation(row.when, wording), ', '), wording.render(row.then, inner(wording), negated)));
    return sentence(words('the point below that fits you is true'), items);
}

/** Further words at the end of a statement: of its clause when it is one, else of its lead. */
export function suffixed(block: Block, suffix: Inline[]): Block {
    if (suffix.length === 0) return block;
    if (block.clause === null) return { ...block, lead: join(block.lead, suffix), joins: null };
    return {
        ...ofClause({ ...block.clause, after: join(block.clause.after, suffix) }),
        joins: null,
        between: block.between,
        items: block.items,
        table: block.table,
        extra: block.extra,
    };
}
