// Rules for some patients only: "if you could become pregnant, …", and rules that depend on the patient's situation.
import type { Cases, Condition, Guard, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { ofClause, pureClause, sentence, type Block } from './clause.js';
import { join, words, type Inline } from './inline.js';
import { isPlural } from './names.js';
import { selectionName } from './named-selection.js';
import { namedTerms } from '@crit-lang/model/criteria/named-terms.js';
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
        if (isExemption(guard, wording, negated)) return exempting(wording.render(then, inner(wording), false), conditionWords(guard.when, wording, false));
        const when = conditionWords(guard.when, wording, applies === (guard.form === 'unless'));
        const prefix = wording.excluding && !negated ? join(when, ', and ') : join('if ', when, ', ');
        const named = applies && guard.form === 'if' ? namedAlone(guard.when, then, wording) : null;
        const block = wording.render(then, { ...inner(wording), named }, negated);
        // "If you use steroids: …": that all points of the list must fit needs no words of its own.
        return block.joins === 'all' && !wording.excluding ? { ...block, lead: join('if ', when), joins: null } : prefixed(prefix, block);
    };
    return [one(guard.then, true), ...(guard.otherwise === null ? [] : [one(guard.otherwise, false)])];
}

/** Under "You cannot join if" an exemption follows what it is from: "… This does not count if you have lupus of the liver." */
function isExemption(guard: Guard, wording: Wording, negated: boolean): boolean {
    return guard.form === 'unless' && guard.otherwise === null && wording.excluding && !negated;
}

function exempting(block: Block, when: Inline[]): Block {
    const exemption = sentence(join('this does not count if ', when));
    const statement = pureClause(block);
    if (statement !== null) return ofClause({ ...statement, extra: [...statement.extra, exemption] });
    return { ...block, joins: null, extra: [...block.extra, exemption] };
}

/** What the situation names, where the rule speaks of nothing else: "if you use rituximab: you started it …". */
function namedAlone(when: Condition, then: Condition, wording: Wording): TermSelection | null {
    if (when.kind !== 'presence' || when.refinements.length > 0 || when.what.except.length > 0 || when.what.term === null) return null;
    if (isPlural(selectionName(when.what, wording))) return null;
    return [...namedTerms(then)].every((term) => term === when.what.term) ? when.what : null;
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
