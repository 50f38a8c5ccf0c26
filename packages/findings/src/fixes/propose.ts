// What may help against each kind of finding.
import { compileRule } from '@crit-lang/analysis/compile/criterion.js';
import { compareCuts } from '@crit-lang/analysis/encode/cut.js';
import type { Formula } from '@crit-lang/analysis/encode/formulas.js';
import { boundsOf, factOf } from '@crit-lang/analysis/questions/bounds.js';
import type { AlternativeUnreachable, AssertionFailed, Finding } from '@crit-lang/analysis/questions/finding.js';
import { assertedPart } from '@crit-lang/analysis/questions/assertion-failed.js';
import { isLooser } from '@crit-lang/analysis/questions/bounds.js';
import { type Part, polarityOf } from '@crit-lang/analysis/subjects/part.js';
import { type Focus, focusOf } from '../focus.js';
import { listed } from '../listed.js';
import { cohortWords, partName } from '../words.js';
import { writeAllOf, writeOtherJoin } from './all-of.js';
import { declareUndeclared } from './declare.js';
import { dropAlternative } from './drop-alternative.js';
import { dropCriterion, giveUp } from './drop-criterion.js';
import { exceptRequired } from './except.js';
import { keepApart } from './keep-apart.js';
import { closeBands, moveLimits, toggleStrictness, turnSigns } from './move-limit.js';
import { CHANGES, changesNobodyIn, type Proposal, type Workplace } from './proposal.js';
import { useSameUnit } from './same-unit.js';
import { scopeToOthers } from './scope.js';
import type { KnownFindings } from './verify.js';

/** What may help against a finding, in no order and untried. */
export function proposalsFor(finding: Finding, known: KnownFindings, place: Workplace): Proposal[] {
    const { components } = place.analysis;
    switch (finding.name) {
        case 'cohort-unsatisfiable':
            return againstConflict(focusOf(finding.conflict, components), finding.cohorts, place);
        case 'cohort-unguarded':
            return [...exceptRequired(focusOf(finding.because, components), place), ...scopeToOthers(finding.part, finding.cohorts, place)];
        case 'criterion-never-met':
        case 'criterion-always-met': {
            const { part, passes } = finding;
            const to = finding.name === 'criterion-never-met' ? 'any' : 'all';
            const drop = dropCriterion(part, changesNobodyIn(part, finding.cohorts), CHANGES.nobody, place);
            return [...(passes === 'everybody' ? drop : turnSigns(boundsOf(part), place)), ...writeOtherJoin(part, to, place)];
        }
        case 'alternative-unreachable':
            return [
                ...dropAlternative(finding.part, finding.alternative, changesNobodyIn(finding.part, finding.cohorts), place),
                ...makeReachable(finding, place),
            ];
        case 'alternative-never-decisive': {
            const [first] = finding.alternatives;
            if (first === undefined) return [];
            const effect = changesNobodyIn(finding.part, finding.cohorts);
            if (!finding.actsAsAnd) return dropAlternative(finding.part, first, effect, place);
            const drop = known.isRedundant(finding.part, finding.cohorts) ? dropRedundant(finding.part, finding.because.parts, effect, place) : [];
            return [...writeAllOf(finding.part, first.list, effect, place), ...drop];
        }
        case 'criterion-redundant':
            return dropRedundant(finding.part, finding.because.parts, changesNobodyIn(finding.part, finding.cohorts), place);
        case 'boundary-mismatch':
            return closeBands(finding.bands, place);
        case 'satisfiable-only-in-a-sliver':
            return useSameUnit(finding.parts, place);
        case 'cohorts-overlap':
            return keepApart(finding, place);
        case 'assertion-failed':
            return againstAssertion(finding, place);
        case 'knowledge-undeclared':
            return declareUndeclared(finding, place);
        case 'not-decided':
            return [];
    }
}

function dropRedundant(part: Part, because: readonly Part[], effect: string, place: Workplace): Proposal[] {
    const others = because.filter((each) => each.criterion !== part.criterion);
    const says = others.length === 0 ? '' : `; ${listed(others.map(partName))} ${others.length === 1 ? 'says' : 'say'} it already`;
    return dropCriterion(part, `${effect}${says}`, CHANGES.nobody, place);
}

/** What is offered where nothing that keeps every criterion helps. */
export function lastResorts(finding: Finding, place: Workplace): Proposal[] {
    if (finding.name === 'cohort-unsatisfiable' && finding.conflict.parts.length > 1)
        return giveUp(focusOf(finding.conflict, place.analysis.components), place);
    if (finding.name === 'satisfiable-only-in-a-sliver')
        return giveUp(
            finding.parts.map((part) => ({ part, rule: finding.bounds?.find((bound) => bound.part === part)?.condition ?? part.rule })),
            place,
        );
    return [];
}

