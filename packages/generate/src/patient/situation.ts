// "if you are under 18 years old and male": whom a row or a rule is for.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { clauseWords, pureClause } from './clause.js';
import { join, words, type Inline } from './inline.js';
import { inner, type Wording } from './wording.js';

/** A condition as an "if" clause; "for everyone else" for the last row. A condition that needs a list is named by its lead. */
export function situation(when: Condition | null, wording: Wording): Inline[] {
    if (when === null) return words('for everyone else');
    return join('if ', conditionWords(when, wording, false));
}

/** A condition on one line, however many parts it has: lists are read as "all of these: a; b". */
export function conditionWords(condition: Condition, wording: Wording, negated: boolean): Inline[] {
    const block = wording.render(condition, inner(wording), negated);
    const statement = pureClause(block);
    return statement === null ? flatten(block) : join(clauseWords(statement), ...statement.extra.map((extra) => join(' (', flatten(extra), ')')), spellWords(statement.spell));
}

function spellWords(spell: { text: Inline[]; sentence: boolean } | null): Inline[] {
    return spell?.sentence === true ? join(' (used ', spell.text, ')') : [];
}

function flatten(block: { clause: Parameters<typeof clauseWords>[0] | null; lead: Inline[]; items: readonly unknown[]; extra: readonly unknown[] }): Inline[] {
    const lead = block.clause === null ? block.lead : join(clauseWords(block.clause), spellWords(block.clause.spell));
    const items = (block.items as (typeof block)[]).map(flatten);
    const extra = [...((block.clause?.extra ?? []) as (typeof block)[]), ...(block.extra as (typeof block)[])].map(flatten);
    const list = items.length === 0 ? [] : join(' (', items.flatMap((item, i) => (i === 0 ? item : join('; ', item))), ')');
    return join(lead, list, ...extra.map((text) => join(' (', text, ')')));
}
