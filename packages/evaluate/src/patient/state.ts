// What the statements of a patient case are taken over into: the record so far, and what stands for the names in them.
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { conditionWords } from '../words/condition-words.js';
import type { Origin } from './facts.js';
import type { Patient } from './patient.js';

export interface Statement {
    readonly knowledge: Knowledge;
    readonly patient: Patient;
    readonly index: TermSelection | null;
    readonly defaultPick: ValuePick;
    /** False where the condition is denied. */
    readonly holds: boolean;
    /** Words that nothing defines, under which the condition is said. */
    readonly qualifiers: readonly string[];
    /** Inside a definition that the fact uses. */
    readonly bindings: ReadonlyMap<string, Limit>;
    readonly window: Window | null;
    readonly definitions: readonly string[];
}

export function originOf(condition: Condition, { holds, qualifiers }: Pick<Statement, 'holds' | 'qualifiers'>): Origin {
    const said = qualifiers.reduceRight<Condition>((inner, qualifier) => ({ kind: 'vague', qualifier, condition: inner }), condition);
    return { words: `${holds ? '' : 'not '}${conditionWords(said)}`, ...(condition.range === undefined ? {} : { range: condition.range }), derived: null };
}

/** The window that a fact speaks of. */
export function windowIn(window: Window, statement: Pick<Statement, 'window'>): Window {
    return !window.written && statement.window !== null ? statement.window : window;
}

/** Takes a condition over as a whole, where it does not come apart into facts. */
export function stateWhole(condition: Condition, statement: Statement): void {
    const said = statement.qualifiers.reduceRight<Condition>((inner, qualifier) => ({ kind: 'vague', qualifier, condition: inner }), condition);
    statement.patient.wholes.push({ condition: said, holds: statement.holds, origin: originOf(condition, statement) });
}
