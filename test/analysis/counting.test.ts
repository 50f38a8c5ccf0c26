// Shows that counts are exact for every list and number, shared or not, and that overlapping counts are settled without search.
import assert from 'node:assert/strict';
import { Encoder } from '@crit-lang/analysis/encode/encoder.js';
import { FALSE, type Formula, Formulas, not, TRUE } from '@crit-lang/analysis/encode/formulas.js';
import { SatSolver } from '@crit-lang/analysis/solver/sat-solver.js';
import { effort, TIMEOUT } from './effort.js';
import { RandomSource } from './random-source.js';

class Counting {
    readonly formulas = new Formulas();
    readonly solver = new SatSolver();
    readonly encoder = new Encoder(this.formulas, this.solver);
    readonly items: Formula[];

    constructor(count: number) {
        this.items = Array.from({ length: count }, () => this.formulas.variable());
    }

    literals(formulas: readonly Formula[]): number[] {
        this.encoder.encode(formulas);
        return formulas.map((formula) => this.encoder.literal(formula));
    }
}

describe('counting', function () {
    this.timeout(TIMEOUT);

    it('folds what needs no counting', function () {
        const { formulas, items } = new Counting(3);
        const [a, b, c] = items as [Formula, Formula, Formula];
        assert.equal(formulas.atLeast(0, items), TRUE);
        assert.equal(formulas.atLeast(4, items), FALSE);
        assert.equal(formulas.atLeast(1, items), formulas.or(items));
        assert.equal(formulas.atLeast(3, items), formulas.and(items));
        assert.equal(formulas.atLeast(2, [a, b, TRUE]), formulas.or([a, b]));
        assert.equal(formulas.atLeast(2, [a, b, FALSE]), formulas.and([a, b]));
        assert.equal(formulas.atLeast(2, [a, not(a), b]), b);
        assert.equal(formulas.atLeast(2, items), formulas.atLeast(2, [c, b, a]));
        assert.equal(formulas.atLeast(2, items), formulas.atMost(1, items.map(not)));
        assert.equal(formulas.atMost(1, items), formulas.atLeast(2, items.map(not)));
    });

    it('is exact for each number of up to nine items, from both sides', function () {
        for (let size = 1; size <= effort(6, 9); size++) {
            for (let count = 0; count <= size + 1; count++) {
                const { formulas, solver, items, ...counting } = new Counting(size);
                const asked = [formulas.atLeast(count, items), formulas.atMost(count, items), formulas.exactly(count, items)];
                counting.encoder.encode([...asked, ...items]);
                for (let choice = 0; choice < 2 ** size; choice++) {
                    const base = items.map((item, index) => counting.encoder.literal(((choice >> index) & 1) === 1 ? item : not(item)));
                    const holding = items.filter((_, index) => ((choice >> index) & 1) === 1).length;
                    for (const [index, expected] of [holding >= count, holding <= count, holding === count].entries()) {
                        const literal = counting.encoder.literal(asked[index] as Formula);
                        assert.equal(solver.solve([...base, literal]), expected ? 'sat' : 'unsat', `${size} items, ${count}`);
                        assert.equal(solver.solve([...base, literal ^ 1]), expected ? 'unsat' : 'sat', `${size} items, not ${count}`);
                    }
                }
                assert.equal(solver.conflicts, 0);
            }
        }
    });

    it('stays exact when lists overlap, stand inside each other, come later, or as opposites', function () {
        for (let seed = 1; seed <= effort(150, 3000); seed++) {
            const random = new RandomSource(seed);
            const counting = new Counting(9);
            const lists: Formula[][] = [];
            const asked: { formula: Formula; list: Formula[]; count: number }[] = [];
            for (let batch = 0; batch < 3; batch++) {
                const formulas = Array.from({ length: random.between(1, 3) }, () => {
                    const base = lists.length > 0 && random.chance(0.5) ? random.pick(lists) : counting.items;
                    const part = random.sample(base, random.between(2, base.length));
                    const opposite = random.chance(0.3);
                    const mixed = random.chance(0.2);
                    const list = part.map((item) => (opposite || (mixed && random.chance(0.5)) ? not(item) : item));
                    if (random.chance(0.1)) list.push(random.pick(list));
                    lists.push(list);
                    const count = random.between(1, list.length);
                    const formula = counting.formulas.atLeast(count, list);
                    asked.push({ formula, list, count });
                    return formula;
                });
                counting.encoder.encode(formulas);
            }
            counting.encoder.encode(counting.items);
            for (let round = 0; round < 40; round++) {
                const choice = random.below(2 ** 9);
                const holds = (item: Formula): boolean => (((choice >> ((item >> 1) - 1)) & 1) === 1) !== ((item & 1) === 1);
                const base = counting.literals(counting.items.map((item) => (holds(item) ? item : not(item))));
                for (const { formula, list, count } of asked) {
                    const truth = list.filter(holds).length >= count;
                    const literal = counting.encoder.literal(truth ? formula : not(formula));
                    assert.equal(counting.solver.solve([...base, literal]), 'sat', `seed ${seed}`);
                    assert.equal(counting.solver.solve([...base, literal ^ 1]), 'unsat', `seed ${seed}`);
                }
            }
            // Consequences of the counts for each other, without saying which items hold.
            for (let round = 0; round < 10; round++) {
                const chosen = random.sample(asked, random.between(1, 4)).map((each) => ({ ...each, wanted: random.chance(0.5) }));
                let possible = false;
                for (let choice = 0; choice < 2 ** 9 && !possible; choice++) {
                    const holds = (item: Formula): boolean => (((choice >> ((item >> 1) - 1)) & 1) === 1) !== ((item & 1) === 1);
                    possible = chosen.every(({ list, count, wanted }) => list.filter(holds).length >= count === wanted);
                }
                const literals = counting.literals(chosen.map(({ formula, wanted }) => (wanted ? formula : not(formula))));
                assert.equal(counting.solver.solve(literals), possible ? 'sat' : 'unsat', `seed ${seed}`);
            }
        }
    });

    for (const { size, atLeast, odd, even } of [
        { size: 20, atLeast: 8, odd: 3, even: 4 },
        { size: 60, atLeast: 10, odd: 4, even: 5 },
        { size: 60, atLeast: 15, odd: 7, even: 7 },
        { size: 60, atLeast: 50, odd: 25, even: 24 },
    ]) {
        for (const order of ['whole list first', 'parts first']) {
            it(`finds without a conflict that ${atLeast} of ${size} contradicts ${odd} and ${even} of its halves, ${order}`, function () {
                const { formulas, items, solver, ...counting } = new Counting(size);
                const whole = () => formulas.atLeast(atLeast, items);
                const parts = () => [
                    formulas.atMost(
                        odd,
                        items.filter((_, index) => index % 2 === 1),
                    ),
                    formulas.atMost(
                        even,
                        items.filter((_, index) => index % 2 === 0),
                    ),
                ];
                const criteria = order === 'parts first' ? [...parts(), whole()] : [whole(), ...parts()];
                counting.encoder.encode(criteria);
                const literals = criteria.map((criterion) => counting.encoder.literal(criterion));
                assert.equal(solver.solve(literals), 'unsat');
                assert.equal(solver.conflicts, 0);
                assert.equal(solver.core().length, 3);
                for (const left of literals) assert.equal(solver.solve(literals.filter((literal) => literal !== left)), 'sat');
            });
        }
    }

    it('shares parts that become known only after the whole was encoded', function () {
        const { formulas, items, solver, ...counting } = new Counting(60);
        const whole = formulas.atLeast(15, items);
        counting.encoder.encode([whole]);
        const parts = [0, 1].map((rest) =>
            formulas.atMost(
                7,
                items.filter((_, index) => index % 2 === rest),
            ),
        );
        counting.encoder.encode(parts);
        assert.equal(solver.solve([whole, ...parts].map((formula) => counting.encoder.literal(formula))), 'unsat');
        assert.ok(solver.conflicts <= 2, `${solver.conflicts} conflicts`);
    });
});
