// The components of some parts. What was compiled and found before is kept, so an edit costs only the components that it touches.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { Mentions } from '../facts/mentions.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { meaningOf } from '../knowledge/meaning.js';
import type { Formula } from '../encode/formulas.js';
import type { Answer } from '../solver/sat-solver.js';
import { type Part, passFormula } from '../subjects/part.js';
import { Component, type Member } from './component.js';
import { ComponentCache } from './component-cache.js';
import type { Model } from './model.js';
import type { ReadRules } from './read-rules.js';
import { split } from './split.js';

/** The members of a component as parts of the document at hand. */
export interface PlacedComponent {
    readonly component: Component;
    readonly parts: readonly Part[];
}

/** Parts that cannot all be passed by one patient. */
export interface ConflictingParts {
    readonly parts: readonly Part[];
    /** Whether it was shown that without any one of them the others can be passed. */
    readonly isMinimal: boolean;
}

/** A condition that was taken as free, with why. */
export interface OpaqueCondition {
    readonly part: Part;
    readonly condition: Condition;
    readonly why: string;
}

export interface Place {
    readonly component: PlacedComponent;
    readonly member: Member;
}

/** Parts of one component, with what was asked of them. */
interface Group {
    readonly parts: Part[];
    /** What the parts are in the component, one by one. */
    readonly memberOf: Member[];
    members: readonly Member[] | undefined;
    key: string | undefined;
}

export class ComponentSet {
    readonly components: readonly PlacedComponent[];
    /** Those about which the budget left a question open. */
    readonly undecided = new Set<PlacedComponent>();
    private readonly places = new Map<Part, Place>();
    /** Parts of which something was taken as free. */
    private readonly withOpaque: ReadonlySet<Part>;
    /** Lists of parts that were asked about, by component. */
    private readonly grouped = new WeakMap<readonly Part[], Map<PlacedComponent, Group>>();

    /** @param parts two that mean the same for their cohorts and are of one criterion become one member. */
    constructor(parts: readonly Part[], knowledge: Knowledge, cache: ComponentCache = new ComponentCache()) {
        const background = cache.background(knowledge);
        const byKey = new Map<string, Part[]>();
        for (const part of parts) {
            const key = `${background}\n${partKey(part, knowledge, cache.rules)}`;
            const same = byKey.get(key);
            if (same === undefined) byKey.set(key, [part]);
            else same.push(part);
        }
        const distinct = [...byKey].map(([key, same]) => ({ same, first: same[0] as Part, known: cache.part(same[0] as Part, key) }));
        this.withOpaque = new Set(distinct.flatMap(({ first, known }) => (known.hasOpaque ? [first] : [])));
        const subjects = distinct.map(({ known }) => known.subjects);
        this.components = split(subjects, knowledge).map((group) => {
            const members = group.map((index) => distinct[index] as (typeof distinct)[number]);
            const firsts = members.map(({ first }) => first);
            const make = (): Component =>
                new Component(
                    firsts,
                    knowledge,
                    members.flatMap(({ known }) => known.asked),
                );
            const placed = { component: cache.component(members.map(({ known }) => known.id).join(), make), parts: firsts };
            members.forEach(({ same }, member) => {
                for (const part of same) this.places.set(part, { component: placed, member });
            });
            return placed;
        });
    }

    /** Whether the part is one of those that the set was made of. */
    has(part: Part): boolean {
        return this.places.has(part);
    }

    placeOf(part: Part): Place {
        return this.places.get(part) as Place;
    }

    /** Those of some parts that belong to a component, in their order. */
    partsIn(component: PlacedComponent, parts: readonly Part[]): readonly Part[] {
        return this.groupIn(component, parts)?.parts ?? [];
    }

    /** The members that some parts are in one component. */
    membersIn(component: PlacedComponent, parts: readonly Part[]): readonly Member[] {
        const group = this.groupIn(component, parts);
        if (group === undefined) return [];
        return (group.members ??= isAscending(group.memberOf) ? group.memberOf : [...new Set(group.memberOf)].sort((a, b) => a - b));
    }

    /** A text for the members that some parts are in one component: the same for the same members. */
    membersKey(component: PlacedComponent, parts: readonly Part[]): string {
        const group = this.groupIn(component, parts);
        if (group === undefined) return '';
        return (group.key ??= String(component.component.numberOf(this.membersIn(component, parts))));
    }

