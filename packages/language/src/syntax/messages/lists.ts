// Explains lists that have no braces, and blocks that do not begin.
import { endOf } from '../parser/token.js';
import type { Explain, FaultView } from './fault-view.js';
import { shown } from './fault-view.js';

/** any of (a, b); any of: a, b; at least 2 of the following; any of a, b. */
export const explainListWithoutBraces: Explain = (fault) => {
    if (!fault.expects('{') || fault.before === undefined || fault.name() === 'UNREADABLE') return undefined;
    const lead = fault.name(-1);
    if (!['any of', 'all of', 'none of', 'each of', 'at each of', 'of'].includes(lead)) return undefined;
    const message = `A list stands in braces: ${lead === 'of' ? `${fault.image(-2)} of` : lead} { a, b }.`;
    if (fault.atEnd) return { message, range: fault.place };
    const first = skipWords(fault);
    const last = endOfList(fault, first);
    if (last < first) return { message, range: fault.place };
    const parenthesised = fault.tokens[first]?.image === '(' && fault.tokens[last]?.image === ')';
    const items = parenthesised ? fault.text(first + 1, last - 1) : fault.text(first, last);
    return {
        message,
        range: fault.place,
        fixes: [
            fault.replace('Put the list into braces', fault.index, last, `${endOf(fault.before) === fault.token.startOffset ? ' ' : ''}{ ${items.trim()} }`),
        ],
    };
};

/** if female then pregnant: what applies stands in braces. */
export const explainBlock: Explain = (fault) => {
    if (!fault.expects('{') || fault.before === undefined) return undefined;
    if (fault.rule === 'Guard' || fault.rule === 'Body') {
        const then = fault.tokens.findIndex(({ image }, index) => image === 'then' && index > fault.lineStart && index < fault.index);
        const message = 'What holds under the condition stands in braces: if female and childbearing potential { pregnancy test negative }.';
        if (then < 0) return { message, range: fault.place };
        return {
            message,
            range: fault.range(then, then),
            fixes: [fault.replace('Put it into braces', then, fault.lineEnd, `{ ${fault.text(then + 1, fault.lineEnd)} }`)],
        };
    }
    if (!fault.expectsOnly('{')) return undefined;
    return {
        message: `A block in braces { … } is expected after '${shown(fault.image(-1))}'${fault.atEnd ? '' : `, but '${shown(fault.image())}' stands here`}.`,
        range: fault.place,
    };
};

/** rituximab within 6 months, in a table of rows. */
export const explainRow: Explain = (fault) => {
    if (!fault.expects(':') || fault.before === undefined) return undefined;
    const at = endOf(fault.before);
    return {
        message: `A row of a table has a colon between its two parts: ${fault.rule === 'WashoutRow' ? 'rituximab: within 6 months' : 'female: 1.2 mg/dL'}.`,
        range: fault.place,
        fixes: [fault.insert("Add ':'", at, ':')],
    };
};

function skipWords(fault: FaultView): number {
    let first = fault.index;
    while (first < fault.lineEnd && /^(?:the|these|following|:)$/.test(fault.tokens[first]?.image ?? '')) first++;
    return first;
}

const AFTER_LIST = new Set(['within', 'before', 'after', 'at', 'positive', 'negative', 'each', 'together', 'as one', '<', '<=', '>', '>=', '=', '}', '{']);

function endOfList(fault: FaultView, first: number): number {
    let last = first - 1;
    while (last < fault.lineEnd && !AFTER_LIST.has(fault.tokens[last + 1]?.tokenType.name ?? '{')) last++;
    return last;
}

/** case { }: a table without rows. */
export const explainEmptyBlock: Explain = (fault) => {
    if (fault.name() !== '}' || fault.name(-1) !== '{') return undefined;
    return {
        message: 'Nothing stands between these braces. Fill the block, or remove it together with what it belongs to.',
        range: fault.range(fault.index - 1, fault.index),
    };
};
