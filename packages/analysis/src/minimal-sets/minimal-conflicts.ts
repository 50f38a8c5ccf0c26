// All minimal sets of assumptions that cannot hold together (MARCO: Liffiton, Previti, Malik, Marques-Silva 2016).
import { type Literal, literalOf } from '../solver/literal.js';
import { SatSolver } from '../solver/sat-solver.js';
import { satisfiableSubset } from './satisfiable-subset.js';
import { type ConflictingSet, shrinkCore } from './shrink-core.js';
import { StepBudget } from './step-budget.js';

export interface EnumerationOptions {
    /** Assumed throughout; never a member of a set. */
    readonly background?: readonly Literal[];
    /** Conflicting sets that are known already, such as those of another cohort; taken over unless a selector of theirs is missing here. */
    readonly known?: readonly ConflictingSet[];
    /** Questions that the whole search may ask. */
    readonly steps?: number;
    /** Conflicts that each question may have. */
    readonly conflicts?: number;
    /** Stop after so many satisfiable sets in a row that brought no new conflicting one. */
    readonly patience?: number;
}

/** Why the list may lack sets: the steps ran out, the last satisfiable sets brought nothing new, or a question was not decided. */
export type Incompleteness = 'steps' | 'nothing-new' | 'undecided';

export interface MinimalConflicts {
    /** The smallest first, then by the places of their members among the selectors. One empty set when the background contradicts itself. */
    readonly sets: readonly ConflictingSet[];
    /** Null when it is proven that there are no others. */
    readonly incomplete: Incompleteness | null;
    /** A largest satisfiable set of the selectors seen, in their order; undefined when none was found. */
    readonly largestSatisfiable: readonly Literal[] | undefined;
    /** Whether no satisfiable set is larger. */
    readonly isLargestProven: boolean;
    /** Questions asked. */
    readonly steps: number;
}

const DEFAULT_STEPS = 2000;
const DEFAULT_PATIENCE = 8;
/** Choosing the next set is cheap beside the questions about it; the limit only bounds the worst case. */
const MAP_CONFLICTS = 20_000;

/** @param selectors different literals, each of which switches something on. */
export function minimalConflicts(solver: SatSolver, selectors: readonly Literal[], options: EnumerationOptions = {}): MinimalConflicts {
    const { background = [], steps = DEFAULT_STEPS, patience = DEFAULT_PATIENCE } = options;
    const budget = new StepBudget(steps, options.conflicts);
    const seeds = new SeedMap(selectors);
    const found: ConflictingSet[] = [];
    const here = new Set(selectors);
    for (const set of options.known ?? []) {
        if (!set.members.every((literal) => here.has(literal))) continue;
        found.push(set);
        seeds.excludeSupersetsOf(set.members);
    }
    let largest: readonly Literal[] | undefined;
    let undecided = false;
    let stopped: Incompleteness | null;
    for (let withoutNews = 0; ;) {
        const seed = seeds.next();
        if (seed === undefined || seed === 'undecided') {
            stopped = seed === undefined && !undecided ? null : 'undecided';
            break;
        }
        if (budget.isSpent || withoutNews >= patience) {
            stopped = budget.isSpent ? 'steps' : 'nothing-new';
            break;
        }
        const answer = budget.solve(solver, [...background, ...seed]);
        if (answer === 'unsat') {
            const set = shrinkCore(solver, background, inOrderOf(selectors, solver.core()), budget);
            found.push(set);
            seeds.excludeSupersetsOf(set.members);
            withoutNews = 0;
            continue;
        }
        // Nothing can be added to the seed without completing a conflicting set, so a satisfiable one is maximal as it stands.
        seeds.excludeSubsetsOf(seed);
        withoutNews++;
        if (answer === 'undecided') undecided = true;
        else if (largest === undefined || seed.length > largest.length) largest = seed;
    }
    const backgroundFails = found.some(({ members }) => members.length === 0);
    if (largest === undefined && !backgroundFails) {
        largest = satisfiableSubset(solver, background, selectors, new StepBudget(2 * selectors.length + 1, options.conflicts));
    }
    return {
        sets: ordered(found, selectors, stopped === null),
        incomplete: stopped,
        largestSatisfiable: largest,
        isLargestProven: stopped === null,
        steps: budget.used,
    };
}

/** The sets of selectors not looked at yet. */
class SeedMap {
    // With fixed phases every variable is tried as true, and false only when forced: what comes out is maximal.
    private readonly map = new SatSolver({ savesPhases: false });
    private readonly places: ReadonlyMap<Literal, number>;

    constructor(private readonly selectors: readonly Literal[]) {
        this.places = new Map(selectors.map((selector, place) => [selector, place]));
        for (const _selector of selectors) this.map.setPhase(this.map.newVariable(), true);
    }

    /** A set that is contained in no larger one left; undefined when none is left. */
    next(): Literal[] | 'undecided' | undefined {
        const answer = this.map.solve([], { budget: MAP_CONFLICTS });
        if (answer !== 'sat') return answer === 'unsat' ? undefined : answer;
        return this.selectors.filter((_selector, place) => this.map.value(literalOf(place)) === true);
    }

    excludeSupersetsOf(members: readonly Literal[]): void {
        this.map.addClause(members.map((selector) => literalOf(this.places.get(selector) as number, false)));
    }

    excludeSubsetsOf(members: readonly Literal[]): void {
        const inside = new Set(members);
        this.map.addClause(this.selectors.flatMap((selector, place) => (inside.has(selector) ? [] : [literalOf(place)])));
    }
}

function inOrderOf(selectors: readonly Literal[], literals: readonly Literal[]): Literal[] {
    const wanted = new Set(literals);
    return selectors.filter((selector) => wanted.has(selector));
}

/** Without the sets that contain another; a set can only do so when the budget ran out while it was shrunk. */
function ordered(sets: readonly ConflictingSet[], selectors: readonly Literal[], isComplete: boolean): ConflictingSet[] {
    const places = new Map(selectors.map((selector, place) => [selector, place]));
    const placesOf = ({ members }: ConflictingSet): number[] => members.map((selector) => places.get(selector) as number);
    const contains = (larger: ConflictingSet, smaller: ConflictingSet): boolean => {
        const members = new Set(larger.members);
        return smaller.members.length < members.size && smaller.members.every((selector) => members.has(selector));
    };
    return sets
        .filter((set) => set.isMinimal || !sets.some((other) => contains(set, other)))
        .map((set) => ({ set: { ...set, isMinimal: set.isMinimal || isComplete }, at: placesOf(set) }))
        .sort((a, b) => a.at.length - b.at.length || firstDifference(a.at, b.at))
        .map(({ set }) => set);
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
    const index = one.findIndex((place, at) => place !== other[at]);
    return index === -1 ? 0 : (one[index] as number) - (other[index] as number);
}
