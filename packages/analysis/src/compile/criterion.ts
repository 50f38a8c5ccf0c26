// The meaning of a criterion for a cohort: when a patient passes it, and when what is written holds.
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import type { ValuePick } from '@crit-lang/model/criteria/time.js';
import type { Formula } from '../encode/formulas.js';
import type { FactReader } from '../facts/queries.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { compileCondition } from './condition.js';
import type { Context } from './context.js';
import type { Verdict } from './verdicts.js';

/** What the criteria of a cohort are compiled for. */
export interface Setting {
    readonly knowledge: Knowledge;
    readonly index: TermSelection | null;
    readonly defaultPick: ValuePick;
    /** Id of the criterion: what the source does not say in one is not what it does not say in another. */
    readonly criterion: string;
}

export type Opaque = Context['opaque'];

const NO_BINDINGS: Context['bindings'] = new Map();

export function compileRule(
    rule: Condition,
    setting: Setting,
    facts: FactReader,
    polarity: 1 | -1 | 0,
    replaced: ReadonlySet<string>,
    opaque: Opaque,
): Verdict {
    // Each member by its name: spread, the setting would be copied with room for itself only, and then grow member by member.
    const { knowledge, index, defaultPick, criterion } = setting;
    return compileCondition(rule, {
        knowledge,
        index,
        defaultPick,
        criterion,
        facts,
        polarity,
        bindings: NO_BINDINGS,
        window: null,
        replaced,
        definitions: [],
        qualifiers: [],
        compile: compileCondition,
        opaque,
    });
}

/** An inclusion has to be met, an exclusion must not be; one that does not apply stands in nobody's way. */
export function passes(kind: Criterion['kind'], verdict: Verdict, { formulas }: FactReader): Formula {
    return formulas.or([kind === 'include' ? verdict.met : verdict.unmet, verdict.inapplicable]);
}