function againstConflict(focuses: readonly Focus[], cohorts: readonly string[], place: Workplace): Proposal[] {
    const [only, another] = focuses;
    const alone =
        only !== undefined && another === undefined
            ? [...turnSigns(boundsOf(only.part), place), ...writeOtherJoin(only.part, only.part.criterion.kind === 'include' ? 'any' : 'all', place)]
            : [];
    return [
        ...alone,
        ...exceptRequired(focuses, place),
        ...touchingLimits(
            focuses.map(({ part }) => part),
            place,
        ),
        ...(focuses.length < 2 ? [] : focuses.flatMap(({ part }) => scopeToOthers(part, cohorts, place))),
    ];
}

/** Limits that nearly let somebody through: each put just where it does. */
function touchingLimits(parts: readonly Part[], place: Workplace): Proposal[] {
    const bounds = parts.flatMap(boundsOf);
    return bounds.flatMap((low) =>
        bounds.flatMap((high) => {
            if (low.side !== 'low' || high.side !== 'high' || low.part === high.part || factOf(low) !== factOf(high) || compareCuts(low.cut, high.cut) < 0)
                return [];
            const turned = low.value.equals(high.value) ? [low, high].flatMap((bound) => turnSigns([bound], place)) : [];
            return [...[low, high].flatMap((bound) => toggleStrictness(bound, place)), ...turned];
        }),
    );
}

/** What keeps everybody out of an alternative, with an exception for it. */
function makeReachable({ part, alternative, because }: AlternativeUnreachable, place: Workplace): Proposal[] {
    const { components } = place.analysis;
    if (alternative.kind === 'exception') {
        const own: Focus = { part, rule: { kind: 'not', of: alternative.condition } };
        return exceptRequired([own, ...because.parts.filter((each) => each !== part).map((each) => ({ part: each, rule: each.rule }))], place);
    }
    const { component } = components.placeOf(part);
    const taken: Formula = compileRule(
        alternative.condition,
        part.setting,
        component.component.space,
        polarityOf(part.criterion),
        part.replaced,
        () => undefined,
    ).met;
    if (alternative.polarity * polarityOf(part.criterion) !== 1) return [];
    const focuses = focusOf(because, components, [taken]).filter((focus) => focus.part !== part);
    return exceptRequired([{ part, rule: alternative.condition }, ...focuses], place);
}

function againstAssertion({ assertion, because, counterexample, cohorts }: AssertionFailed, place: Workplace): Proposal[] {
    const { analysis } = place;
    if (because !== null) {
        const others = because.parts.filter(({ criterion }) => criterion.id !== assertion.id);
        const [first] = others;
        const answer = analysis.worlds[0]?.cohorts.find(({ scenario }) => cohorts.includes(scenario.cohort.id));
        const asserted = answer === undefined ? null : assertedPart(assertion, answer, analysis);
        if (first === undefined || asserted === null) return [];
        const focuses = [asserted, ...others].map((part) => ({ part, rule: part.rule }));
        return [...exceptRequired(focuses, place), ...admitAsserted(asserted, others, place)];
    }
    if (counterexample === null) return [];
    const { answer, part } = counterexample;
    return boundsOf(part).flatMap((wanted) =>
        answer.scenario.parts.flatMap(boundsOf).flatMap((bound) => {
            if (factOf(bound) !== factOf(wanted) || bound.side !== wanted.side || !isLooser(bound, wanted)) return [];
            return moveLimits(
                [{ bound, to: wanted }],
                CHANGES.limit,
                (words) => `${words}: ${cohortWords(cohorts)} then ${cohorts.length === 1 ? 'admits' : 'admit'} only what ${assertion.id} asserts`,
                place,
            );
        }),
    );
}

/** The limits that keep out whom the protocol asserts to admit, moved to those of the assertion. */
function admitAsserted(asserted: Part, others: readonly Part[], place: Workplace): Proposal[] {
    const wanted = boundsOf(asserted);
    return others.flatMap(boundsOf).flatMap((bound) =>
        wanted.flatMap((to) => {
            if (factOf(bound) !== factOf(to) || bound.side !== to.side || !isLooser(to, bound)) return [];
            return moveLimits([{ bound, to }], CHANGES.limit, (words) => `${words}: admits whom ${asserted.criterion.id} asserts`, place);
        }),
    );
}
