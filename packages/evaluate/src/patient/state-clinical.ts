// Takes over facts about conditions, treatments, test results, grades and the person.
import type { Elapsed, Fact, GradeComparison, MeetsCriteria, Presence, Response, TestResult } from '@crit-lang/model/criteria/condition.js';
import { indexesOf } from '../conditions/grade.js';
import { presenceSince, windowsOf } from '../conditions/elapsed.js';
import { withIndex } from '../knowledge/selection.js';
import { spanOf } from '../time/span.js';
import type { Statement } from './state.js';
import { originOf, stateWhole, windowIn } from './state.js';

const NO_INDEX = 'It speaks of the index disease, but the patient is in no cohort that has one.';

export function statePresence(condition: Presence, statement: Statement): void {
    const { patient, holds, qualifiers } = statement;
    const what = withIndex(condition.what, statement.index);
    const window = windowIn(condition.window, statement);
    if (what?.term === undefined || what.term === null) {
        patient.unread.push(NO_INDEX);
        return;
    }
    if (statement.knowledge.term(what.term)?.kind === 'fact') {
        patient.truths.push({ kind: 'fact', term: what.term, span: spanOf(window), holds, origin: originOf(condition, statement) });
        return;
    }
    const { aspect, refinements, lasting, times, stableDose, method } = condition;
    patient.presences.push({
        holds,
        aspect,
        what,
        term: what.term,
        someKind: false,
        span: spanOf(window),
        refinements,
        qualifiers: [...qualifiers],
        lasting,
        times,
        stableDose,
        method,
        origin: originOf(condition, statement),
    });
}

export function stateResponse(condition: Response, statement: Statement): void {
    const to = withIndex(condition.to, statement.index);
    if (to?.term === undefined || to.term === null) {
        statement.patient.unread.push(NO_INDEX);
        return;
    }
    const { responses, lasting, refinements } = condition;
    const span = spanOf(windowIn(condition.window, statement));
    statement.patient.responses.push({
        holds: statement.holds,
        responses,
        to,
        term: to.term,
        span,
        lasting,
        refinements,
        qualifiers: [...statement.qualifiers],
        origin: originOf(condition, statement),
    });
}

export function stateResult(condition: TestResult, statement: Statement): void {
    const { test, result, method, refinements } = condition;
    if (test.term === null) return;
    statement.patient.results.push({
        holds: statement.holds,
        test,
        term: test.term,
        result,
        span: spanOf(windowIn(condition.window, statement)),
        method,
        refinements,
        origin: originOf(condition, statement),
    });
}

export function stateGrade(condition: GradeComparison, statement: Statement): void {
    const count = statement.knowledge.term(condition.scale)?.values?.length ?? 0;
    const of = condition.of === null ? null : withIndex(condition.of, statement.index);
    const asked = indexesOf(condition, count);
    const indexes = statement.holds ? asked : new Set(Array.from({ length: count }, (_, index) => index).filter((index) => !asked.has(index)));
    const span = spanOf(windowIn(condition.window, statement));
    statement.patient.grades.push({
        scale: condition.scale,
        component: condition.component,
        of,
        indexes,
        ofAll: !statement.holds,
        span,
        origin: originOf(condition, statement),
    });
}

export function stateTruth(condition: Fact | MeetsCriteria, statement: Statement): void {
    const term = condition.kind === 'fact' ? condition.term : condition.criteria;
    statement.patient.truths.push({
        kind: condition.kind,
        term,
        span: spanOf(windowIn(condition.window, statement)),
        holds: statement.holds,
        origin: originOf(condition, statement),
    });
}

/** "at least 8 months since stroke": a stroke at least 8 months ago, and none since. */
export function stateElapsed(condition: Elapsed, statement: Statement): void {
    const { operator, orNever } = condition;
    const { recent, ever, exactly } = windowsOf(condition);
    const nearer = operator === '<=' || operator === '<';
    if (!statement.holds || (nearer && orNever) || (operator === '=' && orNever)) {
        stateWhole(condition, statement);
        return;
    }
    if (nearer) {
        statePresence(presenceSince(condition, recent), statement);
        return;
    }
    const far = { ...ever, to: exactly.to === null ? null : { ...exactly.to, open: operator === '>' } };
    if (!orNever) statePresence(presenceSince(condition, operator === '=' ? exactly : far), statement);
    statePresence(presenceSince(condition, recent), { ...statement, holds: false });
}
