// The analysis of one document: its cohorts under each choice of readings, their components, and whether anyone can qualify.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { ComponentCache, ComponentSet, type ConflictingParts, type PlacedComponent } from './components/component-set.js';
import type { Member } from './components/component.js';
import { repairedMembers } from './components/repair.js';
import type { Model } from './components/model.js';
import type { Formula } from './encode/formulas.js';
import { Knowledge } from './knowledge/knowledge.js';
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
}

export class DocumentAnalysis {
    readonly subject: Subject;
    readonly components: ComponentSet;
    /** The first readings first. */
    readonly worlds: readonly World[];

    constructor(
        readonly document: CriteriaDocument,
        readonly cache: ComponentCache = new ComponentCache(),
    ) {
        this.subject = { document, knowledge: new Knowledge(document) };
        const scenarios = scenariosOf(this.subject);
        this.components = new ComponentSet(
            scenarios.flatMap(({ parts }) => parts),
            this.subject.knowledge,
            cache,
        );
        this.worlds = this.worldsOf(scenarios);
    }

    /** What was taken as free, part by part, each condition once. */
    get opaque(): { part: Part; condition: Condition; why: string }[] {
        return this.components.components.flatMap(({ component, parts }) =>
            component.opaque.map(({ member, condition, why }) => ({ part: parts[member] as Part, condition, why })),
        );
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
            return { reading: chosen[0]?.reading ?? null, cohorts };
        });
        return [{ reading: null, cohorts: first }, ...others];
    }

    private answer(scenario: Scenario): CohortAnswer {
        const conflicts: ConflictingParts[] = [];
        const givenUp = new Set<Part>();
        let [isComplete, isDecided] = [true, true];
        for (const placed of this.components.components) {
            const members = this.components.membersIn(placed, scenario.parts);
            if (members.length === 0) continue;
            const answer = placed.component.memo(`ask ${members.join()}`, () => placed.component.ask(members));
            if (answer === 'sat') continue;
            const found = placed.component.conflicts(members);
            if (answer === 'undecided' && found.sets.length === 0) isDecided = false;
            if (!found.isComplete) isComplete = false;
            const kept = new Set(placed.component.memo(`repaired ${members.join()}`, () => repairedMembers(placed.component, members, found)));
            const partOf = (member: Member): Part[] => this.partsAt(placed, member, scenario);
            for (const member of members) if (!kept.has(member)) for (const part of partOf(member)) givenUp.add(part);
            for (const set of found.sets) conflicts.push({ parts: set.members.flatMap((member) => partOf(member).slice(0, 1)), isMinimal: set.isMinimal });
        }
        conflicts.sort((one, other) => one.parts.length - other.parts.length);
        return {
            scenario,
            satisfiable: conflicts.length > 0 ? false : isDecided ? true : null,
            conflicts,
            areConflictsComplete: isComplete,
            repaired: scenario.parts.filter((part) => !givenUp.has(part)),
        };
    }

    private partsAt(placed: PlacedComponent, member: Member, { parts }: Scenario): Part[] {
        return parts.filter((part) => {
            const place = this.components.placeOf(part);
            return place.component === placed && place.member === member;
        });
    }

    /** A patient who passes all the parts; null where there is none, or it was not decided. */
    models(parts: readonly Part[], extra?: ReadonlyMap<PlacedComponent, readonly Formula[]>): Model[] | null {
        return this.components.models(parts, extra);
    }
}
