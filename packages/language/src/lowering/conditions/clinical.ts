// Lowers a line about something clinical: finds out which kind of statement it makes of what it speaks of.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Clinical, Selection } from '../../generated/ast.js';
import { reportBareCondition } from '../../checks/bare-condition.js';
import { reportPredicateNotTaken, reportVerbWithPredicate } from '../../checks/clause-does-not-fit.js';
import { reportPickNotTaken } from '../../checks/part-not-taken.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';
import { reportMoreThanName } from '../name-only.js';
import { ANYTHING } from '../selections.js';
import { resolveTerm } from '../resolve-term.js';
import { lowerWindow } from '../time.js';
import { Clauses } from './clauses.js';
import type { Frame } from './frame.js';
import { combine } from './frame.js';
import { lowerGrade } from './grade.js';
import { lowerGroup } from './group.js';
import { lowerMeasurement } from './measurement.js';
import { lowerPresence } from './presence.js';
import { lowerReference } from './reference.js';
import { withRepetition } from './repetition.js';
import { lowerResponse } from './response.js';
import { lowerResult } from './result.js';

export function lowerClinical(lowering: Lowering, node: Clinical, outer: Frame): Condition {
    const frame = combine(lowering, node, outer);
    const subject = recovered(node).subject;
    if (subject === undefined) return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...lowering.at(node) };
    if (subject.$type === 'Group') return lowerGroup(lowering, node, subject, frame);
    const clauses = new Clauses(lowering, frame.clauses);
    const repetition = clauses.repetition();
    const condition =
        subject.$type === 'Arithmetic' ? lowerMeasurement(lowering, node, subject, frame, clauses) : lowerLeaf(lowering, node, subject, frame, clauses);
    const vague = subject.$type === 'Selection' ? recovered(subject).vague : undefined;
    const qualified: Condition = vague === undefined ? condition : { kind: 'vague', qualifier: vague, condition, ...lowering.at(node) };
    return withRepetition(lowering, node, repetition, qualified);
}

function lowerLeaf(lowering: Lowering, node: Clinical, subject: Selection, frame: Frame, clauses: Clauses): Condition {
    const name = recovered(subject).name;
    if (name !== undefined && subject.doseOf !== true && lowering.scope.definition(name) !== undefined)
        return lowerReference(lowering, node, subject, name, frame, clauses);
    if (frame.predicate !== undefined && (frame.responses.length > 0 || frame.verb === 'meets'))
        reportPredicateNotTaken(lowering, frame.predicate, frame.verb ?? frame.responses.join(' or '));
    const noValue = kindWithoutValue(lowering, subject, frame);
    if (frame.pick !== undefined && noValue !== null) reportPickNotTaken(lowering, node, frame.pick, noValue);
    if (frame.responses.length > 0) return lowerResponse(lowering, node, subject, frame, clauses);
    if (frame.verb === 'meets') return lowerMeets(lowering, node, subject, frame, clauses);
    if (frame.predicate === undefined && frame.verb !== undefined) return lowerPresence(lowering, node, subject, frame, clauses);
    if (frame.predicate !== undefined) {
        if (frame.verb !== undefined) reportVerbWithPredicate(lowering, node, frame.verb);
        if (frame.predicate.$type === 'ResultTest') return lowerResult(lowering, node, subject, frame, clauses);
        if (speaksOfGrade(lowering, subject, frame)) return lowerGrade(lowering, node, subject, frame, clauses);
        return lowerMeasurement(lowering, node, subject, frame, clauses);
    }
    return lowerFact(lowering, node, subject, frame, clauses);
}

// What a line is called that does not choose among measured values; null for one that does.
function kindWithoutValue(lowering: Lowering, subject: Selection, frame: Frame): string | null {
    if (frame.responses.length > 0) return 'the response to a treatment';
    if (frame.verb === 'meets') return 'classification criteria';
    if (frame.predicate === undefined) return frame.verb === undefined ? 'a fact about the participant' : 'a condition, procedure, event or treatment';
    if (frame.predicate.$type === 'ResultTest') return 'a test result';
    return speaksOfGrade(lowering, subject, frame) ? 'a grade' : null;
}

function speaksOfGrade(lowering: Lowering, subject: Selection, frame: Frame): boolean {
    if (frame.predicate?.$type === 'GradeTest') return true;
    if (subject.doseOf === true || subject.name === undefined) return false;
    return lowering.scope.terms.find(subject.name).some((hit) => hit.term.kind === 'grade');
}

function lowerMeets(lowering: Lowering, node: Clinical, subject: Selection, frame: Frame, clauses: Clauses): Condition {
    const place = lowering.at(node);
    reportMoreThanName(lowering, subject, frame.exceptions, 'classification criteria');
    const window = clauses.window();
    clauses.reportRest('classification criteria');
    const term =
        subject.name === undefined
            ? undefined
            : resolveTerm(lowering, subject, subject.name, { kinds: ['criteria'], called: 'a set of classification criteria' });
    if (term === undefined) return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place };
    return { kind: 'meets', criteria: term.id, window: window === undefined ? lowering.defaultWindow() : lowerWindow(lowering, window), ...place };
}

function lowerFact(lowering: Lowering, node: Clinical, subject: Selection, frame: Frame, clauses: Clauses): Condition {
    const place = lowering.at(node);
    const unresolved: Condition = { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place };
    if (subject.index === true) {
        reportBareCondition(lowering, node, 'the index disease', null);
        return unresolved;
    }
    const name = recovered(subject).name;
    if (name === undefined || name === '') return unresolved;
    const term = resolveTerm(lowering, subject, name, ANYTHING);
    if (term === undefined) return unresolved;
    if (term.kind !== 'fact') {
        reportBareCondition(lowering, node, name, term);
        return unresolved;
    }
    reportMoreThanName(lowering, subject, frame.exceptions, 'a fact about the participant');
    const window = clauses.window();
    clauses.reportRest('a fact about the participant');
    return { kind: 'fact', term: term.id, window: window === undefined ? lowering.defaultWindow() : lowerWindow(lowering, window), ...place };
}
