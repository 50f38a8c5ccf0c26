// What the editor shows of a line: the sentence it makes, and the time that counts where none is written.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import type { AstNode } from 'langium';
import { enclosing } from '../../places/syntax-tree.js';
import { paragraphs, plain } from '../markdown.js';
import { conditionText } from './criterion-text.js';

/** The line around a node, in Markdown; null outside of lines, and where the line could not be read. */
export function lineText(node: AstNode, compilation: Compilation): string | null {
    const line = enclosing(node, isLine);
    const condition = line === undefined ? undefined : conditionOf(line, compilation);
    if (condition === undefined || condition.kind === 'unresolved') return null;
    return paragraphs([`In this line: ${conditionText(condition, compilation.document)}`, timeText(condition, compilation)]);
}

const LINES: ReadonlySet<string> = new Set([
    'Clinical',
    'Elapsed',
    'WashoutTable',
    'CaseCondition',
    'Guard',
    'Disjunction',
    'Conjunction',
    'Negation',
    'Prose',
    'Attestation',
    'Judgement',
]);

function isLine(node: AstNode): node is AstNode {
    return LINES.has(node.$type);
}

/** The condition that was made of a node: the outermost one with its range. */
function conditionOf(node: AstNode, compilation: Compilation): Condition | undefined {
    const main = compilation.files[0];
    if (main === undefined) return undefined;
    const range = main.source.rangeOf(node);
    let found: Condition | undefined;
    const visit = (condition: Condition): void => {
        const at = condition.range;
        if (found === undefined && at?.file === 0 && samePlace(at.start, range.start) && samePlace(at.end, range.end)) found = condition;
    };
    const { criteria, definitions, assertions } = compilation.document;
    const rules = [
        ...criteria
            .filter(({ origin }) => origin === 'written')
            .flatMap(({ rule, readings }) => (readings.length > 0 ? readings.map((reading) => reading.rule) : [rule])),
        ...definitions.map(({ rule }) => rule),
        ...assertions.map(({ rule }) => rule),
    ];
    for (const rule of rules) if (found === undefined && contains(rule, range.start.line)) walkCondition(rule, { condition: visit });
    return found;
}

function samePlace(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
    return a.line === b.line && a.character === b.character;
}

function contains({ range }: Condition, line: number): boolean {
    return range?.file === 0 && range.start.line <= line && line <= range.end.line;
}

const PICKED: Readonly<Record<ValuePick, string>> = { latest: 'the latest', any: 'any', every: 'every one', worst: 'the worst' };

function timeText(condition: Condition, { document }: Compilation): string | null {
    const window: Window | undefined = 'window' in condition && condition.window !== null ? condition.window : undefined;
    if (window === undefined) return null;
    const default_ = document.protocol?.defaultAnchor ?? 'screening';
    const when = window.written
        ? null
        : window.form === 'at'
          ? `No time is written: it counts at ${plain(default_)}, the default point of the protocol.`
          : null;
    const pick = 'pick' in condition ? (condition.pick ?? document.protocol?.defaultPick ?? 'latest') : null;
    return paragraphs([when, pick === null ? null : `Of several values in the time that counts, ${PICKED[pick]} is meant.`]);
}
