// Explains a multiple of a limit of normal that names its measure behind it: 3 x ULN of ALT.
import type { Explain, FaultView } from './fault-view.js';

/** Words in front of a number that stand for a sign. */
const SIGNS: Readonly<Record<string, string>> = { 'at least': '>=', 'at most': '<=', 'less than': '<', 'more than': '>', exactly: '=' };
const OPERATORS = new Set(['<', '<=', '>', '>=', '=', '≤', '≥']);

/** ALT <= 3 x ULN of ALT; > 3 x ULN of ALT; at most 3 x ULN of ALT; 3 x ULN of ALT. */
export const explainNormalLimitOf: Explain = (fault) => {
    const limit = limitOnLine(fault);
    if (limit < 0) return undefined;
    const first = fault.tokens[limit - 1]?.tokenType.name === 'TIMES' ? limit - 2 : limit;
    let last = limit;
    while (last < fault.lineEnd && fault.isWord(last + 1)) last++;
    if (last === limit || fault.index < first - 1) return undefined;
    const multiple = `${first === limit ? '' : `${fault.text(first, first)} x `}${fault.tokens[limit]?.image.slice(0, 3) ?? ''}`;
    const measure = fault.text(limit + 1, last);
    const before = fault.tokens[first - 1]?.tokenType.name ?? '';
    const sign = SIGNS[before] ?? (OPERATORS.has(before) ? before : undefined);
    if (sign !== undefined && first - 1 > fault.lineStart && fault.isWord(first - 2))
        return {
            message: `A limit of normal is always that of the value that is compared with it, so 'of ${measure}' is left out: ${sign} ${multiple}.`,
            range: fault.range(limit, last),
            fixes: [fault.replace(`Write '${multiple}'`, first, last, multiple)],
        };
    const example = `${measure} ${sign ?? '>'} ${multiple}`;
    const message = `The measured value stands first, then the limit that it is compared with: ${example}`;
    if (sign === undefined) return { message: `${message}, or with another sign: <, <=, >=.`, range: fault.range(first, last) };
    return { message: `${message}.`, range: fault.range(first - 1, last), fixes: [fault.replace(`Write '${example}'`, first - 1, last, example)] };
};

/** Number of the token 'ULN of' or 'LLN of' at which a fault lies; -1 where there is none. */
function limitOnLine(fault: FaultView): number {
    for (let index = fault.index; index <= Math.min(fault.lineEnd, fault.index + 3); index++) {
        if (/^[UL]LN of$/.test(fault.tokens[index]?.tokenType.name ?? '')) return index;
    }
    return -1;
}
