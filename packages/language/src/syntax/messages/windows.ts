// Explains windows and spans of time that are not written as the language writes them.
import type { Explain, FaultView } from './fault-view.js';
import { shown } from './fault-view.js';

const NUMBERS: Readonly<Record<string, string>> = {
    a: '1',
    an: '1',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
};
const LAST = new Set(['last', 'past', 'previous', 'preceding', 'prior']);

export const explainWindow: Explain = (fault) => {
    return ofAnchor(fault) ?? lastMonths(fault) ?? numberInWords(fault) ?? bareDuration(fault) ?? missingAnchor(fault) ?? missingDuration(fault);
};

/** within 3 months of screening; within 3 months prior to screening. */
function ofAnchor(fault: FaultView): ReturnType<Explain> {
    if (fault.expects('or equivalent')) return equivalentMeant(fault);
    if (fault.name(-1) !== 'UNIT' || !windowBegins(fault, fault.index)) return undefined;
    if (fault.image() === 'prior' || fault.image() === 'previous' || fault.image() === 'preceding') {
        const last = fault.name(1) === 'to' ? fault.index + 1 : fault.index;
        return {
            message: "Write 'before' for 'prior to'.",
            range: fault.range(fault.index, last),
            fixes: [fault.replace("Write 'before'", fault.index, last, 'before')],
        };
    }
    if (fault.image() === 'following')
        return { message: "Write 'after' for 'following'.", range: fault.place, fixes: [fault.replace("Write 'after'", fault.index, fault.index, 'after')] };
    return fault.name() === 'of' || fault.name() === 'from' || fault.name() === 'to' ? whichSide(fault, fault.index) : undefined;
}

/** The reader has taken 'of screening' for 'of prednisone or equivalent'. */
function equivalentMeant(fault: FaultView): ReturnType<Explain> {
    for (let index = fault.index - 1; index > fault.lineStart; index--) {
        if (fault.tokens[index]?.tokenType.name === 'of' && fault.tokens[index - 1]?.tokenType.name === 'UNIT')
            return windowBegins(fault, index) ? whichSide(fault, index) : undefined;
    }
    return undefined;
}

function whichSide(fault: FaultView, at: number): ReturnType<Explain> {
    return {
        message: `'${fault.text(at - 3, at)}' leaves open whether it is before or after. Write before, after or around.`,
        range: fault.range(at, at),
        fixes: ['before', 'around', 'after'].map((word) => fault.replace(`Write '${word}'`, at, at, word)),
    };
}

/** in the last 6 months; within the past 6 months. */
function lastMonths(fault: FaultView): ReturnType<Explain> {
    const at =
        fault.name() === 'NUMBER'
            ? fault.index
            : LAST.has(fault.image(1)) && fault.image() === 'the'
              ? fault.index + 2
              : LAST.has(fault.image())
                ? fault.index + 1
                : -1;
    if (at < 0 || fault.tokens[at]?.tokenType.name !== 'NUMBER' || fault.tokens[at + 1]?.tokenType.name !== 'UNIT') return undefined;
    let first = at - 1;
    if (!LAST.has(fault.tokens[first]?.image ?? '')) return undefined;
    if (fault.tokens[first - 1]?.image === 'the') first--;
    if (!['in', 'within', 'during', 'over', 'for'].includes(fault.tokens[first - 1]?.image ?? '')) return undefined;
    first--;
    const duration = fault.text(at, at + 1);
    const written = `within ${duration} before screening`;
    return {
        message: `A window says before what: within ${duration} before screening (or another point of the timeline).`,
        range: fault.range(first, at + 1),
        fixes: [fault.replace(`Write '${written}'`, first, at + 1, written)],
    };
}

/** within three months. */
function numberInWords(fault: FaultView): ReturnType<Explain> {
    const digits = NUMBERS[fault.image().toLowerCase()];
    if (digits === undefined || !fault.expects('NUMBER')) return undefined;
    return {
        message: `Numbers are written in digits: ${digits}.`,
        range: fault.place,
        fixes: [fault.replace(`Write '${digits}'`, fault.index, fault.index, digits)],
    };
}

/** had stroke 6 months before screening. */
function bareDuration(fault: FaultView): ReturnType<Explain> {
    if (fault.name() !== 'NUMBER' || fault.name(1) !== 'UNIT' || !fault.isWord(fault.index - 1)) return undefined;
    if (fault.name(2) !== 'before' && fault.name(2) !== 'after') return undefined;
    const duration = fault.text(fault.index, fault.index + 1);
    return {
        message: `Say how the ${duration} are meant: within ${duration} ${fault.name(2)} …, or at least ${duration} ${fault.name(2)} ….`,
        range: fault.range(fault.index, fault.index + 2),
        fixes: [fault.insert("Write 'within'", fault.token.startOffset, 'within '), fault.insert("Write 'at least'", fault.token.startOffset, 'at least ')],
    };
}

/** within 3 months before ⏎ */
function missingAnchor(fault: FaultView): ReturnType<Explain> {
    if (!fault.atEnd || !['before', 'after', 'around', 'at', 'since', 'until', 'during', 'at or before', 'at or after'].includes(fault.name(-1)))
        return undefined;
    return {
        message: `After '${fault.image(-1)}' a point in time is missing: one of the protocol's timeline (screening), or a condition or treatment (onset of …).`,
        range: fault.place,
    };
}

/** within screening; used for ⏎ */
function missingDuration(fault: FaultView): ReturnType<Explain> {
    if (!fault.expects('NUMBER') || !fault.expects('the longer of')) return undefined;
    return {
        message: `After '${shown(fault.image(-1))}' a length of time is expected, such as 3 months or the longer of 28 days or 5 half-lives.`,
        range: fault.place,
    };
}

/** Whether the number and unit before a token belong to a window. */
function windowBegins(fault: FaultView, behind: number): boolean {
    return ['within', 'at least', 'at most', 'more than', 'less than', 'exactly'].includes(fault.tokens[behind - 3]?.tokenType.name ?? '');
}
