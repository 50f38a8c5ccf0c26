// Lowers criteria, definitions and assertions: lines, readings, wording and notes.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type {
    Acceptance as ModelAcceptance,
    Assertion as ModelAssertion,
    Criterion as ModelCriterion,
    Definition as ModelDefinition,
    Reading as ModelReading,
} from '@crit-lang/model/criteria/document.js';
import { reportLineBesideReadings } from '../checks/clause-does-not-fit.js';
import { reportEmptyGuard, reportNoRule } from '../checks/empty-list.js';
import { reportGuardInDefinition } from '../checks/guard-in-logic.js';
import { reportSingleReading } from '../checks/single-reading.js';
import { reportUnknownCohorts } from '../checks/unknown-cohort.js';
import { reportUnknownCriterion } from '../checks/unknown-criterion.js';
import { reportUnknownDiagnostic } from '../checks/unknown-diagnostic.js';
import type { Acceptance, Assertion, Body, Criterion, CriterionItem, Definition, Guard, Guarded, Line, Reading } from '../generated/ast.js';
import type { PlacedCriterion } from '../resolve/file-symbols.js';
import { recovered } from '../syntax/recovered.js';
import { EMPTY_FRAME } from './conditions/frame.js';
import type { Lowering } from './lowering.js';

interface Parts {
    texts: Record<'wording' | 'short' | 'plain' | 'rationale' | 'note' | 'source', string[]>;
    acceptances: ModelAcceptance[];
    lines: Line[];
    readings: Reading[];
}

export function lowerCriterion(outer: Lowering, placed: PlacedCriterion): ModelCriterion {
    const { node, sectionCohorts } = placed;
    const parts = recovered(node);
    const id = parts.name ?? '';
    const lowering = outer.inCriterion(id);
    const items = sortItems(lowering, parts.items ?? []);
    const join = parts.kind === 'exclude' ? 'any' : 'all';
    const cohorts = scopeOf(lowering, node, parts.cohorts ?? [], sectionCohorts);
    if (parts.replaces !== undefined)
        reportUnknownCriterion(lowering, parts.replaces, { node, property: 'replaces', after: 'instead of', so: 'it replaces nothing' });
    const readings = items.readings.map((reading) => lowerReading(lowering, reading, join));
    reportSingleReading(lowering, items.readings, readings);
    if (readings.length > 0) for (const line of items.lines) reportLineBesideReadings(lowering, line);
    const rule: Condition = readings[0]?.rule ?? lowerLines(lowering, items.lines, join, node, items.texts.wording);
    return {
        id,
        kind: parts.kind ?? 'include',
        title: parts.title ?? null,
        cohorts,
        origin: 'written',
        replaces: parts.replaces ?? null,
        wording: items.texts.wording,
        short: items.texts.short[0] ?? null,
        plain: items.texts.plain,
        rationale: items.texts.rationale,
        notes: items.texts.note,
        sources: items.texts.source,
        acceptances: items.acceptances,
        rule,
        readings,
        ...lowering.at(node),
    };
}

function lowerReading(lowering: Lowering, node: Reading, join: 'any' | 'all'): ModelReading {
    const parts = recovered(node);
    return {
        id: parts.name ?? '',
        title: parts.title ?? null,
        cohorts: (parts.cohorts ?? []).length === 0 ? null : scopeOf(lowering, node, parts.cohorts ?? [], []),
        rule: lowerLines(lowering, parts.body?.lines ?? [], join, node),
        ...lowering.at(node),
    };
}

function scopeOf(lowering: Lowering, node: Criterion | Reading | Assertion, own: readonly string[], section: readonly string[]): string[] | null {
    reportUnknownCohorts(lowering, node, 'cohorts', own);
    if (own.length > 0) return [...own];
    return section.length > 0 ? [...section] : null;
}

function sortItems(lowering: Lowering, items: readonly CriterionItem[]): Parts {
    const parts: Parts = { texts: { wording: [], short: [], plain: [], rationale: [], note: [], source: [] }, acceptances: [], lines: [], readings: [] };
    for (const item of items) {
        if (item.$type === 'TextNote') parts.texts[item.key].push(recovered(item).text ?? '');
        else if (item.$type === 'Acceptance') parts.acceptances.push(lowerAcceptance(lowering, item));
        else if (item.$type === 'Reading') parts.readings.push(item);
        else parts.lines.push(item);
    }
    return parts;
}

