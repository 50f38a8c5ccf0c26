// Shows that the SAT solver is right: against every assignment of small problems, incrementally, with assumptions, budgets and restricted decisions.
import assert from 'node:assert/strict';
import { type Literal, literalOf, negated } from '@crit-lang/analysis/solver/literal.js';
import { luby } from '@crit-lang/analysis/solver/luby.js';
import { SatSolver, type SolverOptions } from '@crit-lang/analysis/solver/sat-solver.js';
import { effort, TIMEOUT } from './effort.js';
import { RandomSource } from './random-source.js';
import { TruthTable } from './truth-table.js';

function solverWith(variables: number, options: SolverOptions = {}): SatSolver {
    const solver = new SatSolver(options);
    for (let count = 0; count < variables; count++) solver.newVariable();
    return solver;
}

const anyLiteral = (random: RandomSource, variables: number): Literal => random.below(2 * variables);

describe('the SAT solver', function () {
    this.timeout(TIMEOUT);

    it('agrees with all assignments in random incremental problems', function () {
        const wanted = effort(20_000, 120_000);
        let calls = 0;
        const answers = { sat: 0, unsat: 0 };
        for (let seed = 1; calls < wanted; seed++) {
            const random = new RandomSource(seed);
            const variables = random.between(3, 10);
            // A limit this low makes it forget clauses, and so move the others, all the time.
            const solver = solverWith(variables, random.chance(0.5) ? { learntLimit: 2 } : {});
            const table = new TruthTable(variables);
            const clauses: Literal[][] = [];
            for (let round = 0; round < 10; round++) {
                for (let count = random.below(variables); count > 0; count--) {
                    const clause = Array.from({ length: random.pick([1, 2, 2, 3, 3, 3, 3, 4]) }, () => anyLiteral(random, variables));
                    if (clause.length === 1 && random.chance(0.8)) continue;
                    clauses.push(clause);
                    solver.addClause(clause);
                    table.addClause(clause);
                }
                const common = Array.from({ length: random.below(3) }, () => anyLiteral(random, variables));
                for (let question = 0; question < 5; question++, calls++) {
                    const assumptions = [...common, ...Array.from({ length: random.below(4) }, () => anyLiteral(random, variables))];
                    if (random.chance(0.3)) solver.setPhase(random.below(variables), random.chance(0.5));
                    const about = `seed ${seed}, clauses ${JSON.stringify(clauses)}, assumptions ${JSON.stringify(assumptions)}`;
                    const answer = solver.solve(assumptions);
                    assert.equal(answer, table.isSatisfiable(assumptions) ? 'sat' : 'unsat', about);
                    answers[answer]++;
                    if (answer === 'sat') {
                        const model = Array.from({ length: variables }, (_, variable) => literalOf(variable, solver.value(literalOf(variable))));
                        assert.ok(table.isModel(model), `the model satisfies the clauses: ${about}`);
                        assert.ok(
                            assumptions.every((literal) => solver.value(literal) === true && solver.value(negated(literal)) === false),
                            about,
                        );
                    } else {
                        const core = solver.core();
                        assert.ok(
                            core.every((literal) => assumptions.includes(literal)),
                            `the core is made of assumptions: ${about}`,
                        );
                        assert.ok(!table.isSatisfiable(core), `the core cannot hold: ${about}`);
                    }
                }
            }
        }
        assert.ok(answers.sat > wanted / 10 && answers.unsat > wanted / 10, `both answers are common: ${JSON.stringify(answers)}`);
    });

    it('gives the answers of a new solver, whatever was asked before', function () {
        const rounds = effort(60, 1000);
        for (let seed = 1; seed <= rounds; seed++) {
            const random = new RandomSource(seed);
            const variables = random.between(20, 60);
            const clauses = Array.from({ length: Math.floor(variables * 4) }, () =>
                random.sample([...Array(variables).keys()], 3).map((variable) => literalOf(variable, random.chance(0.5))),
            );
            const old = solverWith(variables, { learntLimit: 20 });
            clauses.forEach((clause, index) => {
                old.addClause(clause);
                if (index % 4 !== 0) return;
                const assumptions = Array.from({ length: random.below(6) }, () => anyLiteral(random, variables));
                const answer = old.solve(assumptions, { budget: 100_000 });
                if (index % 40 !== 0) return;
                const fresh = solverWith(variables);
                for (const known of clauses.slice(0, index + 1)) fresh.addClause(known);
                assert.equal(answer, fresh.solve(assumptions, { budget: 100_000 }), `seed ${seed}, after ${index + 1} clauses`);
                if (answer === 'unsat') assert.equal(fresh.solve(old.core(), { budget: 100_000 }), 'unsat', 'the core alone cannot hold');
                else
                    for (const clause of clauses.slice(0, index + 1))
                        assert.ok(
                            clause.some((literal) => old.value(literal) === true),
                            `seed ${seed}: the model satisfies the clauses`,
                        );
            });
        }
    });

    it('names both of two opposite assumptions', function () {
        const solver = solverWith(2);
        assert.equal(solver.solve([literalOf(1), literalOf(0), literalOf(0, false)]), 'unsat');
        assert.deepEqual([...solver.core()].sort(), [literalOf(0), literalOf(0, false)]);
    });

    it('names one assumption that the clauses exclude, and none where they exclude everything', function () {
        const solver = solverWith(2);
        assert.equal(solver.addClause([literalOf(0, false)]), true);
        assert.equal(solver.solve([literalOf(1), literalOf(0)]), 'unsat');
        assert.deepEqual(solver.core(), [literalOf(0)]);
        assert.equal(solver.addClause([literalOf(0)]), false);
        assert.equal(solver.solve([literalOf(1)]), 'unsat');
        assert.deepEqual(solver.core(), []);
        assert.equal(solver.addClause([literalOf(1)]), false);
    });

    it('keeps the trail only as long as no clause comes between', function () {
        const solver = solverWith(3);
        assert.equal(solver.solve([literalOf(0), literalOf(1)]), 'sat');
        solver.addClause([literalOf(0, false), literalOf(1, false), literalOf(2)]);
        assert.equal(solver.solve([literalOf(0), literalOf(1)]), 'sat');
        assert.equal(solver.value(literalOf(2)), true);
        solver.addClause([literalOf(0, false), literalOf(2, false)]);
        assert.equal(solver.solve([literalOf(0), literalOf(1)]), 'unsat');
    });

    it('follows set phases where the clauses leave a choice', function () {
        const solver = solverWith(4);
        solver.addClause([literalOf(0, false), literalOf(1, false)]);
        for (const phase of [true, false, true]) {
            solver.setPhase(2, phase);
            solver.setPhase(3, !phase);
            assert.equal(solver.solve(), 'sat');
            assert.deepEqual([solver.value(literalOf(2)), solver.value(literalOf(3))], [phase, !phase]);
        }
    });

    it('decides only the variables that it is given', function () {
        const solver = solverWith(6);
        solver.addClause([literalOf(0, false), literalOf(1)]);
        solver.addClause([literalOf(4), literalOf(5)]);
        assert.equal(solver.solve([literalOf(0)], { decide: [2] }), 'sat');
        assert.deepEqual(
            [0, 1, 2, 3, 4, 5].map((variable) => solver.value(literalOf(variable)) !== undefined),
            [true, true, true, false, false, false],
        );
        assert.deepEqual([...solver.copyOfModel()].slice(0, 4), [1, -1, 1, -1]);
        assert.equal(solver.copyOfModel()[6], 0);
        assert.equal(solver.solve([literalOf(0)]), 'sat');
        assert.ok([0, 1, 2, 3, 4, 5].every((variable) => solver.value(literalOf(variable)) !== undefined));
    });

    it('gives exact answers from restricted decisions when the rest is defined by them', function () {
        const rounds = effort(300, 5000);
        for (let seed = 1; seed <= rounds; seed++) {
            const random = new RandomSource(seed);
            const inputs = random.between(3, 6);
            const variables = inputs + random.between(2, 6);
            const solver = solverWith(variables);
            const table = new TruthTable(variables);
            const add = (clause: Literal[]): void => {
                solver.addClause(clause);
                table.addClause(clause);
            };
            for (let gate = inputs; gate < variables; gate++) {
                const items = [anyLiteral(random, gate), anyLiteral(random, gate)];
                for (const item of items) add([literalOf(gate, false), item]);
                add([literalOf(gate), ...items.map(negated)]);
            }
            const decide = [...Array(inputs).keys()];
            for (let question = 0; question < 20; question++) {
                const assumptions = Array.from({ length: random.below(4) }, () => anyLiteral(random, variables));
                const answer = solver.solve(assumptions, random.chance(0.7) ? { decide } : {});
                assert.equal(answer, table.isSatisfiable(assumptions) ? 'sat' : 'unsat', `seed ${seed}`);
            }
        }
    });

    it('stops after the budget of conflicts, and can be asked again', function () {
        const solver = pigeonHole(7);
        assert.equal(solver.solve([], { budget: 0 }), 'undecided');
        assert.equal(solver.conflicts, 1);
        assert.equal(solver.solve([], { budget: 20 }), 'undecided');
        assert.equal(solver.conflicts, 22);
        assert.equal(solver.solve([], { budget: 1_000_000 }), 'unsat');
        assert.deepEqual(solver.core(), []);
    });

    it('survives forgetting most of what it learnt', function () {
        const solver = pigeonHole(7, { learntLimit: 100 });
        assert.equal(solver.solve([], { budget: 1_000_000 }), 'unsat');
        assert.ok(solver.conflicts > 500, `${solver.conflicts} conflicts, enough to forget several times`);
    });

    it('does the same on every run', function () {
        const run = (): [string, number, number] => {
            const solver = pigeonHole(7);
            return [solver.solve([], { budget: 1_000_000 }), solver.conflicts, solver.decisions];
        };
        assert.deepEqual(run(), run());
    });

    it('spaces restarts by the Luby sequence', function () {
        assert.deepEqual(
            Array.from({ length: 15 }, (_, index) => luby(index)),
            [1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8],
        );
    });
});

/** One pigeon more than there are holes, each in a hole of its own: contradictory, and hard for its size. */
function pigeonHole(holes: number, options: SolverOptions = {}): SatSolver {
    const solver = solverWith((holes + 1) * holes, options);
    const sits = (pigeon: number, hole: number): Literal => literalOf(pigeon * holes + hole);
    for (let pigeon = 0; pigeon <= holes; pigeon++) solver.addClause(Array.from({ length: holes }, (_, hole) => sits(pigeon, hole)));
    for (let hole = 0; hole < holes; hole++) {
        for (let pigeon = 1; pigeon <= holes; pigeon++) {
            for (let other = 0; other < pigeon; other++) solver.addClause([negated(sits(pigeon, hole)), negated(sits(other, hole))]);
        }
    }
    return solver;
}
