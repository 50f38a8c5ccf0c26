// A part of a document that is compiled by itself: a criterion in one of its readings, or an assertion; for one cohort.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Cohort, CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import { namedTerms } from '@crit-lang/model/criteria/named-terms.js';
import { compileRule, type Opaque, passes, type Setting } from '../compile/criterion.js';
import type { Formula } from '../encode/formulas.js';
import type { FactReader } from '../facts/queries.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** A document with what is known of its terms. */
export interface Subject {
    readonly document: CriteriaDocument;
    readonly knowledge: Knowledge;
}

export interface Part {
    readonly subject: Subject;
    readonly criterion: Criterion;
    /** Index into the readings; 0 for a criterion that can be read in one way only. */
    readonly reading: number;
    readonly cohort: string;
    readonly rule: Condition;
    readonly setting: Setting;
    /** Terms for which another criterion stands in place of this one. */
    readonly replaced: ReadonlySet<string>;
}

/** The part of a criterion for a cohort; null where it is for other cohorts only. */
export function partOf(subject: Subject, criterion: Criterion, reading: number, cohort: Cohort): Part | null {
    const chosen = criterion.readings[reading];
    const cohorts = chosen === undefined ? criterion.cohorts : (chosen.cohorts ?? criterion.cohorts);
    if (cohorts !== null && !cohorts.includes(cohort.id)) return null;
    const { document, knowledge } = subject;
    return {
        subject,
        criterion,
        reading,
        cohort: cohort.id,
        rule: chosen?.rule ?? criterion.rule,
        setting: { knowledge, index: cohort.index, defaultPick: document.protocol?.defaultPick ?? 'latest', criterion: criterion.id },
        replaced: replacedIn(criterion, document, cohort.id),
    };
}

const NONE: ReadonlySet<string> = new Set();
const replacing = new WeakMap<CriteriaDocument, ReadonlyMap<string, readonly Criterion[]>>();

// 'instead of': for the terms that the other criterion names, in the cohorts that it is for.
function replacedIn(criterion: Criterion, document: CriteriaDocument, cohort: string): ReadonlySet<string> {
    let byReplaced = replacing.get(document);
    if (byReplaced === undefined) replacing.set(document, (byReplaced = replacementsOf(document)));
    const others = (byReplaced.get(criterion.id) ?? []).filter(({ cohorts }) => cohorts === null || cohorts.includes(cohort));
    return others.length === 0 ? NONE : new Set(others.flatMap((other) => [...namedTerms(other.rule)]));
}

function replacementsOf({ criteria }: CriteriaDocument): ReadonlyMap<string, readonly Criterion[]> {
    const found = new Map<string, Criterion[]>();
    for (const criterion of criteria) {
        if (criterion.replaces !== null) found.set(criterion.replaces, [...(found.get(criterion.replaces) ?? []), criterion]);
    }
    return found;
}

export const polarityOf = ({ kind }: Pick<Criterion, 'kind'>): 1 | -1 => (kind === 'include' ? 1 : -1);

/** When a patient passes the part, with another rule in place of its own where one is given. */
export function passFormula(part: Part, facts: FactReader, opaque: Opaque = () => undefined, rule: Condition = part.rule): Formula {
    const verdict = compileRule(rule, part.setting, facts, polarityOf(part.criterion), part.replaced, opaque);
    return passes(part.criterion.kind, verdict, facts);
}
