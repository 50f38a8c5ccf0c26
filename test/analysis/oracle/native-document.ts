// A document as z3 gets it: every rule that is asked about, for every cohort, as a name that a question can assume.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Cohort, CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import { namedTerms } from '@crit-lang/model/criteria/named-terms.js';
import type { Clock } from './clock.js';
import { Hierarchy, key } from './hierarchy.js';
import { Meaning } from './meaning/meaning.js';
import type { Setting } from './meaning/scope.js';
import { or, Script, type Smt } from './smt.js';

/** A criterion in one of its readings, for one cohort; perhaps with another rule in place of its own. */
export interface Asked {
    readonly criterion: Criterion;
    readonly reading: number;
    readonly cohort: string;
    readonly rule?: Condition;
}

export class NativeDocument {
    readonly script: string;
    private readonly names = new Map<Asked, string>();

    constructor(
        private readonly document: CriteriaDocument,
        clock: Clock,
        asked: readonly Asked[],
    ) {
        const script = new Script();
        const meaning = new Meaning(new Hierarchy(document), document.definitions, clock, script);
        const passes = (each: Asked): Smt => {
            const { met, unmet, absent } = meaning.of(this.ruleOf(each), this.settingOf(each));
            // Inclusions have to be met, exclusions must not be; what does not apply stands in nobody's way.
            return or([each.criterion.kind === 'include' ? met : unmet, absent]);
        };
        asked.forEach(passes);
        meaning.layOut();
        for (const each of asked) this.names.set(each, script.name(passes(each)));
        this.script = script.text;
    }

    nameOf(asked: Asked): string {
        return this.names.get(asked) as string;
    }

    private ruleOf({ criterion, reading, rule }: Asked): Condition {
        return rule ?? criterion.readings[reading]?.rule ?? criterion.rule;
    }

    private settingOf({ criterion, cohort }: Asked): Setting {
        const { cohorts, protocol, criteria } = this.document;
        const others = criteria.filter((other) => other.replaces === criterion.id && appliesTo(other.cohorts, cohort));
        return {
            criterion: criterion.id,
            index: cohorts.find(({ id }) => id === cohort)?.index ?? null,
            defaultPick: protocol?.defaultPick ?? 'latest',
            polarity: criterion.kind === 'include' ? 1 : -1,
            replaced: new Set(others.flatMap((other) => [...namedTerms(other.rule)].map(key))),
        };
    }
}

const appliesTo = (cohorts: readonly string[] | null, cohort: string): boolean => cohorts === null || cohorts.includes(cohort);

/** The criteria that decide who qualifies for a cohort, in a choice of readings. */
export function criteriaOf(
    { criteria }: CriteriaDocument,
    cohort: Cohort,
    readingOf: (criterion: Criterion) => number,
): { criterion: Criterion; reading: number }[] {
    return criteria.flatMap((criterion) => {
        const reading = readingOf(criterion);
        const chosen = criterion.readings[reading];
        return appliesTo(chosen?.cohorts ?? criterion.cohorts, cohort.id) ? [{ criterion, reading }] : [];
    });
}