    // A list is sorted by component once, so that a question about a component looks at its parts only.
    private groupIn(component: PlacedComponent, parts: readonly Part[]): Group | undefined {
        let groups = this.grouped.get(parts);
        if (groups === undefined) {
            groups = new Map();
            for (const part of parts) {
                const { component: placed, member } = this.placeOf(part);
                let group = groups.get(placed);
                if (group === undefined) groups.set(placed, (group = { parts: [], memberOf: [], members: undefined, key: undefined }));
                group.parts.push(part);
                group.memberOf.push(member);
            }
            this.grouped.set(parts, groups);
        }
        return groups.get(component);
    }

    /** What was taken as free, part by part, each condition once. */
    get opaque(): OpaqueCondition[] {
        const found: OpaqueCondition[] = [];
        for (const { parts } of this.components) {
            for (const part of parts)
                if (this.withOpaque.has(part)) passFormula(part, new Mentions(), (condition, why) => found.push({ part, condition, why }));
        }
        return found;
    }

    /** Whether one patient passes all the parts but `less`, with formulas of one component on top; only that component is asked. */
    ask(placed: PlacedComponent, parts: readonly Part[], formulas: readonly Formula[], less?: Part): Answer {
        const key = `ask ${this.membersKey(placed, parts)} less ${this.memberOf(less)} ${formulas.join()}`;
        const answer = placed.component.memo(key, () => placed.component.admits(this.membersLess(placed, parts, less), formulas));
        if (answer === 'undecided') this.undecided.add(placed);
        return answer;
    }

    private memberOf(part: Part | undefined): Member | '' {
        return part === undefined ? '' : this.placeOf(part).member;
    }

    private membersLess(placed: PlacedComponent, parts: readonly Part[], less: Part | undefined): readonly Member[] {
        const members = this.membersIn(placed, parts);
        const left = this.memberOf(less);
        return left === '' ? members : members.filter((member) => member !== left);
    }

    /** A patient who passes all the parts: a model for each component; null where there is none, or it was not decided. */
    models(parts: readonly Part[], extra: ReadonlyMap<PlacedComponent, readonly Formula[]> = new Map()): Model[] | null {
        const models: Model[] = [];
        for (const placed of this.components) {
            const members = this.membersIn(placed, parts);
            if (placed.component.ask(members, extra.get(placed) ?? []) !== 'sat') return null;
            models.push(placed.component.model());
        }
        return models;
    }

    /** Why nobody passes the parts but `less` with the formulas: a minimal choice of the parts. */
    reason(placed: PlacedComponent, parts: readonly Part[], formulas: readonly Formula[], less?: Part): ConflictingParts | undefined {
        const key = `reason ${this.membersKey(placed, parts)} less ${this.memberOf(less)} ${formulas.join()}`;
        const found = placed.component.memo(key, () => placed.component.reason(this.membersLess(placed, parts, less), formulas));
        if (found === undefined) return undefined;
        const wanted = new Set(found.members);
        const chosen = new Map<Member, Part>();
        for (const part of this.partsIn(placed, parts)) {
            const { member } = this.placeOf(part);
            if (wanted.has(member) && !chosen.has(member)) chosen.set(member, part);
        }
        return { parts: [...chosen.values()], isMinimal: found.isMinimal };
    }
}

const isAscending = (members: readonly Member[]): boolean => members.every((member, index) => index === 0 || (members[index - 1] as Member) < member);

/** The same for parts of one criterion and reading that ask the same. */
function partKey({ subject, criterion, reading, rule, setting, replaced }: Part, knowledge: Knowledge, rules: ReadRules): string {
    const place = `${subject.document.files[0]?.path ?? ''}\n${criterion.id}\n${criterion.kind} ${criterion.origin}\n${reading}`;
    const { number, hasIndex, hasReferences } = rules.read(rule, place);
    const usesIndex = setting.index !== null && (hasIndex || (hasReferences && knowledge.hasIndexInDefinitions));
    // Two versions of a document may define one name differently.
    const other = setting.knowledge === knowledge ? '' : setting.knowledge.fingerprint;
    const index = usesIndex ? meaningOf(setting.index) : '';
    return `${place}\n${setting.defaultPick}\n${other}\n${number}\n${index}${replaced.size === 0 ? '' : ['', ...[...replaced].sort()].join('\n')}`;
}
