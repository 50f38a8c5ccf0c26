// What a criterion requires or forbids of conditions, drugs and procedures: each selection, with whether who passes has it or lacks it.
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { CountBound } from '@crit-lang/model/criteria/value.js';
import { polarityOf } from '@crit-lang/analysis/subjects/part.js';
import type { Knowledge } from '@crit-lang/analysis/knowledge/knowledge.js';
import type { Focus } from '../focus.js';

export interface SpokenOf {
    readonly selection: TermSelection;
    /** The condition that it stands in. */
    readonly leaf: Condition;
    /** 1: required; -1: forbidden. */
    readonly sign: 1 | -1;
    /** Whether the text of the criterion itself holds it, and not a definition. */
    readonly isOwn: boolean;
}

export function spokenOf({ part, rule }: Focus): SpokenOf[] {
    const { knowledge } = part.setting;
    const found: SpokenOf[] = [];
    visit(rule, polarityOf(part.criterion), true, knowledge, found, 0);
    return found;
}

type Sign = 1 | -1;
const DEPTH = 16;

function visit(condition: Condition, sign: Sign, isOwn: boolean, knowledge: Knowledge, found: SpokenOf[], depth: number): void {
    const add = (selection: TermSelection): void => void found.push({ selection, leaf: condition, sign, isOwn });
    const inside = (inner: Condition, as: Sign = sign): void => visit(inner, as, isOwn, knowledge, found, depth);
    switch (condition.kind) {
        case 'all':
        case 'any':
            for (const item of condition.of) inside(item);
            break;
        case 'not':
            inside(condition.of, sign === 1 ? -1 : 1);
            break;
        case 'count':
            for (const item of condition.items) inside(item.condition, isRaised(condition.bound) ? sign : sign === 1 ? -1 : 1);
            break;
        case 'vague':
            inside(condition.condition);
            break;
        case 'repeated':
            inside(condition.of);
            break;
        case 'guard':
            inside(condition.then);
            if (condition.otherwise !== null) inside(condition.otherwise);
            break;
        case 'cases':
            for (const { then } of condition.rows) inside(then);
            break;
        case 'presence':
            add(condition.what);
            break;
        case 'response':
            add(condition.to);
            break;
        case 'elapsed':
            add(condition.since);
            break;
        case 'grade':
            if (condition.of !== null) add(condition.of);
            break;
        case 'washout':
            for (const { what } of condition.rows) add(what);
            break;
        case 'meets':
            for (const term of knowledge.term(condition.criteria)?.classifies ?? []) add({ term, index: false, any: false, except: [] });
            break;
        case 'reference': {
            const definition = knowledge.definition(condition.definition);
            if (definition !== undefined && depth < DEPTH) visit(definition.rule, sign, false, knowledge, found, depth + 1);
            break;
        }
        case 'compare':
        case 'result':
        case 'fact':
        case 'change':
        case 'statement':
        case 'unspecified':
        case 'unresolved':
            break;
    }
}

const isRaised = ({ operator }: CountBound): boolean => operator === '>=' || operator === '>' || operator === '=';
