// Explains how often something was seen, written without a bound: had relapse 2 times, … on 2 occasions.
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
