// "if you are under 18 years old and male": whom a row or a rule is for.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { clauseSentences, clauseWords, type Block } from './clause.js';
import { join, words, type Inline } from './inline.js';
import { inner, type Wording } from './wording.js';

/** A condition as an "if" clause; "for everyone else" for the last row. A condition that needs a list is named by its lead. */
export function situation(when: Condition | null, wording: Wording): Inline[] {
    if (when === null) return words('for everyone else');
    return join('if ', conditionWords(when, wording, false));
}

/** A condition on one line, however many parts it has: lists are read as "all of these are true (a; b)". */
export function conditionWords(condition: Condition, wording: Wording, negated: boolean): Inline[] {
    return flatten(wording.render(condition, { ...inner(wording), inLine: true }, negated));
}

function flatten(block: Block): Inline[] {
    const { clause } = block;
    const lead = clause === null ? block.lead : clauseWords(clause);
    const follow = [...(clause === null ? [] : clauseSentences(clause, false)), ...block.between, ...block.extra].map(flatten);
    const rows = (block.table?.rows ?? []).map(([name, value]) => join(name, ': ', value));
    const list = [...block.items.map(flatten), ...rows].flatMap((item, i) => (i === 0 ? item : join('; ', item)));
    return join(lead, list.length === 0 ? [] : join(' (', list, ')'), ...follow.map((text) => join(' (', text, ')')));
}
