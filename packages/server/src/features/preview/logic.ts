// The rule of each criterion as a tree to draw: what is joined by and and or, what is without effect, what contradicts other criteria.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion, CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Compilation } from '@crit-lang/language/compile.js';
import { conditionPhrase, phraseContext } from '@crit-lang/generate/phrase/condition.js';
import { onOneLine } from '@crit-lang/generate/phrase/phrase.js';
import type { Range } from 'vscode-languageserver-types';
import { editorRange } from '../ranges.js';

export interface LogicNode {
    /** `and`, `or`: all, or one, of the parts; `count`: so many of them; `not`; `if`: the first part decides whether the others are asked; `leaf`. */
    kind: 'and' | 'or' | 'count' | 'not' | 'if' | 'leaf';
    text: string;
    range: Range | null;
    /** It has no effect. */
    dead: boolean;
    /** It takes part in a contradiction. */
    conflict: boolean;
    parts: LogicNode[];
}

export interface LogicCriterion {
    id: string;
    kind: 'include' | 'exclude';
    title: string | null;
    cohorts: string[] | null;
    range: Range | null;
    /** One for each reading; one where there is one. */
    readings: { id: string | null; title: string | null; rule: LogicNode }[];
}

/** The written criteria, in the order of the document. */
export function logicOf(compilation: Compilation): LogicCriterion[] {
    const { document } = compilation;
    const marks = marksOf(compilation);
    return document.criteria.flatMap((criterion) => {
        const { id, kind, title, cohorts, origin, range, readings, rule } = criterion;
        if (origin !== 'written') return [];
        const tree = (condition: Condition): LogicNode => nodeOf(condition, { criterion, document, marks });
        const trees =
            readings.length === 0 ? [{ id: null, title: null, rule: tree(rule) }] : readings.map((reading) => ({ ...reading, rule: tree(reading.rule) }));
        const own = trees.map((reading) => ({ id: reading.id, title: reading.title, rule: reading.rule }));
        return [{ id, kind, title, cohorts, range: range === undefined ? null : editorRange(range), readings: own }];
    });
}

interface Marks {
    dead: ReadonlySet<string>;
    conflict: ReadonlySet<string>;
}

interface Drawn {
    criterion: Criterion;
    document: CriteriaDocument;
    marks: Marks;
}

function marksOf({ diagnostics }: Compilation): Marks {
    const dead = diagnostics.filter(({ unnecessary }) => unnecessary === true).map(({ range }) => keyOf(range));
    const conflicts = diagnostics.filter(({ name }) => name === 'cohort-unsatisfiable');
    return { dead: new Set(dead), conflict: new Set(conflicts.flatMap(({ range, related }) => [range, ...related.map((place) => place.range)].map(keyOf))) };
}

function keyOf({ file, start, end }: SourceRange): string {
    return [file, start.line, start.character, end.line, end.character].join(' ');
}

function nodeOf(condition: Condition, drawn: Drawn): LogicNode {
    // All of one thing, and any of one thing, are that thing.
    if ((condition.kind === 'all' || condition.kind === 'any') && condition.of.length === 1) return nodeOf(condition.of[0] as Condition, drawn);
    const { range } = condition;
    const key = range === undefined ? '' : keyOf(range);
    return {
        ...shapeOf(condition, drawn),
        range: range === undefined ? null : editorRange(range),
        dead: drawn.marks.dead.has(key),
        conflict: drawn.marks.conflict.has(key),
    };
}

function shapeOf(condition: Condition, drawn: Drawn): Pick<LogicNode, 'kind' | 'text' | 'parts'> {
    const each = (parts: readonly (Condition | null)[]): LogicNode[] => parts.flatMap((part) => (part === null ? [] : [nodeOf(part, drawn)]));
    switch (condition.kind) {
        case 'all':
            return { kind: 'and', text: 'all of', parts: each(condition.of) };
        case 'any':
            return { kind: 'or', text: 'any of', parts: each(condition.of) };
        case 'not':
            return { kind: 'not', text: 'not', parts: each([condition.of]) };
        case 'count':
            return {
                kind: 'count',
                text: `${condition.bound.operator} ${condition.bound.count} of`,
                parts: each(condition.items.map((item) => item.condition)),
            };
        case 'guard':
            return { kind: 'if', text: condition.form, parts: each([condition.when, condition.then, condition.otherwise]) };
        default:
            return { kind: 'leaf', text: sentence(condition, drawn), parts: [] };
    }
}

function sentence(condition: Condition, { document, criterion }: Drawn): string {
    return onOneLine(conditionPhrase(condition, phraseContext(document, { polarity: criterion.kind })));
}
