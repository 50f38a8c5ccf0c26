// Takes a condition, in which a patient case states something, apart into facts.
import type { Condition, Count, Refinement } from '@crit-lang/model/criteria/condition.js';
import { underWords, unwrapped } from '../conditions/vague.js';
import { useInRow } from '../conditions/washout.js';
import { key } from '../knowledge/knowledge.js';
import { windowAt } from '../time/span.js';
import { conditionWords } from '../words/condition-words.js';
import type { Statement } from './state.js';
import { originOf, stateWhole } from './state.js';
import { stateElapsed, stateGrade, statePresence, stateResponse, stateResult, stateTruth } from './state-clinical.js';
import { stateChange, stateComparison } from './state-values.js';

/** Adds what the condition says, or with `holds` false denies, to the record. */
export function stateCondition(condition: Condition, statement: Statement): void {
    if ('window' in condition && condition.window?.points !== undefined) {
        const points = condition.window.points.map((point) => ({ ...condition, window: windowAt(point) }));
        stateList(points, statement.holds, condition, statement);
        return;
    }
    const { patient, holds } = statement;
    switch (condition.kind) {
        case 'all':
            stateList(condition.of, holds, condition, statement);
            break;
        case 'any':
            stateList(condition.of, !holds, condition, statement);
            break;
        case 'not':
            stateCondition(condition.of, { ...statement, holds: !holds });
            break;
        case 'count':
            stateCount(condition, statement);
            break;
        case 'vague':
            stateVague(condition, statement);
            break;
        case 'repeated':
            stateWhole(condition, statement);
            if (holds && condition.of.kind === 'compare') stateComparison({ ...condition.of, pick: 'any' }, statement);
            break;
        case 'presence':
            statePresence(condition, statement);
            stateRefinements(condition.refinements, statement);
            break;
        case 'response':
            stateResponse(condition, statement);
            break;
        case 'compare':
            stateComparison(condition, statement);
            break;
        case 'grade':
            stateGrade(condition, statement);
            break;
        case 'result':
            stateResult(condition, statement);
            break;
        case 'meets':
        case 'fact':
            stateTruth(condition, statement);
            break;
        case 'change':
            stateChange(condition, statement);
            break;
        case 'elapsed':
            stateElapsed(condition, statement);
            break;
        case 'washout':
            stateList(
                condition.rows.map((row) => useInRow(row, condition)),
                !holds,
                condition,
                statement,
            );
            break;
        case 'statement':
            patient.statements.push({
                text: condition.text,
                verb: condition.class === 'attestation' ? (condition.verb ?? 'agrees to') : condition.class,
                holds,
                origin: originOf(condition, statement),
            });
            break;
        case 'unspecified':
            patient.statements.push({ text: condition.text, verb: 'unspecified', holds, origin: originOf(condition, statement) });
            break;
        case 'cases':
            stateWhole(condition, statement);
            break;
        case 'reference':
            stateReference(condition, statement);
            break;
        case 'guard':
        case 'unresolved':
            patient.unread.push(`This fact cannot be taken over: ${conditionWords(condition)}.`);
            break;
    }
}

// 'nephritis requiring { prednisone > 500 mg/day }' says that the prednisone was given.
function stateRefinements(refinements: readonly Refinement[], statement: Statement): void {
    if (!statement.holds) return;
    for (const refinement of refinements)
        if ('condition' in refinement && refinement.relation !== 'without') stateCondition(refinement.condition, { ...statement, qualifiers: [] });
}

// All parts of a list that holds hold, and none of an alternative that does not; otherwise only the whole is known.
function stateList(parts: readonly Condition[], each: boolean, whole: Condition, statement: Statement): void {
    if (!each && parts.length > 1) stateWhole(whole, statement);
    else for (const part of parts) stateCondition(part, statement);
}

function stateCount(condition: Count, statement: Statement): void {
    const { operator, count } = condition.bound;
    const items = condition.items.map((item) => item.condition);
    const plain = condition.items.every(({ counts }) => counts === 'one');
    const allNeeded =
        plain &&
        ((operator === '>=' && count === items.length) || (operator === '>' && count === items.length - 1) || (operator === '=' && count === items.length));
    const noneAllowed = (operator === '<=' && count === 0) || (operator === '<' && count === 1) || (operator === '=' && count === 0);
    const someNeeded = (operator === '>=' && count === 1) || (operator === '>' && count === 0);
    if (statement.holds && allNeeded) stateList(items, true, condition, statement);
    else if ((statement.holds && noneAllowed) || (!statement.holds && someNeeded)) stateList(items, true, condition, { ...statement, holds: false });
    else stateWhole(condition, statement);
}

// "severe" X: a flagged fact, which implies X. That X is not "severe" says nothing about X.
function stateVague(condition: Extract<Condition, { kind: 'vague' }>, statement: Statement): void {
    const { words, of } = unwrapped(condition);
    const flagged = { ...statement, qualifiers: [...statement.qualifiers, ...words] };
    const distributed = underWords(words, of);
    if (distributed !== null) stateCondition(distributed, statement);
    else if (of.kind === 'presence') statePresence(of, flagged);
    else if (of.kind === 'response') stateResponse(of, flagged);
    else {
        stateWhole(of, flagged);
        if (statement.holds) stateCondition(of, statement);
    }
}

function stateReference(condition: Extract<Condition, { kind: 'reference' }>, statement: Statement): void {
    const definition = statement.knowledge.definition(condition.definition);
    if (!statement.holds || condition.refinements.length > 0) stateWhole(condition, statement);
    if (!statement.holds || definition === undefined || statement.definitions.includes(key(definition.id))) return;
    const bindings = new Map(
        definition.parameters.flatMap((name, index) => {
            const given = condition.arguments[index];
            return given === undefined ? [] : [[name, given.kind === 'parameter' ? (statement.bindings.get(given.name) ?? given) : given] as const];
        }),
    );
    stateCondition(definition.rule, {
        ...statement,
        bindings,
        window: condition.window ?? statement.window,
        definitions: [...statement.definitions, key(definition.id)],
    });
}
