// Measures the SAT solver by itself: hard problems that bound the worst case, overlapping counts, and many small questions.
import { inRoot } from '../repository.mjs';

const load = (file) => import(`file://${inRoot('packages/analysis/out', file)}`);

export const solver = {
    name: 'solver',
    goal: 'for orientation: 30,000 conflicts/s on hard problems; overlapping counts in under 10 ms; a small question in microseconds',
    async run() {
        const { SatSolver } = await load('solver/sat-solver.js');
        const { Formulas } = await load('encode/formulas.js');
        const { Encoder } = await load('encode/encoder.js');
        const { minimalConflicts } = await load('minimal-sets/minimal-conflicts.js');
        const lines = [];
        const hard = (name, build) => {
            const problem = new SatSolver();
            build(problem);
            const [time, answer] = timed(() => problem.solve([], { budget: 10_000_000 }));
            lines.push(`${name}: ${answer}, ${ms(time)}, ${problem.conflicts} conflicts, ${perSecond(problem.conflicts, time)} conflicts/s`);
        };
        hard('random 3-SAT, 150 variables, 660 clauses', (problem) => randomClauses(problem, 150, 660, 7));
        hard('random 3-SAT, 200 variables, 880 clauses', (problem) => randomClauses(problem, 200, 880, 7));
        hard('pigeon hole, 9 into 8', (problem) => pigeonHole(problem, 8));
        for (const [size, least, odd, even] of [
            [20, 8, 3, 4],
            [60, 10, 4, 5],
            [60, 15, 7, 7],
        ]) {
            let conflicts = 0;
            let clauses = 0;
            const once = () => {
                const problem = new SatSolver();
                const formulas = new Formulas();
                clauses = 0;
                const encoder = new Encoder(formulas, {
                    newVariable: () => problem.newVariable(),
                    addClause: (clause) => (clauses++, problem.addClause(clause)),
                });
                const items = Array.from({ length: size }, () => formulas.variable());
                const half = (rest) => items.filter((_, index) => index % 2 === rest);
                const criteria = [formulas.atLeast(least, items), formulas.atMost(odd, half(1)), formulas.atMost(even, half(0))];
                encoder.encode(criteria);
                problem.solve(criteria.map((criterion) => encoder.literal(criterion)));
                conflicts = problem.conflicts;
            };
            const [cold] = timed(once);
            lines.push(
                `>= ${least} of ${size}, <= ${odd}, <= ${even}: first ${ms(cold)}, warm ${ms(median(once, 21))}, ${clauses} clauses, ${conflicts} conflicts`,
            );
        }
        lines.push(smallQuestions(SatSolver));
        lines.push(manyConflicts(SatSolver, minimalConflicts));
        return lines;
    },
};

/** A chain of thresholds under common selectors, with one question after the other at the end: what a component of a document looks like. */
function smallQuestions(SatSolver) {
    const problem = new SatSolver();
    const count = 40;
    const cuts = Array.from({ length: count }, () => 2 * problem.newVariable());
    for (let index = 1; index < count; index++) problem.addClause([cuts[index - 1] ^ 1, cuts[index]]);
    const selectors = cuts.map((cut, index) => {
        const selector = 2 * problem.newVariable();
        problem.addClause([selector ^ 1, cut ^ (index < count / 2 ? 1 : 0)]);
        return selector;
    });
    const questions = 20_000;
    const ask = (options) =>
        timed(() => {
            for (let question = 0; question < questions; question++) problem.solve([...selectors, cuts[(question * 7) % count]], options?.(question));
        })[0];
    ask();
    const all = ask();
    const restricted = ask((question) => ({ decide: [cuts[(question * 7) % count] >> 1] }));
    return `questions on 40 thresholds under 40 selectors: ${((1000 * all) / questions).toFixed(1)} us each, ${((1000 * restricted) / questions).toFixed(1)} us with restricted decisions`;
}

function manyConflicts(SatSolver, minimalConflicts) {
    const problem = new SatSolver();
    const selectors = Array.from({ length: 2000 }, () => 2 * problem.newVariable());
    for (let pair = 0; pair < 40; pair++) problem.addClause([selectors[50 * pair] ^ 1, selectors[50 * pair + 31] ^ 1]);
    const [time, found] = timed(() => minimalConflicts(problem, selectors));
    return `40 conflicts among 2,000 selectors: ${found.sets.length} sets in ${ms(time)}, ${found.steps} questions`;
}

function randomClauses(problem, variables, clauses, seed) {
    let state = seed;
    const below = (limit) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * limit);
    };
    for (let count = 0; count < variables; count++) problem.newVariable();
    for (let count = 0; count < clauses;) {
        const clause = [below(2 * variables), below(2 * variables), below(2 * variables)];
        if (new Set(clause.map((literal) => literal >> 1)).size < 3) continue;
        problem.addClause(clause);
        count++;
    }
}

function pigeonHole(problem, holes) {
    for (let count = 0; count < (holes + 1) * holes; count++) problem.newVariable();
    const sits = (pigeon, hole) => 2 * (pigeon * holes + hole);
    for (let pigeon = 0; pigeon <= holes; pigeon++) problem.addClause(Array.from({ length: holes }, (_, hole) => sits(pigeon, hole)));
    for (let hole = 0; hole < holes; hole++)
        for (let pigeon = 1; pigeon <= holes; pigeon++)
            for (let other = 0; other < pigeon; other++) problem.addClause([sits(pigeon, hole) ^ 1, sits(other, hole) ^ 1]);
}

function timed(run) {
    const start = performance.now();
    const result = run();
    return [performance.now() - start, result];
}

const median = (run, times) => Array.from({ length: times }, () => timed(run)[0]).sort((a, b) => a - b)[times >> 1];
const ms = (time) => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
const perSecond = (count, time) => Math.round((1000 * count) / time).toLocaleString('en');
