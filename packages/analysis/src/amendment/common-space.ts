// The one space of facts that both versions speak of, and what is asked in it.
import type { CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import type { ComponentCache } from '../components/component-cache.js';
import { ComponentSet, type PlacedComponent } from '../components/component-set.js';
import type { World } from '../document-analysis.js';
import { type Formula, not } from '../encode/formulas.js';
import type { Answer } from '../solver/sat-solver.js';
import { type Part, partOf, type Subject } from '../subjects/part.js';
import type { MergedVersions } from './both-versions.js';
import type { BothVersions } from './report.js';

/** A reading other than the first of one criterion, in each version that has it; null: the first readings. */
export interface Choice {
    /** Ids in the versions themselves; one may lack the criterion. */
    readonly old: string | null;
    readonly new: string | null;
    readonly reading: string;
    readonly title: string | null;
}

/** More that has to be so, by component. */
export type Extra = ReadonlyMap<PlacedComponent, readonly Formula[]>;

export type Version = 'old' | 'new';

export class CommonSpace {
    readonly components: ComponentSet;
    readonly subject: Subject;
    private readonly parts = new Map<string, Part | null>();
    private readonly read = new Map<string, BothVersions>();

    constructor(
        readonly merged: MergedVersions,
        cache: ComponentCache,
    ) {
        const { document, cohorts } = merged;
        this.subject = { document, knowledge: cache.knowledgeOf(document) };
        const all = cohorts.flatMap(({ id }) =>
            document.criteria.flatMap((criterion) =>
                [...Array(Math.max(1, criterion.readings.length)).keys()].flatMap((reading) => this.part(criterion, id, reading) ?? []),
            ),
        );
        this.components = new ComponentSet(all, this.subject.knowledge, cache);
    }

    private part(criterion: Criterion, cohort: string, reading: number): Part | null {
        const key = `${cohort}\n${criterion.id}\n${reading}`;
        let part = this.parts.get(key);
        if (part === undefined) {
            const of = this.subject.document.cohorts.find(({ id }) => id === cohort);
            part = of === undefined ? null : this.underItsOwnId(partOf(this.subject, criterion, reading, of));
            this.parts.set(key, part);
        }
        return part;
    }

    // What the source does not say in a criterion is the same in both versions of it.
    private underItsOwnId(part: Part | null): Part | null {
        const own = part === null ? undefined : this.merged.origins.get(part.criterion.id);
        return part === null || own === undefined ? part : { ...part, setting: { ...part.setting, criterion: own.criterion.id } };
    }

    /** What a criterion of a version asks of a cohort; null where it asks nothing. */
    partOf(version: Version, criterion: Criterion, cohort: string, choice: Choice | null): Part | null {
        for (const each of this.merged[version].get(criterion) ?? []) {
            const chosen = choice !== null && choice[version] === criterion.id ? each.readings.findIndex(({ id }) => id === choice.reading) : -1;
            const part = this.part(each, cohort, Math.max(0, chosen));
            if (part !== null) return part;
        }
        return null;
    }

    /** All that a version asks of a cohort. */
    partsOf(version: Version, cohort: string, choice: Choice | null): Part[] {
        return [...this.merged[version].keys()].flatMap((criterion) => this.partOf(version, criterion, cohort, choice) ?? []);
    }

    formulaOf(part: Part): Formula {
        const { component, member } = this.components.placeOf(part);
        return component.component.formulaOf(member);
    }

    /** Whether somebody passes the first and fails the second. Null stands for what everybody passes. */
    alone(passed: Part | null, failed: Part | null, extra: Extra): Answer {
        if (failed === null) return 'unsat';
        const places = [passed, failed].flatMap((part) => (part === null ? [] : this.components.placeOf(part).component));
        return this.ask(passed === null ? [] : [passed], this.failing(failed, extra), new Set(places));
    }

    /** Whether somebody passes all the parts, and all of `extra` holds. */
    together(parts: readonly Part[], extra: Extra): Answer {
        return this.ask(parts, extra, this.components.components);
    }

    private ask(parts: readonly Part[], extra: Extra, where: Iterable<PlacedComponent>): Answer {
        let answer: Answer = 'sat';
        for (const placed of where) {
            const found = this.components.ask(placed, parts, extra.get(placed) ?? []);
            if (found === 'unsat') return 'unsat';
            if (found === 'undecided') answer = 'undecided';
        }
        return answer;
    }

    /** `extra`, and that the part is failed. */
    failing(part: Part, extra: Extra): Extra {
        const { component } = this.components.placeOf(part);
        return new Map([...extra, [component, [not(this.formulaOf(part)), ...(extra.get(component) ?? [])]]]);
    }

    /** For those who make patients: the document as it is read, with what it asks of the cohort; one object for all patients who are read alike. */
    versions(cohort: string, choice: Choice | null): BothVersions {
        const key = JSON.stringify([cohort, choice]);
        const found = this.read.get(key) ?? this.versionsRead(cohort, choice);
        this.read.set(key, found);
        return found;
    }

    private versionsRead(cohort: string, choice: Choice | null): BothVersions {
        const parts = (['old', 'new'] as const).flatMap((version) => this.partsOf(version, cohort, choice));
        const document = documentRead(this.subject.document, parts);
        const of = document.cohorts.find(({ id }) => id === cohort);
        const answer =
            of === undefined
                ? []
                : [{ scenario: { cohort: of, reading: null, parts }, satisfiable: null, conflicts: [], areConflictsComplete: false, repaired: parts }];
        const worlds: World[] = [{ reading: null, cohorts: answer }];
        return { document, components: this.components, worlds };
    }
}

/** The document with these criteria only, in which the chosen readings stand first. */
function documentRead(document: CriteriaDocument, parts: readonly Part[]): CriteriaDocument {
    const chosen = new Map(parts.map((part) => [part.criterion.id, part]));
    const criteria = document.criteria.flatMap((criterion) => {
        const part = chosen.get(criterion.id);
        if (part === undefined) return [];
        const reading = part.reading === 0 ? undefined : criterion.readings[part.reading];
        return reading === undefined
            ? criterion
            : { ...criterion, rule: reading.rule, readings: [reading, ...criterion.readings.filter((each) => each !== reading)] };
    });
    return { ...document, criteria };
}
