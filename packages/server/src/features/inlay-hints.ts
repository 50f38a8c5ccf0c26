// What a line means and does not say, shown in it: a limit in the other usual unit, the time that counts where none is written, the cohorts of a section.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Clinical, Criterion as CriterionNode, Quantity } from '@crit-lang/language/generated/ast.js';
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { propertyPlace } from '@crit-lang/language/syntax/parser/syntax-place.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import type { AstNode } from 'langium';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { measureAround } from '../places/measure-around.js';
import { childrenOf } from '../places/syntax-tree.js';
import type { Workspace } from '../workspace/workspace.js';
import { inOtherUnits } from './hover/quantity-text.js';

/** The hints in the lines of a range, in no order. */
export function inlayHints(workspace: Workspace, uri: string, range: Range): InlayHint[] {
    const compilation = workspace.compilation(uri);
    const main = compilation?.files[0];
    if (compilation === undefined || main === undefined) return [];
    const from = main.source.offsetAt({ line: range.start.line, character: 0 });
    const to = main.source.offsetAt({ line: range.end.line + 1, character: 0 });
    const shown = main.root.statements.flatMap((statement) => nodesBetween(statement, from, to));
    return [
        ...shown.flatMap((node) => (node.$type === 'Quantity' ? converted(node as Quantity, main, compilation) : [])),
        ...windows(shown, main, compilation),
        ...scopes(main, compilation, from, to),
    ];
}

/** The nodes that touch a stretch of the text, outer ones before inner ones. */
function nodesBetween(node: AstNode, from: number, to: number): AstNode[] {
    const place = node.$cstNode;
    if (place === undefined || place.end <= from || place.offset >= to) return [];
    return [node, ...childrenOf(node).flatMap((child) => nodesBetween(child, from, to))];
}

function converted(node: Quantity, file: ParsedFile, compilation: Compilation): InlayHint[] {
    // After error recovery parts may be missing.
    const { number, unit, pairNumber } = node as Partial<Quantity>;
    if (number === undefined || unit === undefined || pairNumber !== undefined || node.$cstNode === undefined) return [];
    const term = measureAround(node, compilation);
    // Nobody counts the months of an adult.
    if (term === null || term.id === 'age' || (term.kind !== 'lab' && term.kind !== 'measure')) return [];
    const [other] = inOtherUnits(number, unit, term);
    if (other === undefined) return [];
    return [
        {
            position: file.source.positionAt(node.$cstNode.end),
            label: `= ${other}`,
            tooltip: `The same value in another usual unit of ${term.id}.`,
            paddingLeft: true,
        },
    ];
}

function windows(shown: readonly AstNode[], file: ParsedFile, { document }: Compilation): InlayHint[] {
    const lines = shown.filter((node): node is Clinical => node.$type === 'Clinical' && !isInLine(node));
    if (lines.length === 0) return [];
    const [first, last] = [file.source.rangeOf(lines[0]).start.line, file.source.rangeOf(lines[lines.length - 1]).end.line];
    const leaves = leavesBetween(document.criteria.filter(({ origin }) => origin === 'written').flatMap(rulesOf), first, last);
    const anchor = document.protocol?.defaultAnchor ?? 'screening';
    return lines.flatMap((line) => {
        const { start, end } = file.source.rangeOf(line);
        const inLine = leaves.filter(({ range }) => range !== undefined && !isBefore(range.start, start) && !isBefore(end, range.end));
        if (inLine.length === 0 || !inLine.every(isAtDefault)) return [];
        return [
            {
                position: end,
                label: `at ${anchor}`,
                tooltip: `No time is written: it counts at ${anchor}, the default point of the protocol.`,
                paddingLeft: true,
            },
        ];
    });
}

function isInLine(node: AstNode): boolean {
    for (let at = node.$container; at !== undefined; at = at.$container) if (at.$type === 'Clinical') return true;
    return false;
}

const rulesOf = ({ rule, readings }: Compilation['document']['criteria'][number]): Condition[] =>
    readings.length > 0 ? readings.map((reading) => reading.rule) : [rule];

type Leaf = Condition & { window: Window | null };

function leavesBetween(rules: readonly Condition[], first: number, last: number): Leaf[] {
    const leaves: Leaf[] = [];
    for (const rule of rules) {
        const { range } = rule;
        if (range?.file !== 0 || range.end.line < first || range.start.line > last) continue;
        walkCondition(rule, {
            condition: (condition) => {
                if ('window' in condition && condition.range?.file === 0) leaves.push(condition);
            },
        });
    }
    return leaves;
}

// That somebody is female is asked at no time; what a definition says has its own times.
function isAtDefault({ kind, window }: Leaf): boolean {
    return kind !== 'fact' && kind !== 'reference' && kind !== 'meets' && window !== null && !window.written && window.form === 'at';
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
    return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function scopes(file: ParsedFile, { document }: Compilation, from: number, to: number): InlayHint[] {
    return file.symbols.criteria.flatMap(({ node, sectionCohorts }) => {
        const place = placeOfHeader(node);
        if (place === undefined || place < from || place >= to || sectionCohorts.length === 0 || node.cohorts.length > 0) return [];
        const titles = sectionCohorts.map((id) => document.cohorts.find((cohort) => cohort.id === id)?.title ?? id);
        return [
            {
                position: file.source.positionAt(place),
                label: `for ${sectionCohorts.join(', ')}`,
                tooltip: `Applies to ${titles.join(', ')} only.`,
                paddingLeft: true,
            },
        ];
    });
}

function placeOfHeader(node: CriterionNode): number | undefined {
    return (propertyPlace(node, 'title') ?? propertyPlace(node, 'name'))?.end;
}
