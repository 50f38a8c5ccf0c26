// The analysis of one document: its cohorts under each choice of readings, their components, and whether anyone can qualify.
import type { Assertion, Cohort, CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { ComponentCache } from './components/component-cache.js';
import { ComponentSet, type ConflictingParts, type OpaqueCondition, type PlacedComponent } from './components/component-set.js';
import type { Member } from './components/component.js';
import { repairedMembers } from './components/repair.js';
import type { Model } from './components/model.js';
import type { Formula } from './encode/formulas.js';
import { assertedPart } from './subjects/asserted.js';
import type { Part, Subject } from './subjects/part.js';
import { type Scenario, scenariosOf } from './subjects/scenario.js';

/** Whether anyone can qualify for a cohort, under one choice of readings. */
export interface CohortAnswer {
    readonly scenario: Scenario;
    /** Null where the budget did not decide it. */
    readonly satisfiable: boolean | null;
    /** All minimal sets found, smallest first; empty when somebody can qualify. */
    readonly conflicts: readonly ConflictingParts[];
    readonly areConflictsComplete: boolean;
    /** The parts that remain when for each conflict one part is given up: what further questions are asked on. All parts when there is no conflict. */
    readonly repaired: readonly Part[];
}

/** One choice of readings for the whole document. */
export interface World {
    /** Null: the first readings. */
    readonly reading: Scenario['reading'];
    readonly cohorts: readonly CohortAnswer[];
    /** Ids of the criteria on which the reading can bear; the answers about all others are those under the first readings. Left out: all. */
    readonly concerned?: ReadonlySet<string>;
}

export class DocumentAnalysis {
    readonly subject: Subject;
    readonly components: ComponentSet;
    /** The first readings first. */
    readonly worlds: readonly World[];
    private readonly assertedParts = new Map<Assertion, Map<string, Part>>();

    constructor(
        readonly document: CriteriaDocument,
        readonly cache: ComponentCache = new ComponentCache(),
    ) {
        this.subject = { document, knowledge: cache.knowledgeOf(document) };
        const scenarios = scenariosOf(this.subject);
        for (const assertion of document.assertions) this.assertedParts.set(assertion, this.assertedFor(assertion));
        const asserted = [...this.assertedParts.values()].flatMap((parts) => [...parts.values()]);
        this.components = new ComponentSet([...distinctParts(scenarios), ...asserted], this.subject.knowledge, cache);
        this.worlds = this.worldsOf(scenarios);
    }

    /** What everybody who qualifies for the cohort would have to pass for the assertion to hold; undefined where it is about other cohorts. */
    asserted(assertion: Assertion, cohort: Cohort): Part | undefined {
        return this.assertedParts.get(assertion)?.get(cohort.id);
    }

    private assertedFor(assertion: Assertion): Map<string, Part> {
        const parts = new Map<string, Part>();
        for (const cohort of this.document.cohorts) {
            const part = assertedPart(assertion, cohort, this.subject);
            if (part !== null) parts.set(cohort.id, part);
        }
        return parts;
    }

    /** What was taken as free in the criteria, part by part, each condition once. */
    get opaque(): OpaqueCondition[] {
        const asserted = new Set([...this.assertedParts.values()].flatMap((parts) => [...parts.values()]));
        return this.components.opaque.filter(({ part }) => !asserted.has(part));
    }

    private worldsOf(scenarios: readonly Scenario[]): World[] {
        const first = scenarios.filter(({ reading }) => reading === null).map((scenario) => this.answer(scenario));
        const choices = new Map<string, Scenario[]>();
        for (const scenario of scenarios) {
            if (scenario.reading === null) continue;
            const key = `${scenario.reading.criterion}\n${scenario.reading.id}`;
            choices.set(key, [...(choices.get(key) ?? []), scenario]);
        }
        const others = [...choices.values()].map((chosen): World => {
            const cohorts = first.map((answer) => {
                const own = chosen.find(({ cohort }) => cohort.id === answer.scenario.cohort.id);
                return own === undefined ? answer : this.answer(own);
            });
            return { reading: chosen[0]?.reading ?? null, cohorts, concerned: this.concernedBy(chosen, first) };
        });
        return [{ reading: null, cohorts: first }, ...others];
    }

    // What a criterion says in one reading or another bears only on criteria of the same components.
    private concernedBy(chosen: readonly Scenario[], first: readonly CohortAnswer[]): Set<string> {
        const scenarios = [...chosen, ...first.map(({ scenario }) => scenario)];
        const touched = new Set<PlacedComponent>();
        for (const { parts } of scenarios) {
            for (const part of parts) if (part.criterion.id === chosen[0]?.reading?.criterion) touched.add(this.components.placeOf(part).component);
        }
        const parts = [...touched].flatMap((placed) => scenarios.flatMap((scenario) => this.components.partsIn(placed, scenario.parts)));
        return new Set(parts.map(({ criterion }) => criterion.id));
    }

    private answer(scenario: Scenario): CohortAnswer {
        const conflicts: ConflictingParts[] = [];
        const givenUp = new Set<Part>();
        let [isComplete, isDecided] = [true, true];
        for (const placed of this.components.components) {
            const members = this.components.membersIn(placed, scenario.parts);
            if (members.length === 0) continue;
            const answer = this.components.ask(placed, scenario.parts, []);
            if (answer === 'sat') continue;
            const found = placed.component.conflicts(members);
            if (answer === 'undecided' && found.sets.length === 0) isDecided = false;
            if (!found.isComplete) isComplete = false;
            const kept = new Set(placed.component.memo(`repaired ${members.join()}`, () => repairedMembers(placed.component, members, found)));
            const partsOf = (member: Member): Part[] =>
                this.components.partsIn(placed, scenario.parts).filter((part) => this.components.placeOf(part).member === member);
            for (const member of members) if (!kept.has(member)) for (const part of partsOf(member)) givenUp.add(part);
            for (const set of found.sets) conflicts.push({ parts: set.members.flatMap((member) => partsOf(member).slice(0, 1)), isMinimal: set.isMinimal });
        }
        conflicts.sort((one, other) => one.parts.length - other.parts.length);
        return {
            scenario,
            satisfiable: conflicts.length > 0 ? false : isDecided ? true : null,
            conflicts,
            areConflictsComplete: isComplete,
            repaired: givenUp.size === 0 ? scenario.parts : scenario.parts.filter((part) => !givenUp.has(part)),
        };
    }

    /** A patient who passes all the parts; null where there is none, or it was not decided. */
    models(parts: readonly Part[], extra?: ReadonlyMap<PlacedComponent, readonly Formula[]>): Model[] | null {
        return this.components.models(parts, extra);
    }
}

/** Scenarios share most of their parts. */
const distinctParts = (scenarios: readonly Scenario[]): Set<Part> => new Set(scenarios.flatMap(({ parts }) => parts));
