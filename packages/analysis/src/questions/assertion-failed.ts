// assertion-failed: does what the protocol asserts follow? A counterexample for 'implies', a conflict for 'admits'.
import type { Assertion, Criterion } from '@crit-lang/model/criteria/document.js';
import { ComponentSet } from '../components/component-set.js';
import type { CohortAnswer, DocumentAnalysis, World } from '../document-analysis.js';
import { not } from '../encode/formulas.js';
import { type Part, partOf } from '../subjects/part.js';
import type { AssertionFailed, NotDecided } from './finding.js';

export function assertionFailed(analysis: DocumentAnalysis, world: World): (AssertionFailed | NotDecided)[] {
    return analysis.document.assertions.flatMap((assertion) => {
        const answers = world.cohorts.filter(({ scenario }) => assertion.cohorts.length === 0 || assertion.cohorts.includes(scenario.cohort.id));
        const [failed] = answers.flatMap((answer) => check(assertion, answer, analysis, world));
        return failed === undefined ? [] : [failed];
    });
}

/** The assertion as a part: what everybody who qualifies would have to pass. */
export function assertedPart(assertion: Assertion, { scenario }: CohortAnswer, { subject }: DocumentAnalysis): Part | null {
    const criterion: Criterion = {
        id: assertion.id,
        kind: 'include',
        title: assertion.title,
        cohorts: null,
        origin: 'written',
        replaces: null,
        wording: assertion.wording,
        short: null,
        plain: [],
        rationale: [],
        notes: [],
        sources: [],
        acceptances: [],
        rule: assertion.rule,
        readings: [],
        ...(assertion.range === undefined ? {} : { range: assertion.range }),
    };
    return partOf(subject, criterion, 0, scenario.cohort);
}

function check(assertion: Assertion, answer: CohortAnswer, analysis: DocumentAnalysis, { reading }: World): (AssertionFailed | NotDecided)[] {
    const part = assertedPart(assertion, answer, analysis);
    if (part === null) return [];
    const cohorts = [answer.scenario.cohort.id];
    const undecided = (what: string): NotDecided => ({ name: 'not-decided', reading, cohorts, part, what });
    // Of nobody everything can be said, so an assertion about an empty cohort is neither kept nor broken.
    if (answer.satisfiable !== true) return [undecided('nobody is known to qualify for the cohort that it speaks of')];
    const { parts } = answer.scenario;
    const components = new ComponentSet([...parts, part], analysis.subject.knowledge, analysis.cache);
    const { component, member } = components.placeOf(part);
    const passing = component.component.formulaOf(member);
    if (assertion.claim === 'implies') {
        const found = components.ask(component, parts, [not(passing)]);
        if (found === 'undecided') return [undecided('the budget of steps was spent')];
        return found === 'unsat' ? [] : [{ name: 'assertion-failed', reading, cohorts, assertion, because: null, counterexample: { answer, part } }];
    }
    const found = components.ask(component, parts, [passing]);
    if (found === 'undecided') return [undecided('the budget of steps was spent')];
    const because = components.reason(component, parts, [passing]) ?? null;
    return found === 'sat' ? [] : [{ name: 'assertion-failed', reading, cohorts, assertion, because, counterexample: null }];
}
