// assertion-failed: does what the protocol asserts follow? A counterexample for 'implies', a conflict for 'admits'.
import type { Assertion } from '@crit-lang/model/criteria/document.js';
import type { CohortAnswer, DocumentAnalysis, World } from '../document-analysis.js';
import { not } from '../encode/formulas.js';
import type { Part } from '../subjects/part.js';
import type { AssertionFailed, NotDecided } from './finding.js';

export function assertionFailed(analysis: DocumentAnalysis, world: World): (AssertionFailed | NotDecided)[] {
    return analysis.document.assertions.flatMap((assertion) => {
        const [failed] = world.cohorts.flatMap((answer) => check(assertion, answer, analysis, world));
        return failed === undefined ? [] : [failed];
    });
}

/** The assertion as a part: what everybody who qualifies would have to pass. */
export function assertedPart(assertion: Assertion, { scenario }: CohortAnswer, analysis: DocumentAnalysis): Part | null {
    return analysis.asserted(assertion, scenario.cohort) ?? null;
}

function check(assertion: Assertion, answer: CohortAnswer, analysis: DocumentAnalysis, { reading }: World): (AssertionFailed | NotDecided)[] {
    const part = assertedPart(assertion, answer, analysis);
    if (part === null) return [];
    const cohorts = [answer.scenario.cohort.id];
    const undecided = (what: string): NotDecided => ({ name: 'not-decided', reading, cohorts, part, what });
    // Of nobody everything can be said, so an assertion about an empty cohort is neither kept nor broken.
    if (answer.satisfiable !== true) return [undecided('nobody is known to qualify for the cohort that it speaks of')];
    const { parts } = answer.scenario;
    const { components } = analysis;
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
