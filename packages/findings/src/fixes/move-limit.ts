// Fixes that move a limit: to that of another criterion, or to just beyond it.
import type { Comparison, Condition, GradeComparison } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Bound } from '@crit-lang/analysis/questions/bounds.js';
import { meaningOf } from '@crit-lang/analysis/knowledge/meaning.js';
import type { Band } from '@crit-lang/analysis/questions/finding.js';
import type { TextEdit } from '../report.js';
import { listed } from '../listed.js';
import { partName } from '../words.js';
import { withReplaced } from './changed-document.js';
import { dropLine } from './drop-criterion.js';
import { gradeWords, type LimitPlace, limitPlace, limitWords } from './limit-in-text.js';
import { CHANGES, type Proposal, type Workplace } from './proposal.js';
import type { WrittenFile } from './written-file.js';

/** A limit put where another is: it then admits what the other does, or, on the other side of the value, what lies just beyond. */
export interface Move {
    readonly bound: Bound;
    readonly to: Bound;
}

/** For bands between two criteria: the stricter limits made the looser ones, the other way round, and each criterion's taken for both. */
export function closeBands(bands: readonly Band[], place: Workplace): Proposal[] {
    const [one] = bands;
    if (one === undefined) return [];
    const widen = bands.map(({ looser, stricter }): Move => ({ bound: stricter, to: looser }));
    const tighten = bands.map(({ looser, stricter }): Move => ({ bound: looser, to: stricter }));
    const asIn = (id: string): Move[] =>
        bands.map(({ looser, stricter }) => (looser.part.criterion.id === id ? { bound: stricter, to: looser } : { bound: looser, to: stricter }));
    const named = new Map(bands.flatMap(({ looser, stricter }) => [looser.part, stricter.part].map((part) => [part.criterion.id, partName(part)] as const)));
    const mixed = bands.length < 2 ? [] : [...named].flatMap(([id, name]) => moveLimits(asIn(id), CHANGES.limit, (words) => `${words}, as in ${name}`, place));
    return [
        ...moveLimits(tighten, CHANGES.nobody, (words) => `${words}: admits whom both criteria admit, as now`, place),
        ...moveLimits(widen, CHANGES.few, (words) => `${words}: admits ${one.isPoint ? 'the value at the limit' : 'the values between the limits'}`, place),
        ...mixed,
        ...(bands.length === 1 ? oneLimitOnly(one, place) : []),
    ];
}

/** Beside an inclusion with the same limit the line of an exclusion that has others would be dead: it goes. */
function oneLimitOnly({ looser, stricter, isPoint }: Band, place: Workplace): Proposal[] {
    if (stricter.part.criterion.kind !== 'exclude') return [];
    const effect = `${partName(looser.part)} alone says the limit; admits ${isPoint ? 'the value at the limit' : 'the values between the limits'}`;
    const dropped = dropLine(stricter.part, stricter.condition, effect, place).map((each): Proposal => ({ ...each, changes: CHANGES.limit }));
    const moved = dropped.flatMap((drop) => {
        const title = (words: string): string => `${words} and drop that of ${partName(stricter.part)}: admits whom both criteria admit, as now`;
        return moveLimits([{ bound: looser, to: stricter }], CHANGES.nobody, title, { ...place, document: drop.document }).map((move) => ({
            ...move,
            edits: [...move.edits, ...drop.edits],
        }));
    });
    return [...moved, ...dropped];
}

/** The value at the limit itself let in or kept out: < for <=, > for >=, and the other way round. */
export function toggleStrictness(bound: Bound, place: Workplace): Proposal[] {
    const toggled = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '=': '=' } as const;
    const title = (written: readonly (readonly [string, string])[]): string =>
        `Move the limit of ${written[0]?.[0] ?? ''} to ${written[0]?.[1] ?? ''}: admits the value at the limit`;
    return rewriteLimits([{ bound, operator: toggled[bound.operator], limit: bound.condition }], CHANGES.few, title, place);
}

/** Together, or none of them where one cannot be written. */
export function moveLimits(moves: readonly Move[], changes: Proposal['changes'], title: (words: string) => string, place: Workplace): Proposal[] {
    return rewriteLimits(
        moves.map(({ bound, to }) => ({ bound, operator: operatorAt(bound, to), limit: to.condition })),
        changes,
        (written) =>
            title(
                `Move ${listed(byName(written).map(([name, limits]) => `${limits.length === 1 ? 'the limit' : 'the limits'} of ${name} to ${listed(limits)}`))}`,
            ),
        place,
    );
}

function byName(written: readonly (readonly [string, string])[]): [string, string[]][] {
    const limits = new Map<string, string[]>();
    for (const [name, limit] of written) limits.set(name, [...(limits.get(name) ?? []), limit]);
    return [...limits];
}

/** What was meant by criteria whose signs are the wrong way round. */
export function turnSigns(bounds: readonly Bound[], place: Workplace): Proposal[] {
    const turned = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=' } as const;
    const rewritten = bounds.map((bound) => ({ bound, operator: turned[bound.operator], limit: bound.condition }));
    const title = (written: readonly (readonly [string, string])[]): string =>
        `Turn the ${written.length === 1 ? 'sign' : 'signs'} of ${written[0]?.[0] ?? ''} around: ${listed(written.map(([, limit]) => limit))}`;
    return bounds.length === 0 ? [] : rewriteLimits(rewritten, CHANGES.limit, title, place);
}

