// Whether a criterion says the same of every patient without one of its alternatives, so that nothing else has to be asked anew.
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import { alternativesOf } from '@crit-lang/analysis/subjects/alternatives.js';
import { not } from '@crit-lang/analysis/encode/formulas.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import type { Proposal } from './proposal.js';

type Dropped = NonNullable<Proposal['dropped']>;

/**
 * Whether the rule and the rule without the alternative are met by the same patients, whatever the other criteria ask. Every question about other criteria
 * then has the answer that it had. So have those about the other alternatives, none of which matters less without this one; but two that are left, and
 * are each as good as the other, would be found to act as 'and'. Not claimed where the alternative sets limits on values, which are compared one by one.
 */
export function saysNothing({ part, alternative }: Dropped, analysis: DocumentAnalysis, found: readonly Finding[]): boolean {
    const { criterion } = part;
    const { kind, without } = alternative;
    if (without === null || criterion.readings.length > 0 || (kind !== 'item' && kind !== 'counted item' && kind !== 'exception')) return false;
    if (setsLimits(alternative) || !staysAlternative({ part, alternative }, found)) return false;
    const rule = without();
    const { components, worlds } = analysis;
    return worlds.every(({ cohorts }) =>
        cohorts.every(({ scenario }) => {
            const own = scenario.parts.find((each) => each.criterion === criterion);
            if (own === undefined) return true;
            const { component, member } = components.placeOf(own);
            const { formulas } = component.component.space;
            const [before, after] = [component.component.formulaOf(member), component.component.formulaWith(member, rule)];
            return components.ask(component, [], [not(formulas.equivalent(before, after))]) === 'unsat';
        }),
    );
}

function setsLimits({ condition }: Dropped['alternative']): boolean {
    let isLimit = false;
    walkCondition(condition, { condition: ({ kind }) => (isLimit ||= kind === 'compare' || kind === 'grade' || kind === 'change' || kind === 'reference') });
    return isLimit;
}

/** Whether of the others in the list one is left, or two that are not as good as each other. */
function staysAlternative({ part, alternative }: Dropped, found: readonly Finding[]): boolean {
    if (alternative.asAll === null) return true;
    const named = new Set(
        found.flatMap((each) => {
            if ((each.name !== 'alternative-never-decisive' && each.name !== 'alternative-unreachable') || each.part.criterion !== part.criterion) return [];
            return (each.name === 'alternative-unreachable' ? [each.alternative] : each.alternatives).map(({ range }) => JSON.stringify(range));
        }),
    );
    const others = alternativesOf(part.rule).filter(({ list, place }) => list === alternative.list && place !== alternative.place);
    return others.length < 2 || others.filter(({ range }) => !named.has(JSON.stringify(range))).length > 1;
}
