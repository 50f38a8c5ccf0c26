// Shows that conflicting sets are minimal, that the list of them is complete when it says so, and that the repaired set is a largest one.
import assert from 'node:assert/strict';
import { minimalConflicts } from '@crit-lang/analysis/minimal-sets/minimal-conflicts.js';
import { satisfiableSubset } from '@crit-lang/analysis/minimal-sets/satisfiable-subset.js';
import { shrinkCore } from '@crit-lang/analysis/minimal-sets/shrink-core.js';
import { StepBudget } from '@crit-lang/analysis/minimal-sets/step-budget.js';
import { type Literal, literalOf, negated } from '@crit-lang/analysis/solver/literal.js';
import { SatSolver } from '@crit-lang/analysis/solver/sat-solver.js';
import { effort, TIMEOUT } from './effort.js';
import { RandomSource } from './random-source.js';

interface Problem {
    readonly solver: SatSolver;
    readonly selectors: Literal[];
    readonly background: Literal[];
}

/** Selectors, each of which switches on a few small clauses over common variables. */
function randomProblem(random: RandomSource, selectorCount: number): Problem {
    const solver = new SatSolver();
    const variables = Array.from({ length: random.between(2, 6) }, () => solver.newVariable());
    const clause = (): Literal[] => random.sample(variables, random.between(1, 2)).map((variable) => literalOf(variable, random.chance(0.5)));
    const selectors = Array.from({ length: selectorCount }, () => {
        const selector = literalOf(solver.newVariable());
        for (let count = random.between(1, 2); count > 0; count--) solver.addClause([negated(selector), ...clause()]);
        return selector;
    });
    const background = random.chance(0.3) ? [literalOf(random.pick(variables), random.chance(0.5))] : [];
    return { solver, selectors, background };
}

/** All minimal conflicting sets and the size of a largest satisfiable one, from the answers about every subset. */
function fromAllSubsets({ solver, selectors, background }: Problem): { conflicts: string[]; largest: number } {
    const subset = (number: number): Literal[] => selectors.filter((_, index) => ((number >> index) & 1) === 1);
    const isSatisfiable = Array.from({ length: 2 ** selectors.length }, (_, number) => solver.solve([...background, ...subset(number)]) === 'sat');
    const numbers = [...isSatisfiable.keys()];
    const conflicts = numbers.filter(
        (number) =>
            isSatisfiable[number] === false && selectors.every((_, index) => ((number >> index) & 1) === 0 || isSatisfiable[number ^ (1 << index)] === true),
    );
    return {
        conflicts: conflicts.map((number) => subset(number).join()).sort(),
        largest: Math.max(-1, ...numbers.filter((number) => isSatisfiable[number]).map((number) => subset(number).length)),
    };
}

