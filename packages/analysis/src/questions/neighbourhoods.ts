// Criteria that bear on each other, because they have a component in common: what a question found of them holds until one of them changes.
import type { PlacedComponent } from '../components/component-set.js';
import type { DocumentAnalysis, World } from '../document-analysis.js';
import type { Part } from '../subjects/part.js';
import { type Application, applicationsOf } from './applications.js';
import { oncePerWorld } from './once-per-world.js';

export interface PlacedCriterion {
    readonly id: string;
    /** In the order of the document. */
    readonly place: number;
    readonly applications: readonly [Application, ...Application[]];
}

export class Neighbourhood {
    /** In the order of the document. */
    readonly criteria: PlacedCriterion[] = [];
    readonly components: PlacedComponent[] = [];
    private known: Map<string, unknown> | undefined;

    constructor(
        private readonly analysis: DocumentAnalysis,
        private readonly world: World,
    ) {}

    /** What was found of the same criteria, in this state of the document or an earlier one. */
    recall<Found>(question: string): Found | undefined {
        return this.memory.get(question) as Found | undefined;
    }

    /** Keeps what was found, in terms that hold for later states of the document. What the budget left open is not kept, so that it is told each time. */
    keep(question: string, found: unknown): void {
        const { undecided } = this.analysis.components;
        if (!this.components.some((component) => undecided.has(component))) this.memory.set(question, found);
    }

    private get memory(): Map<string, unknown> {
        return (this.known ??= (this.components[0] as PlacedComponent).component.memo(`found of ${this.situation}`, () => new Map<string, unknown>()));
    }

    // The same text where the same criteria are asked about for the same cohorts.
    private get situation(): string {
        const { components } = this.analysis;
        let text = '';
        for (const placed of this.components) {
            text += placed.component.id;
            // Which of them were given up follows from which there are.
            for (const { scenario, satisfiable } of this.world.cohorts)
                text += ` ${components.membersKey(placed, scenario.parts)}${satisfiable === null ? '?' : ''}`;
            text += ';';
        }
        // Of one component all criteria are there, in the order of its members.
        if (this.components.length > 1 || this.world.concerned !== undefined) text += this.criteria.map(({ id }) => id).join('\n');
        return text;
    }
}

/** Each criterion that the world is about is in one of them. */
export const neighbourhoodsOf = oncePerWorld((analysis: DocumentAnalysis, world: World): ReadonlySet<Neighbourhood> => {
    const byComponent = new Map<PlacedComponent, Neighbourhood>();
    let place = 0;
    for (const [id, applications] of applicationsOf(world)) {
        let own: Neighbourhood | undefined;
        for (const { part } of applications) {
            const { component } = analysis.components.placeOf(part);
            const known = byComponent.get(component);
            if (known === undefined) {
                own ??= new Neighbourhood(analysis, world);
                own.components.push(component);
                byComponent.set(component, own);
            } else if (own === undefined) own = known;
            else if (own !== known) own = joined(own, known, byComponent);
        }
        own?.criteria.push({ id, place: place++, applications: applications as PlacedCriterion['applications'] });
    }
    return new Set(byComponent.values());
});

function joined(one: Neighbourhood, other: Neighbourhood, byComponent: Map<PlacedComponent, Neighbourhood>): Neighbourhood {
    one.components.push(...other.components);
    one.criteria.push(...other.criteria);
    one.criteria.sort((a, b) => a.place - b.place);
    for (const component of other.components) byComponent.set(component, one);
    return one;
}

/** The criteria of which a question may find something, because it is not known that it finds nothing in their neighbourhood. */
export class OpenCriteria {
    /** In the order of the document. */
    readonly all: readonly PlacedCriterion[];
    private readonly open: readonly Neighbourhood[];

    constructor(
        private readonly question: string,
        private readonly analysis: DocumentAnalysis,
        world: World,
    ) {
        this.open = [...neighbourhoodsOf(analysis, world)].filter((each) => each.recall(question) === undefined);
        const all = this.open.flatMap(({ criteria }) => criteria);
        this.all = this.open.length === 1 ? all : all.sort((a, b) => a.place - b.place);
    }

    /** Notes that what was found of these parts is all that there is to find. */
    close(found: readonly Part[]): void {
        const spokenOf = new Set(found.map((part) => this.analysis.components.placeOf(part).component));
        for (const each of this.open) if (!each.components.some((component) => spokenOf.has(component))) each.keep(this.question, 'nothing');
    }
}