interface Rewritten {
    readonly bound: Bound;
    readonly operator: ComparisonOperator;
    readonly limit: Comparison | GradeComparison;
}

function rewriteLimits(
    all: readonly Rewritten[],
    changes: Proposal['changes'],
    title: (written: readonly (readonly [string, string])[]) => string,
    { analysis, files, document: start = analysis.document }: Workplace,
): Proposal[] {
    const written: [string, string][] = [];
    const edits: TextEdit[] = [];
    let document = start;
    const replacements = new Map<object, unknown>();
    for (const { bound, operator, limit } of all) {
        const { condition, part } = bound;
        const words = limit.kind === 'grade' ? gradeWords(limit.value) : limitWords(limit.right);
        const file = files.of(condition.range);
        if (words === null || file === undefined || condition.kind !== limit.kind) return [];
        const found = placeOf(file, bound);
        // The header's lowest age is always in.
        if (found === null || (part.criterion.origin === 'header' && operator === '>')) return [];
        for (const each of found.sharing) replacements.set(each, { ...each, operator, ...limitOf(limit) });
        if (part.criterion.origin === 'header') document = withAge(document, bound, operator, limit);
        const newText = found.place.write(operator, words);
        if (newText === null) return [];
        const edit = file.edit(found.place, newText);
        const same = edits.find(({ range }) => meaningOf([range.start, range.end]) === meaningOf([edit.range.start, edit.range.end]));
        if (same !== undefined && same.newText !== edit.newText) return [];
        if (same !== undefined) continue;
        edits.push(edit);
        written.push([partName(part), `${operator} ${words}`]);
    }
    return [{ title: title(written), changes, document: withReplaced(document, replacements), edits }];
}

function limitOf(condition: Comparison | GradeComparison): Partial<Comparison> | Partial<GradeComparison> {
    return condition.kind === 'grade' ? { value: condition.value, index: condition.index } : { right: condition.right };
}

/** With which the bound begins, or ends, where the other does. */
function operatorAt({ side, part }: Bound, { cut }: Bound): ComparisonOperator {
    const isAbove = (side === 'low') === (part.criterion.kind === 'include');
    const isLeft = cut.side === 0;
    return isAbove ? (isLeft ? '>=' : '>') : isLeft ? '<' : '<=';
}

interface WrittenLimit {
    readonly place: LimitPlace;
    /** The comparisons of the model that are written there: 'all of { AST, ALT } <= 3 x ULN' has one limit for two. */
    readonly sharing: readonly (Comparison | GradeComparison)[];
}

function placeOf(file: WrittenFile, { condition, part }: Bound): WrittenLimit | null {
    if (condition.range === undefined) return null;
    const own = file.stretchOf(condition.range);
    if (part.criterion.origin === 'header') {
        const age = /(?<=[\r\n{,;]\s*)age\s[^\r\n,;}]*/u.exec(file.codeOf(own));
        const place = age === null ? null : limitPlace(file, { start: own.start + age.index, end: own.start + age.index + age[0].length }, condition);
        return place === null ? null : { place, sharing: [condition] };
    }
    const there = limitPlace(file, own, condition);
    if (there !== null) return { place: there, sharing: [condition] };
    const list = listAround(part.rule, condition);
    if (list?.range === undefined) return null;
    const sharing = list.of.flatMap((each) => (each.kind === 'compare' && condition.kind === 'compare' && isSameLimit(each, condition) ? [each] : []));
    const around = file.stretchOf(list.range);
    const open = file.code.indexOf('{', around.start);
    if (sharing.length < list.of.length || open < 0 || open > own.start) return null;
    const place = limitPlace(file, { start: file.closing(open), end: around.end }, condition);
    return place === null ? null : { place, sharing };
}

function isSameLimit(one: Comparison, other: Comparison): boolean {
    return one.operator === other.operator && meaningOf(one.right) === meaningOf(other.right);
}

/** The list whose items share the limit behind it: the comparisons in it are places of names only. */
function listAround(rule: Condition, wanted: Condition): Extract<Condition, { kind: 'all' | 'any' }> | null {
    if (rule.kind !== 'all' && rule.kind !== 'any') return null;
    for (const item of rule.of) {
        const inner = listAround(item, wanted);
        if (inner !== null) return inner;
    }
    return rule.of.includes(wanted) ? rule : null;
}

// The header says the age for the registry too.
function withAge(document: CriteriaDocument, { condition, side }: Bound, operator: ComparisonOperator, limit: Comparison | GradeComparison): CriteriaDocument {
    const { protocol } = document;
    if (protocol === null || condition.kind !== 'compare' || limit.kind !== 'compare' || limit.right.kind !== 'quantity') return document;
    const { kind: _kind, ...quantity } = limit.right;
    const age = side === 'low' ? { ...protocol.age, low: quantity } : { ...protocol.age, high: quantity, highOpen: operator === '<' };
    return { ...document, protocol: { ...protocol, age } };
}