describe('minimal conflicting sets', function () {
    this.timeout(TIMEOUT);

    it('are all there is, and nothing else, in random problems', function () {
        for (let seed = 1; seed <= effort(300, 5000); seed++) {
            const random = new RandomSource(seed);
            const problem = randomProblem(random, random.between(2, 8));
            const { solver, selectors, background } = problem;
            const expected = fromAllSubsets(problem);
            const found = minimalConflicts(solver, selectors, { background, patience: Infinity });
            assert.equal(found.incomplete, null, `seed ${seed}`);
            assert.deepEqual(found.sets.map(({ members }) => members.join()).sort(), expected.conflicts, `seed ${seed}`);
            assert.equal(found.largestSatisfiable?.length ?? -1, expected.largest, `seed ${seed}`);
            assert.ok(found.isLargestProven);
            assert.ok(found.sets.every(({ isMinimal }) => isMinimal));
            const sizes = found.sets.map(({ members }) => members.length);
            assert.deepEqual(
                sizes,
                sizes.toSorted((a, b) => a - b),
                'smallest first',
            );
            const resumed = minimalConflicts(solver, selectors, { background, patience: Infinity, known: found.sets.slice(0, 2) });
            assert.deepEqual(resumed.sets, found.sets, `seed ${seed}: known sets change nothing but the work`);
        }
    });

    it('are true and minimal as far as they say so when the steps run out', function () {
        for (let seed = 1; seed <= effort(150, 3000); seed++) {
            const random = new RandomSource(seed);
            const problem = randomProblem(random, random.between(6, 9));
            const { solver, selectors, background } = problem;
            const expected = new Set(fromAllSubsets(problem).conflicts);
            const steps = random.between(0, 12);
            const found = minimalConflicts(solver, selectors, { background, steps });
            assert.ok(found.steps <= steps);
            for (const { members, isMinimal } of found.sets) {
                assert.equal(solver.solve([...background, ...members]), 'unsat');
                if (isMinimal) assert.ok(expected.has(members.join()), `seed ${seed}`);
            }
            if (found.incomplete === null) assert.equal(found.sets.length, expected.size);
            if (found.largestSatisfiable !== undefined) assert.equal(solver.solve([...background, ...found.largestSatisfiable]), 'sat');
        }
    });

    it('shrink to sets that are contradictory and, without any one member, are not', function () {
        let shrunk = 0;
        for (let seed = 1; seed <= effort(300, 5000); seed++) {
            const random = new RandomSource(seed);
            const { solver, selectors, background } = randomProblem(random, random.between(4, 20));
            if (solver.solve([...background, ...selectors]) !== 'unsat') continue;
            const { members, isMinimal } = shrinkCore(solver, background, solver.core(), new StepBudget(1000));
            assert.ok(isMinimal);
            assert.equal(solver.solve([...background, ...members]), 'unsat', `seed ${seed}`);
            for (const left of members) assert.equal(solver.solve([...background, ...members.filter((member) => member !== left)]), 'sat', `seed ${seed}`);
            shrunk++;
        }
        assert.ok(shrunk > 100);
    });

    it('leave a largest rest that nothing fits into', function () {
        for (let seed = 1; seed <= effort(200, 3000); seed++) {
            const random = new RandomSource(seed);
            const { solver, selectors, background } = randomProblem(random, random.between(4, 20));
            const kept = satisfiableSubset(solver, background, selectors, new StepBudget(1000));
            const { largestSatisfiable } = minimalConflicts(solver, selectors, { background, patience: 3 });
            for (const rest of [kept, largestSatisfiable]) {
                if (rest === undefined) {
                    assert.equal(solver.solve(background), 'unsat');
                    continue;
                }
                assert.equal(solver.solve([...background, ...rest]), 'sat');
                for (const selector of selectors) if (!rest.includes(selector)) assert.equal(solver.solve([...background, ...rest, selector]), 'unsat');
            }
        }
    });

    it('of many separate conflicts are all found, though their combinations are too many to prove it', function () {
        const solver = new SatSolver();
        const selectors = Array.from({ length: 200 }, () => literalOf(solver.newVariable()));
        for (let pair = 0; pair < 40; pair++) solver.addClause([negated(selectors[5 * pair] as Literal), negated(selectors[5 * pair + 3] as Literal)]);
        const found = minimalConflicts(solver, selectors);
        assert.equal(found.sets.length, 40);
        assert.deepEqual(found.sets[0]?.members, [selectors[0], selectors[3]]);
        assert.equal(found.incomplete, 'nothing-new');
        assert.equal(found.largestSatisfiable?.length, 160);
        assert.equal(found.isLargestProven, false);
        assert.ok(found.steps < 200, `${found.steps} steps`);
    });

    it('say that nothing can hold when the background contradicts itself', function () {
        const solver = new SatSolver();
        const [a, b] = [literalOf(solver.newVariable()), literalOf(solver.newVariable())];
        const found = minimalConflicts(solver, [b], { background: [a, negated(a)] });
        assert.deepEqual(found.sets, [{ members: [], isMinimal: true }]);
        assert.equal(found.incomplete, null);
        assert.equal(found.largestSatisfiable, undefined);
    });
});
