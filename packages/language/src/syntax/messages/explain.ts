// Says in a protocol writer's terms what does not fit at a place, and what would help: the first explanation that knows the mistake.
import type { Report } from '../../diagnostics/diagnostic.js';
import type { BraceFault } from '../brace-repair.js';
import type { SyntaxFault } from '../parser/fault-log.js';
import type { Token } from '../parser/token.js';
import { endOf } from '../parser/token.js';
import type { SourceText } from '../source-text.js';
import { explainCharacter } from './characters.js';
import {
    explainBetween,
    explainComparisonWords,
    explainDecimalComma,
    explainGrade,
    explainMissingComparison,
    explainMultiple,
    explainOperator,
    explainRange,
} from './comparisons.js';
import { removalOfPart } from '../removal.js';
import { describeExpected } from './expected.js';
import type { Explain, Explanation } from './fault-view.js';
import { FaultView, shown } from './fault-view.js';
import { explainCapitals, explainIdentifier, explainStatement, explainTextWithoutQuotes } from './headers.js';
import { explainAndOr, explainLostQuote, explainResponse, explainSecondCondition } from './lines.js';
import { explainBlock, explainEmptyBlock, explainListWithoutBraces, explainRow } from './lists.js';
import { explainNumberInName, explainReservedWord } from './names.js';
import { explainNormalLimitOf } from './normal-limits.js';
import { explainParameter } from './parameters.js';
import { explainNumbering, explainProse } from './prose.js';
import { explainTimes, explainTimesFirst } from './times.js';
import { explainWindow } from './windows.js';

/** In this order: what is surest first. */
const EXPLANATIONS: readonly Explain[] = [
    explainEmptyBlock,
    explainTextWithoutQuotes,
    explainLostQuote,
    explainListWithoutBraces,
    explainDecimalComma,
    explainRange,
    explainNormalLimitOf,
    explainMultiple,
    explainProse,
    explainNumbering,
    explainCharacter,
    explainAndOr,
    explainOperator,
    explainGrade,
    explainWindow,
    explainBetween,
    explainComparisonWords,
    explainTimes,
    explainTimesFirst,
    explainParameter,
    explainCapitals,
    explainIdentifier,
    explainStatement,
    explainResponse,
    explainBlock,
    explainRow,
    explainMissingComparison,
    explainNumberInName,
    explainReservedWord,
    explainSecondCondition,
];

/** The message, place and fixes for a place that does not fit the grammar. */
export function explainFault(fault: SyntaxFault, tokens: readonly Token[], source: SourceText): Report {
    const view = new FaultView(fault, tokens, source);
    for (const explain of EXPLANATIONS) {
        const found = explain(view);
        if (found !== undefined) return found;
    }
    return anythingElse(view);
}

function anythingElse(fault: FaultView): Explanation {
    const after = fault.before === undefined ? '' : ` after '${shown(fault.image(-1), 40)}'`;
    const expected = describeExpected(fault.expected);
    if (fault.atEnd)
        return {
            message: `The line is not complete${after}${expected === '' ? '. Finish it, or remove what was begun' : `: ${expected} is missing`}.`,
            range: fault.place,
        };
    const hint =
        expected === ''
            ? 'The line could end before it; a name with such a word in it stands in single quotes (\'…\'), a sentence in double quotes ("…")'
            : `Expected here: ${expected}`;
    return { message: `'${shown(fault.image(), 40)}' does not fit here${after}. ${hint}.`, range: fault.place };
}

/** The message, place and fix for a brace that is missing or too much. */
export function explainBrace(fault: BraceFault, source: SourceText): Report {
    const { offset } = fault;
    if (fault.kind === 'extra-close') {
        const range = source.range(offset, offset + 1);
        return {
            message: "This '}' closes nothing: no '{' before it belongs to it. Remove it, or add the '{' where its block begins.",
            range,
            fixes: [{ title: "Remove '}'", edits: [removalOfPart(source, { offset, end: offset + 1 })] }],
        };
    }
    const at = source.range(offset, offset);
    // An empty place cannot be seen, so the character before it is shown.
    const range = source.range(Math.max(0, offset - 1), offset);
    if (fault.kind === 'missing-open')
        return {
            message: "A '{' is missing here: the lines up to the next '}' are its block.",
            range,
            fixes: [{ title: "Add '{'", edits: [{ range: at, newText: ' {' }] }],
        };
    const related = fault.opened.map((brace) => ({ range: source.range(brace.startOffset, endOf(brace)), message: 'The block begins here.' }));
    const [message, title] =
        fault.opened.length === 1
            ? ["A '}' is missing here: the block before it is not closed.", "Add '}'"]
            : [`${fault.opened.length} times '}' is missing here: so many blocks are not closed.`, `Add ${fault.opened.length} times '}'`];
    return { message, range, related, fixes: [{ title, edits: [{ range: at, newText: fault.opened.map((brace) => closing(source.text, brace)).join('') }] }] };
}

/** The missing brace, indented as the line that opened its block; on the same line where the block is on one line. */
function closing(text: string, opened: Token): string {
    if (!/^[ \t]*\r?\n/.test(text.slice(endOf(opened), endOf(opened) + 200))) return ' }';
    const lineStart = text.lastIndexOf('\n', opened.startOffset) + 1;
    const indent = /^[ \t]*/.exec(text.slice(lineStart, opened.startOffset))?.[0] ?? '';
    return `\n${indent}}`;
}
