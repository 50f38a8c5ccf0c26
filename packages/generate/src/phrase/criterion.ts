// What a criterion says in professional English, made from its rule: for hovers, `crit explain`, and registries where no wording is written.
import type { CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import { conditionPhrase, phraseContext } from './condition.js';
import type { Phrase } from './phrase.js';

/** The rule of a criterion (its first reading's, when there are several) as a phrase of its own. */
export function criterionPhrase(criterion: Pick<Criterion, 'rule' | 'kind' | 'cohorts' | 'readings'>, document: CriteriaDocument): Phrase {
    return conditionPhrase(criterion.rule, phraseContext(document, { polarity: criterion.kind, cohorts: criterion.readings[0]?.cohorts ?? criterion.cohorts }));
}
