// Explains how often something was seen, written without a bound or before what is counted: had relapse 2 times, … on 2 occasions, had at least 2 relapse.
import type { Explain } from './fault-view.js';

export const explainTimes: Explain = (fault) => {
    if (fault.name() !== 'NUMBER' || fault.before === undefined) return undefined;
    const unit = fault.image(1).toLowerCase();
    const word = unit === 'time' || unit === 'times' ? 'times' : unit === 'occasion' || unit === 'occasions' ? 'occasions' : undefined;
    if (word === undefined) return undefined;
    const count = fault.image();
    const on = word === 'occasions' ? 'on ' : '';
    const first = word === 'occasions' && fault.image(-1) === 'on' ? fault.index - 1 : fault.index;
    const bounded = ['at least', 'exactly', 'at most'].map((bound) => `${on}${bound} ${count} ${word}`);
    return {
        message: `'${count} ${fault.image(1)}' does not say whether more would also do. Say it: ${bounded.join(', ')}.`,
        range: fault.range(fault.index, fault.index + 1),
        fixes: bounded.slice(0, 2).map((text) => fault.replace(`Write '${text}'`, first, fault.index + 1, text)),
    };
};

/** had at least 2 stroke: how often stands behind what happened. */
export const explainTimesFirst: Explain = (fault) => {
    const { index, lineEnd } = fault;
    const verb = fault.image(-3);
    if (fault.name(-1) !== 'NUMBER' || !BOUNDS.has(fault.name(-2)) || !COUNTED.has(fault.name(-3)) || !fault.expectsOnly('of')) return undefined;
    const isName = (at: number): boolean => fault.isWord(at) || fault.tokens[at]?.tokenType.name === 'UNIT';
    if (fault.atEnd || !isName(index)) return undefined;
    let last = index;
    while (last < lineEnd && isName(last + 1)) last++;
    const what = fault.text(index, last);
    const written = `${verb} ${what} ${fault.image(-2)} ${fault.image(-1)} times`;
    return {
        message: `How often stands behind what happened: ${written}. Members of a list are counted in braces: ${fault.image(-2)} ${fault.image(-1)} of { a, b }.`,
        range: fault.range(index - 2, last),
        fixes: [fault.replace(`Write '${written}'`, index - 3, last, written)],
    };
};

const BOUNDS = new Set(['at least', 'at most', 'exactly', 'more than', 'less than', 'fewer than']);
const COUNTED = new Set(['has', 'had', 'ever had', 'never had', 'uses', 'used', 'ever used', 'started', 'stopped']);
