// Several conditions together: "any of these", "at least 2 of these medicines", one list where the items say the same of different things.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { commonWindow } from '../frame/common-window.js';
import { clauseWords, fixed, ofClause, pureClause, sentence, type Block } from './clause.js';
import { fullLength, join, words } from './inline.js';
import { joinedList, partlyJoined, sameFrame } from './joined-clauses.js';
import { listLead, type Quantifier } from './quantifier.js';
import { withRanges, type ConditionPart } from './ranges.js';
import { changeBlock } from './sentences/change.js';
import { comparisonBlock } from './sentences/comparison.js';
import { gradeBlock, isOneGrade } from './sentences/grade.js';
import { windowText } from './windows.js';
import { inner, type Wording } from './wording.js';

/** Two clauses up to this many letters stand in one sentence; longer ones in a list. */
const SHORT = 110;

/** All or any of some conditions; the contrary of "any" is that each is not so. */
export function groupBlock(kind: 'all' | 'any', conditions: readonly Condition[], wording: Wording, negated: boolean): Block {
    const quantifier: Quantifier = (kind === 'all') === negated ? { kind: 'any' } : { kind: 'all' };
    const flat = flattened(kind, conditions);
    const [first, ...others] = flat;
    if (first !== undefined && others.length === 0) return wording.render(first, wording, negated);
    if (kind === 'any' && isOneGrade(flat) && flat[0] !== undefined)
        return gradeBlock(
            flat[0],
            wording,
            negated,
            flat.slice(1).map((grade) => grade.value),
        );
    return assembled(quantifier, groupItems(kind, flat, inner(wording), negated), flat, wording, negated);
}

/** The items of a group in words. */
export function groupItems(kind: 'all' | 'any', flat: readonly Condition[], wording: Wording, negated: boolean): Block[] {
    return kind === 'all' && !negated ? rangeBlocks(flat, wording) : flat.map((condition) => wording.render(condition, wording, negated));
}

/** The blocks of conditions that all hold; two ends of a range become one. */
export function rangeBlocks(conditions: readonly Condition[], wording: Wording): Block[] {
    return withRanges(conditions).map((part) => partBlock(part, wording));
}

/** One condition, or two that belong together: the ends of a range, a change and what the source leaves open about it. */
export function partBlock(part: ConditionPart, wording: Wording): Block {
    if (part.length === 1) return wording.render(part[0], wording, false);
    const [first, second] = part;
    if (second.kind === 'compare') return first.kind === 'compare' ? comparisonBlock(first, wording, false, second) : wording.render(first, wording, false);
    return first.kind === 'change' ? changeBlock(first, wording, false, wording.render(second, wording, false)) : wording.render(first, wording, false);
}

/** Groups of the same kind inside each other are one group. */
export function flattened(kind: 'all' | 'any', conditions: readonly Condition[]): Condition[] {
    return conditions.flatMap((condition) => (condition.kind === kind ? flattened(kind, condition.of) : [condition]));
}

/** A group of blocks that are already worded; `conditions` are what they say. */
export function assembled(quantifier: Quantifier, items: Block[], conditions: readonly Condition[], wording: Wording, negated: boolean): Block {
    const [only] = items;
    if (only === undefined) return sentence(words('the list for this point is empty, so ask the study team'));
    if (items.length === 1 && quantifier.kind !== 'count') return only;
    const layout = { atTop: wording.topLevel && wording.excluding, inLine: wording.inLine };
    const { atTop } = layout;
    const statements = items.map(pureClause).filter((statement) => statement !== null);
    if (statements.length === items.length && sameFrame(statements)) {
        const joined = joinedList(quantifier, statements, layout);
        if (joined !== null) return joined;
    }
    if (quantifier.kind === 'count') return sentence(words(listLead(quantifier, items.length, atTop)), items);
    const pair = shortPair(quantifier.kind, items, wording.inLine);
    if (pair !== null) return pair;
    const common = conditions.every(isMeasured) ? commonWindow(conditions) : null;
    const bare = common === null ? items : common.items.map((condition) => wording.render(condition, inner(wording), negated));
    const listed = partlyJoined(
        quantifier,
        bare.flatMap((item) => (item.joins === quantifier.kind ? item.items : [item])),
        3,
        { ...layout, atTop: false },
    );
    const lead = words(`${listLead(quantifier, listed.length, atTop)}${common === null ? '' : windowText(common.window, wording)}`);
    return { ...sentence(lead, listed), joins: common === null ? quantifier.kind : null };
}

/** Whether a condition speaks of measured values alone; without its window "you have had" would turn into "you have". */
function isMeasured(condition: Condition): boolean {
    if (condition.kind === 'all' || condition.kind === 'any') return condition.of.every(isMeasured);
    return condition.kind === 'compare' || condition.kind === 'result' || condition.kind === 'grade';
}

/** Two short statements in one sentence. */
function shortPair(kind: 'all' | 'any', items: readonly Block[], inLine: boolean): Block | null {
    const [first, second, third] = items.map(pureClause);
    if (!first || !second || third !== undefined) return null;
    if ([first, second].some((statement) => statement.extra.length > 0 || statement.spell?.sentence === true)) return null;
    const text = join(clauseWords(first), kind === 'all' ? ' and ' : ', or ', clauseWords(second));
    return inLine || fullLength(text) <= SHORT ? ofClause(fixed(text)) : null;
}
