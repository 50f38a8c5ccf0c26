// Lowers criteria, definitions and assertions: lines, readings, wording and notes.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Acceptance as ModelAcceptance, Assertion as ModelAssertion, Criterion as ModelCriterion, Definition as ModelDefinition, Reading as ModelReading } from '@crit-lang/model/criteria/document.js';
import { isDiagnosticName } from '../diagnostics/catalogue.js';
import type { Acceptance, Assertion, Body, Criterion, CriterionItem, Definition, Guard, Line, Reading } from '../generated/ast.js';
import type { PlacedCriterion } from '../resolve/file-symbols.js';
import { recovered } from '../syntax/recovered.js';
import { EMPTY_FRAME } from './conditions/frame.js';
import { unknownCohort } from './declaration.js';
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
    if (parts.replaces !== undefined && !lowering.scope.criteria.has(parts.replaces)) {
        lowering.report('unknown-criterion', node, `'instead of ${parts.replaces}' names a criterion that this file does not have. Correct the id, or remove 'instead of'.`);
    }
    const readings = items.readings.map((reading) => lowerReading(lowering, reading, join));
    reportReadings(lowering, node, items, readings);
    const rule: Condition = readings[0]?.rule ?? lowerLines(lowering, items.lines, join, node);
    return {
        id,
        kind: parts.kind ?? 'include',
        title: parts.title ?? null,
        cohorts: readings.length > 0 ? (readings[0]?.cohorts ?? cohorts) : cohorts,
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

function reportReadings(lowering: Lowering, node: Criterion, items: Parts, readings: readonly ModelReading[]): void {
    if (readings.length === 1) {
        lowering.report('single-reading', items.readings[0], 'A criterion declares either no reading or at least two: readings exist to show in how many ways the text can be taken. Add the other reading, or write the lines without reading { … }.');
    }
    if (readings.length > 0 && items.lines.length > 0) {
        lowering.report('clause-does-not-fit', items.lines[0] ?? node, 'This criterion declares readings, so every line belongs into one of them. Move the line into the readings in which it holds.');
    }
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
    for (const cohort of own) if (!lowering.scope.cohorts.has(cohort)) lowering.report('unknown-cohort', node, unknownCohort(lowering, cohort));
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
    if (!isDiagnosticName(name) && !ANALYSIS_NAMES.has(name)) {
        lowering.report('unknown-diagnostic', node, `'${name}' is the name of no finding, so nothing is acknowledged. Copy the name from the finding (shown after its message).`);
    }
    if (parts.criterion !== undefined && !lowering.scope.criteria.has(parts.criterion)) lowering.report('unknown-criterion', node, `'on ${parts.criterion}' names a criterion that this file does not have.`);
    return { diagnostic: name, criterion: parts.criterion ?? lowering.criterion, reason: parts.reason ?? '', ...lowering.at(node) };
}

/** Findings of the analyser (DESIGN §4), which can be acknowledged too. */
const ANALYSIS_NAMES: ReadonlySet<string> = new Set([
    'cohort-unsatisfiable', 'criterion-never-met', 'criterion-always-met', 'alternative-unreachable', 'alternative-never-decisive', 'criterion-redundant', 'cohorts-overlap',
    'cohort-unguarded', 'boundary-mismatch', 'satisfiable-only-in-a-sliver', 'assertion-failed', 'not-decided', 'knowledge-undeclared', 'acknowledgement-stale',
]);

/** Joins the lines of a block; a block without lines is reported and unresolved. */
export function lowerLines(lowering: Lowering, lines: readonly Line[], join: 'any' | 'all', node: Criterion | Reading | Definition | Assertion): Condition {
    if (lines.length === 0) {
        lowering.report('empty-list', node, `'${recovered(node).name ?? ''}' has no rule, so nobody can tell whether it is met. Write at least one line; if it cannot be typed yet, write statement "…" with the text.`);
        return { kind: 'unresolved', text: '', ...lowering.at(node) };
    }
    return { kind: join, of: lines.map((line) => lowerLine(lowering, line, join)), ...lowering.at(node) };
}

function lowerLine(lowering: Lowering, line: Line, join: 'any' | 'all'): Condition {
    return line.$type === 'Guard' ? lowerGuard(lowering, line, join) : lowering.expression(line, EMPTY_FRAME);
}

function lowerGuard(lowering: Lowering, node: Guard, join: 'any' | 'all'): Condition {
    const parts = recovered(node);
    const body = (block: Body | undefined): Condition => ({ kind: join, of: (block?.lines ?? []).map((line) => lowerLine(lowering, line, join)), ...lowering.at(block ?? node) });
    if ((parts.body?.lines ?? []).length === 0) lowering.report('empty-list', node, `Nothing stands in the braces after '${parts.kind ?? 'if'}'. Say what holds for these participants.`);
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
        if (line.$type === 'Guard') lowering.report('guard-in-logic', line, `'${line.kind}' says to whom a line of a criterion applies and cannot stand in a definition. Use case { condition: …; otherwise: … }.`);
    }
    return { id: parts.name ?? '', parameters: parts.parameters ?? [], rule: lowerLines(lowering, items.lines, 'all', node), plain: items.texts.plain, ...lowering.at(node) };
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
        rule: lowerLines(lowering, items.lines, 'all', node),
        ...lowering.at(node),
    };
}
