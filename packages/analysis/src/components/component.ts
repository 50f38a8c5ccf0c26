// One component: its parts as formulas and clauses, with a solver of its own. Members are numbers, so that what was found outlives an edit elsewhere.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { Encoder } from '../encode/encoder.js';
import { FALSE, type Formula, TRUE } from '../encode/formulas.js';
import { FactSpace } from '../facts/fact-space.js';
import type { Occurrence } from '../facts/occurrences.js';
import type { OccurrenceQuery } from '../facts/queries.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { minimalConflicts } from '../minimal-sets/minimal-conflicts.js';
import { earliestMinimalSet } from '../minimal-sets/earliest-minimal-set.js';
import { StepBudget } from '../minimal-sets/step-budget.js';
import { ClauseRecord } from '../solver/clause-record.js';
import { type Literal, literalOf, negated } from '../solver/literal.js';
import { type Answer, SatSolver } from '../solver/sat-solver.js';
import type { Cell } from '../time/cells.js';
import { type Part, passFormula } from '../subjects/part.js';
import { KnownModels } from './known-models.js';
import { Model } from './model.js';

/** A part of the component, by its place in it. */
export type Member = number;

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

let count = 0;

export class Component {
    /** Told apart from all other components. */
    readonly id = count++;
    readonly space: FactSpace;
    /** What the members themselves speak of; questions about other rules may bring more into the space. */
    readonly occurrences: readonly Occurrence[];
    private readonly solver = new SatSolver();
    private readonly beginning = new ClauseRecord(this.solver);
    private readonly encoder: Encoder;
    private readonly models: KnownModels;
    private readonly formulas: readonly Formula[];
    private readonly selectors: readonly Literal[];
    private readonly memberOf = new Map<Literal, Member>();
    private readonly found = new Map<string, unknown>();
    private readonly numbers = new Map<string, number>();

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
        this.encoder = new Encoder(this.space.formulas, this.beginning);
        this.models = new KnownModels(this.space.formulas, this.encoder);
        this.formulas = parts.map((part) => passFormula(part, this.space));
        this.encoder.encode(this.formulas);
        // A literal of its own for each member, so that of two with the same meaning each can be named.
        this.selectors = this.formulas.map((formula, member) => {
            const selector = literalOf(this.beginning.newVariable());
            this.beginning.addClause([negated(selector), this.encoder.literal(formula)]);
            this.memberOf.set(selector, member);
            return selector;
        });
        this.beginning.end();
        this.occurrences = [...this.space.occurrences.all()];
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

    /** The same answer as `ask`, without somebody to look at: who was found before may do. */
    admits(members: readonly Member[], formulas: readonly Formula[] = []): Answer {
        if (this.models.haveOneWith([...formulas, ...members.map((member) => this.formulaOf(member))])) return 'sat';
        const answer = this.ask(members, formulas);
        if (answer === 'sat') this.models.add(this.solver.copyOfModel());
        return answer;
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
        const set = earliestMinimalSet(this.solver, this.literals(formulas), this.selectorsOf(members), new StepBudget(REASON_STEPS));
        return { members: this.membersOf(set.members), isMinimal: set.isMinimal };
    }

    /** All minimal choices of members that cannot all be passed, as far as the budget goes, and a largest one that can. */
    conflicts(members: readonly Member[]): Conflicts {
        return this.memo(`conflicts ${members.join()}`, () => {
            // Which of many conflicts are found, and what is given up, depends on what the solver has learnt: so it is asked of a new one.
            const fresh = new SatSolver();
            this.beginning.replayInto(fresh);
            const found = minimalConflicts(fresh, this.selectorsOf(members));
            return {
                sets: found.sets.map((set) => ({ members: this.membersOf(set.members), isMinimal: set.isMinimal })),
                isComplete: found.incomplete === null,
                satisfiable: this.membersOf(found.largestSatisfiable ?? []),
            };
        });
    }

    /** The occurrences that its members speak of in cells of time that are thin in this way. */
    thinOccurrences(thin: NonNullable<Cell['thin']>): readonly Occurrence[] {
        const { occurrences } = this.space;
        return this.memo(`thin ${thin}`, () => this.occurrences.filter(({ leaf, cell }) => occurrences.cellsOf(leaf).cells[cell]?.thin === thin));
    }

    /** What was found once, under a key that says of what it was found. */
    memo<Result>(key: string, find: () => Result): Result {
        if (!this.found.has(key)) this.found.set(key, find());
        return this.found.get(key) as Result;
    }

    /** A number for some members: the same for the same ones. */
    numberOf(members: readonly Member[]): number {
        const key = members.join();
        let number = this.numbers.get(key);
        if (number === undefined) this.numbers.set(key, (number = this.numbers.size));
        return number;
    }

    /** What `memo` has found under a key. */
    recall<Result>(key: string): Result | undefined {
        return this.found.get(key) as Result | undefined;
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
