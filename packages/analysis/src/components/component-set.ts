// The components of some parts. What was compiled and found before is kept, so an edit costs only the components that it touches.
import { Mentions } from '../facts/mentions.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { meaningOf } from '../knowledge/meaning.js';
import type { Formula } from '../encode/formulas.js';
import type { Answer } from '../solver/sat-solver.js';
import type { Part } from '../subjects/part.js';
import { Component, type Member } from './component.js';
import type { Model } from './model.js';
import { mentionsOf, split } from './split.js';

/** Components and what parts ask, by what they mean. */
export class ComponentCache {
    private mentions = new Map<string, Mentions>();
    private components = new Map<string, Component>();
    private usedMentions = new Map<string, Mentions>();
    private usedComponents = new Map<string, Component>();

    mentionsOf(part: Part, key: string): Mentions {
        const known = this.usedMentions.get(key) ?? this.mentions.get(key) ?? mentionsOf(part);
        this.usedMentions.set(key, known);
        return known;
    }

    component(key: string, make: () => Component): Component {
        const known = this.usedComponents.get(key) ?? this.components.get(key) ?? make();
        this.usedComponents.set(key, known);
        return known;
    }

    /** Forgets what the analyses since the last call did not use. */
    forgetUnused(): void {
        this.mentions = this.usedMentions;
        this.components = this.usedComponents;
        this.usedMentions = new Map();
        this.usedComponents = new Map();
    }
}

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

export interface Place {
    readonly component: PlacedComponent;
    readonly member: Member;
}

export class ComponentSet {
    readonly components: readonly PlacedComponent[];
    /** Those about which the budget left a question open. */
    readonly undecided = new Set<PlacedComponent>();
    private readonly places = new Map<Part, Place>();

    /** @param parts two that mean the same for their cohorts and are of one criterion become one member. */
    constructor(parts: readonly Part[], knowledge: Knowledge, cache: ComponentCache = new ComponentCache()) {
        const background = knowledge.fingerprint;
        const byKey = new Map<string, Part[]>();
        for (const part of parts) {
            const key = partKey(part, knowledge);
            const same = byKey.get(key);
            if (same === undefined) byKey.set(key, [part]);
            else same.push(part);
        }
        const keys = [...byKey.keys()];
        const firsts = [...byKey.values()].map((same) => same[0] as Part);
        const mentions = firsts.map((part, index) => cache.mentionsOf(part, `${background}\n${keys[index] ?? ''}`));
        this.components = split(mentions, knowledge).map((group) => {
            const members = group.map((index) => firsts[index] as Part);
            const key = `${background}\n${group.map((index) => keys[index]).join('\n')}`;
            const asked = group.flatMap((index) => mentions[index]?.occurrences ?? []);
            const placed = { component: cache.component(key, () => new Component(members, knowledge, asked)), parts: members };
            group.forEach((index, member) => {
                for (const part of byKey.get(keys[index] ?? '') ?? []) this.places.set(part, { component: placed, member });
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

    /** The members that some parts are in one component. */
    membersIn(component: PlacedComponent, parts: readonly Part[]): Member[] {
        const members = parts.flatMap((part) => {
            const place = this.places.get(part);
            return place?.component === component ? [place.member] : [];
        });
        return [...new Set(members)].sort((a, b) => a - b);
    }

    /** Whether one patient passes all the parts, with formulas of one component on top; only that component is asked. */
    ask(placed: PlacedComponent, parts: readonly Part[], formulas: readonly Formula[]): Answer {
        const members = this.membersIn(placed, parts);
        const answer = placed.component.memo(`ask ${members.join()} ${formulas.join()}`, () => placed.component.ask(members, formulas));
        if (answer === 'undecided') this.undecided.add(placed);
        return answer;
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

    /** Why nobody passes the parts with the formulas: a minimal choice of the parts. */
    reason(placed: PlacedComponent, parts: readonly Part[], formulas: readonly Formula[]): ConflictingParts | undefined {
        const found = placed.component.reason(this.membersIn(placed, parts), formulas);
        if (found === undefined) return undefined;
        const wanted = new Set(found.members);
        const chosen = new Map<Member, Part>();
        for (const part of parts) {
            const place = this.placeOf(part);
            if (place.component === placed && wanted.has(place.member) && !chosen.has(place.member)) chosen.set(place.member, part);
        }
        return { parts: [...chosen.values()], isMinimal: found.isMinimal };
    }
}

/** The same for parts of one criterion and reading that ask the same. */
function partKey({ subject, criterion, reading, rule, setting, replaced }: Part, knowledge: Knowledge): string {
    const usesIndex = setting.index !== null && mentionsIndex(rule);
    // Two versions of a document may define one name differently.
    const own = [subject.document.files[0]?.path ?? '', criterion.id, criterion.kind, String(reading), setting.defaultPick, setting.knowledge === knowledge ? '' : setting.knowledge.fingerprint];
    return meaningOf([own, rule, usesIndex ? setting.index : null, [...replaced].sort()]);
}

function mentionsIndex(rule: unknown): boolean {
    return JSON.stringify(rule).includes('"index":true');
}
