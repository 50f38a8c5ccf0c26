// One component: its parts as formulas and clauses, with a solver of its own. Members are numbers, so that what was found outlives an edit elsewhere.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { Encoder } from '../encode/encoder.js';
import { FALSE, type Formula, TRUE } from '../encode/formulas.js';
import { FactSpace } from '../facts/fact-space.js';
import type { OccurrenceQuery } from '../facts/queries.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { minimalConflicts } from '../minimal-sets/minimal-conflicts.js';
import { shrinkCore } from '../minimal-sets/shrink-core.js';
import { StepBudget } from '../minimal-sets/step-budget.js';
import { type Literal, literalOf, negated } from '../solver/literal.js';
import { type Answer, SatSolver } from '../solver/sat-solver.js';
import { type Part, passFormula } from '../subjects/part.js';
import { Model } from './model.js';

/** A part of the component, by its place in it. */
export type Member = number;

/** Something that was taken as free, with why. */
export interface Opaque {
    readonly member: Member;
    readonly condition: Condition;
    readonly why: string;
}

/** Members that cannot all be passed. */
export interface ConflictingMembers {
    readonly members: readonly Member[];
    /** Whether it was shown that without any one of them the others can be passed. */
    readonly isMinimal: boolean;
}

export interface Conflicts {
    /** Smallest first. */
    readonly sets: readonly ConflictingMembers[];
    /** Whether it was proven that there are no others. */
    readonly isComplete: boolean;
    /** A largest number of the members that can all be passed. */
    readonly satisfiable: readonly Member[];
}

/** Questions that one search for a reason may put. */
const REASON_STEPS = 200;

export class Component {
    readonly space: FactSpace;
    readonly opaque: Opaque[] = [];
    private readonly solver = new SatSolver();
    private readonly encoder: Encoder;
    private readonly formulas: readonly Formula[];
    private readonly selectors: readonly Literal[];
    private readonly memberOf = new Map<Literal, Member>();
    private readonly found = new Map<string, unknown>();

    /**
     * @param parts as they stood when the component was first met; only their meaning counts.
     * @param asked every question about occurrences that will be put to its space.
     */
    constructor(
        readonly parts: readonly Part[],
        knowledge: Knowledge,
        asked: readonly OccurrenceQuery[],
    ) {
        this.space = new FactSpace(knowledge, asked);
        this.encoder = new Encoder(this.space.formulas, this.solver);
        this.formulas = parts.map((part, member) => passFormula(part, this.space, (condition, why) => this.opaque.push({ member, condition, why })));
        this.encoder.encode(this.formulas);
        // A literal of its own for each member, so that of two with the same meaning each can be named.
        this.selectors = this.formulas.map((formula, member) => {
            const selector = literalOf(this.solver.newVariable());
            this.solver.addClause([negated(selector), this.encoder.literal(formula)]);
            this.memberOf.set(selector, member);
            return selector;
        });
    }

    /** When a patient passes a member. */
    formulaOf(member: Member): Formula {
        return this.formulas[member] as Formula;
    }

    /** When a patient passes a member if it had this rule instead. */
    formulaWith(member: Member, rule: Condition): Formula {
        return passFormula(this.parts[member] as Part, this.space, undefined, rule);
    }

    /** Whether somebody passes all the members, and all the formulas hold of them. */
    ask(members: readonly Member[], formulas: readonly Formula[] = []): Answer {
        if (formulas.includes(FALSE)) return 'unsat';
        return this.solver.solve([...this.selectorsOf(members), ...this.literals(formulas)]);
    }

    /** After `ask` said yes: what is so of the somebody. */
    model(): Model {
        const values = this.solver.copyOfModel();
        return new Model(this.space, (formula) => {
            const variable = this.encoder.variable(formula);
            const value = variable === undefined ? 0 : (values[2 * variable] ?? 0);
            return value === 0 ? undefined : value > 0;
        });
    }

    /** Why nobody passes the members with the formulas: a minimal choice among the members. Undefined when somebody does, or the budget ran out. */
    reason(members: readonly Member[], formulas: readonly Formula[]): ConflictingMembers | undefined {
        if (formulas.includes(FALSE)) return { members: [], isMinimal: true };
        if (this.ask(members, formulas) !== 'unsat') return undefined;
        const set = shrinkCore(this.solver, this.literals(formulas), this.inOrder(members), new StepBudget(REASON_STEPS));
        return { members: this.membersOf(set.members), isMinimal: set.isMinimal };
    }

    private inOrder(members: readonly Member[]): Literal[] {
        const core = new Set(this.solver.core());
        return this.selectorsOf(members).filter((selector) => core.has(selector));
    }

    /** All minimal choices of members that cannot all be passed, as far as the budget goes, and a largest one that can. */
    conflicts(members: readonly Member[]): Conflicts {
        return this.memo(`conflicts ${members.join()}`, () => {
            const found = minimalConflicts(this.solver, this.selectorsOf(members));
            return {
                sets: found.sets.map((set) => ({ members: this.membersOf(set.members), isMinimal: set.isMinimal })),
                isComplete: found.incomplete === null,
                satisfiable: this.membersOf(found.largestSatisfiable ?? []),
            };
        });
    }

    /** What was found once, under a key that says of what it was found. */
    memo<Result>(key: string, find: () => Result): Result {
        if (!this.found.has(key)) this.found.set(key, find());
        return this.found.get(key) as Result;
    }

    private selectorsOf(members: readonly Member[]): Literal[] {
        return members.map((member) => this.selectors[member] as Literal);
    }

    private membersOf(literals: readonly Literal[]): Member[] {
        return literals.flatMap((literal) => this.memberOf.get(literal) ?? []);
    }

    private literals(formulas: readonly Formula[]): Literal[] {
        const asked = formulas.filter((formula) => formula !== TRUE);
        this.encoder.encode(asked);
        return asked.map((formula) => this.encoder.literal(formula));
    }
}

