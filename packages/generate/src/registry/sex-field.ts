// The registry's field Sex: all, unless every cohort takes one sex only, and the same.
import type { CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import { bindingLeaves, criteriaByCohort } from './binding.js';

export type RegistrySex = 'ALL' | 'FEMALE' | 'MALE';

type OneSex = 'female' | 'male';
const BOTH: readonly OneSex[] = ['female', 'male'];

/** The widest over all cohorts; a cohort that nobody could join counts for both. */
export function sexField(document: CriteriaDocument): RegistrySex {
    const header = document.protocol?.sex ?? 'all';
    const admitted = criteriaByCohort(document).flatMap((criteria) => {
        const sexes = BOTH.filter((sex) => (header === 'all' || header === sex) && !criteria.some((criterion) => forbids(criterion, sex)));
        return sexes.length === 0 ? BOTH : sexes;
    });
    const female = admitted.includes('female');
    const male = admitted.includes('male');
    return female === male ? 'ALL' : female ? 'FEMALE' : 'MALE';
}

function forbids(criterion: Criterion, sex: OneSex): boolean {
    return bindingLeaves(criterion).some(({ leaf, holds }) => {
        const said = leaf.kind === 'fact' ? leaf.term.toLowerCase() : '';
        return (said === sex && !holds) || (BOTH.some((other) => other === said && other !== sex) && holds);
    });
}