export function lowerAcceptance(lowering: Lowering, node: Acceptance): ModelAcceptance {
    const parts = recovered(node);
    const name = parts.diagnostic ?? '';
    reportUnknownDiagnostic(lowering, node, name);
    if (parts.criterion !== undefined)
        reportUnknownCriterion(lowering, parts.criterion, { node, property: 'criterion', after: 'on', so: 'nothing is acknowledged' });
    return { diagnostic: name, criterion: parts.criterion ?? lowering.criterion, reason: parts.reason ?? '', ...lowering.at(node) };
}

/** Joins the lines of a block; a block without lines is reported and unresolved. */
export function lowerLines(
    lowering: Lowering,
    lines: readonly Line[],
    join: 'any' | 'all',
    node: Criterion | Reading | Definition | Assertion,
    wording: readonly string[] = [],
): Condition {
    if (lines.length === 0) {
        reportNoRule(lowering, node, recovered(node).name ?? '', wording);
        return { kind: 'unresolved', text: '', ...lowering.at(node) };
    }
    return { kind: join, of: lines.map((line) => lowerLine(lowering, line, join)), ...lowering.at(node) };
}

function lowerLine(lowering: Lowering, line: Line, join: 'any' | 'all'): Condition {
    if (line.$type === 'Guard') return lowerGuard(lowering, line, join);
    if (line.$type === 'Guarded') return lowerTrailingGuard(lowering, line, join);
    return lowering.expression(line, EMPTY_FRAME);
}

// 'bilirubin > 1.5 x ULN unless has Gilbert syndrome' says the same as 'unless has Gilbert syndrome { bilirubin > 1.5 x ULN }'.
function lowerTrailingGuard(lowering: Lowering, node: Guarded, join: 'any' | 'all'): Condition {
    const parts = recovered(node);
    const of = (parts.lines ?? []).map((line) => lowering.expression(line, EMPTY_FRAME));
    return {
        kind: 'guard',
        form: parts.kind ?? 'if',
        when: lowering.expression(parts.condition, EMPTY_FRAME),
        then: { kind: join, of, ...lowering.at(node) },
        otherwise: null,
        ...lowering.at(node),
    };
}

function lowerGuard(lowering: Lowering, node: Guard, join: 'any' | 'all'): Condition {
    const parts = recovered(node);
    const body = (block: Body | undefined): Condition => ({
        kind: join,
        of: (block?.lines ?? []).map((line) => lowerLine(lowering, line, join)),
        ...lowering.at(block ?? node),
    });
    if ((parts.body?.lines ?? []).length === 0) reportEmptyGuard(lowering, node);
    return {
        kind: 'guard',
        form: parts.kind ?? 'if',
        when: lowering.expression(parts.condition, EMPTY_FRAME),
        then: body(parts.body),
        otherwise: parts.otherwise === undefined ? null : body(parts.otherwise),
        ...lowering.at(node),
    };
}

export function lowerDefinition(outer: Lowering, node: Definition): ModelDefinition {
    const parts = recovered(node);
    const lowering = outer.inDefinition(parts.parameters ?? []);
    const items = sortItems(lowering, parts.items ?? []);
    for (const line of items.lines) {
        if (line.$type === 'Guard' || line.$type === 'Guarded') reportGuardInDefinition(lowering, line);
    }
    return {
        id: parts.name ?? '',
        parameters: parts.parameters ?? [],
        rule: lowerLines(lowering, items.lines, 'all', node),
        plain: items.texts.plain,
        ...lowering.at(node),
    };
}

export function lowerAssertion(outer: Lowering, node: Assertion): ModelAssertion {
    const parts = recovered(node);
    const lowering = outer.inCriterion(parts.name ?? '');
    const items = sortItems(lowering, parts.items ?? []);
    return {
        id: parts.name ?? '',
        title: parts.title ?? null,
        cohorts: scopeOf(lowering, node, parts.cohorts ?? [], []) ?? [],
        claim: parts.claim ?? 'implies',
        wording: items.texts.wording,
        rule: lowerLines(lowering, items.lines, 'all', node, items.texts.wording),
        ...lowering.at(node),
    };
}
