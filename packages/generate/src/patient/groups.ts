// Several conditions together: "any of these", "at least 2 of these medicines", one list where the items say the same of different things.
import type { Condition, Count } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { commonWindow } from '../frame/common-window.js';
import { clauseWords, fixed, joinKey, ofClause, pureClause, sentence, type Block } from './clause.js';
import { join, plainText, words } from './inline.js';
import { joinClauses, joinedList, sameFrame } from './joined-clauses.js';
import { listLead, type Quantifier } from './quantifier.js';
import { withRanges } from './ranges.js';
import { comparisonBlock } from './sentences/comparison.js';
import { windowText } from './windows.js';
import { inner, type Wording } from './wording.js';

/** Two clauses up to this many letters stand in one sentence; longer ones in a list. */
const SHORT = 110;

const CONTRARY: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '<': '>=', '<=': '>', '=': '=', '>=': '<', '>': '<=' };

/** All or any of some conditions; the contrary of "any" is that each is not so. */
export function groupBlock(kind: 'all' | 'any', conditions: readonly Condition[], wording: Wording, negated: boolean): Block {
    const quantifier: Quantifier = (kind === 'all') === negated ? { kind: 'any' } : { kind: 'all' };
    const flat = flattened(kind, conditions);
    if (flat.length === 1 && flat[0] !== undefined) return wording.render(flat[0], wording, negated);
    const inside = inner(wording);
    const items = kind === 'all' && !negated ? rangeBlocks(flat, inside) : flat.map((condition) => wording.render(condition, inside, negated));
    return assembled(quantifier, items, flat, wording, negated);
}

/** So many of some conditions. */
export function countBlock(count: Count, wording: Wording, negated: boolean): Block {
    const operator = negated ? CONTRARY[count.bound.operator] : count.bound.operator;
    const atLeastOne = operator === '>=' && count.bound.count === 1;
    const quantifier: Quantifier = atLeastOne && !count.together
        ? { kind: 'any' }
        : { kind: 'count', operator, count: count.bound.count, not: negated && operator === '=', together: count.together };
    const inside = inner(wording);
    const items = count.items.map((item) => countedItem(item, inside, !atLeastOne));
    if (atLeastOne && items.length === 1 && items[0] !== undefined) return items[0];
    return assembled(quantifier, items, count.items.map((item) => item.condition), wording, false);
}

/** One item of a count: alternatives that count as one stay together; a class says that its members count one by one. */
function countedItem(item: Count['items'][number], wording: Wording, saysHow: boolean): Block {
    const { condition } = item;
    if (condition.kind === 'any' || condition.kind === 'all') {
        const statements = condition.of.map((part) => pureClause(wording.render(part, wording, false)));
        const known = statements.filter((statement) => statement !== null);
        if (known.length === statements.length && known.length > 1 && sameFrame(known)) {
            const joined = joinClauses(known, condition.kind === 'any' ? 'or' : 'and');
            return ofClause({ ...joined, object: join(joined.object ?? [], saysHow ? ' (these count as one)' : '') });
        }
    }
    const block = wording.render(condition, wording, false);
    const statement = pureClause(block);
    if (item.counts !== 'members' || !saysHow || statement?.object == null) return block;
    return ofClause({ ...statement, object: join(statement.object, ' (each one counts)') });
}

/** The blocks of conditions that all hold; two ends of a range become one. */
export function rangeBlocks(conditions: readonly Condition[], wording: Wording): Block[] {
    return withRanges(conditions).map((part) => (part.length === 2 ? comparisonBlock(part[0], wording, false, part[1]) : wording.render(part[0], wording, false)));
}

/** Groups of the same kind inside each other are one group. */
export function flattened(kind: 'all' | 'any', conditions: readonly Condition[]): Condition[] {
    return conditions.flatMap((condition) => (condition.kind === kind ? flattened(kind, condition.of) : [condition]));
}

function assembled(quantifier: Quantifier, items: Block[], conditions: readonly Condition[], wording: Wording, negated: boolean): Block {
    if (items.length === 0) return sentence(words('the list for this point is empty, so ask the study team'));
    const atTop = wording.topLevel && wording.excluding;
    const statements = items.map(pureClause).filter((statement) => statement !== null);
    if (statements.length === items.length && sameFrame(statements)) {
        const joined = joinedList(quantifier, statements, atTop);
        if (joined !== null) return joined;
    }
    if (quantifier.kind === 'count') return sentence(words(listLead(quantifier, items.length, atTop)), items);
    const pair = shortPair(quantifier.kind, items);
    if (pair !== null) return pair;
    const common = conditions.every(isMeasured) ? commonWindow(conditions) : null;
    const bare = common === null ? items : common.items.map((condition) => wording.render(condition, inner(wording), negated));
    const listed = partlyJoined(quantifier, bare.flatMap((item) => (item.joins === quantifier.kind ? item.items : [item])));
    const lead = words(`${listLead(quantifier, listed.length, atTop)}${common === null ? '' : windowText(common.window, wording)}`);
    return { ...sentence(lead, listed), joins: common === null ? quantifier.kind : null };
}

/** Whether a condition speaks of measured values alone; without its window "you have had" would turn into "you have". */
function isMeasured(condition: Condition): boolean {
    if (condition.kind === 'all' || condition.kind === 'any') return condition.of.every(isMeasured);
    return condition.kind === 'compare' || condition.kind === 'result' || condition.kind === 'grade';
}

/** Two short statements in one sentence. */
function shortPair(kind: 'all' | 'any', items: readonly Block[]): Block | null {
    const [first, second, third] = items.map(pureClause);
    if (first == null || second == null || third !== undefined) return null;
    if ([first, second].some((statement) => statement.extra.length > 0 || statement.spell?.sentence === true)) return null;
    const text = join(clauseWords(first), kind === 'all' ? ' and ' : ', or ', clauseWords(second));
    return plainText(text).length <= SHORT ? ofClause(fixed(text)) : null;
}

/** Three or more items of a list that say the same of different things become one item with a list of its own. */
function partlyJoined(quantifier: Quantifier, items: Block[]): Block[] {
    const keys = items.map((item) => {
        const statement = pureClause(item);
        return statement === null ? null : joinKey(statement);
    });
    const result: Block[] = [];
    items.forEach((item, position) => {
        const key = keys[position] ?? null;
        const alike = key === null ? [] : items.filter((_, other) => keys[other] === key).map(pureClause).filter((statement) => statement !== null);
        const joined = alike.length >= 3 ? joinedList(quantifier, alike, false) : null;
        if (joined === null) result.push(item);
        else if (keys.indexOf(key) === position) result.push(joined);
    });
    return result;
}
