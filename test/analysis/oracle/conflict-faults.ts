// Solves every minimal set again: nobody passes it, somebody passes it without any one of its parts; as the analyser says and as z3 does.
import { type Disagreement, answerOfZ3, type Sides } from './comparison.js';
import { askAll, type Names } from './questions.js';

/** @param tally counts the sets. */
export function conflictFaults(tally: { sets: number }): (sides: Sides, names: Names) => Disagreement[] {
    return (sides, names) => {
        const found: Disagreement[] = [];
        const { analysis } = sides;
        const sets = analysis.worlds.flatMap(({ cohorts }) => cohorts.flatMap(({ conflicts }) => conflicts));
        for (const { parts, isMinimal } of sets) {
            tally.sets++;
            const ways = [parts, ...(isMinimal ? parts.map((part) => parts.filter((each) => each !== part)) : [])];
            for (const [index, kept] of ways.entries()) {
                const asked = kept.map((part) => ({ asked: names.of(part), holds: true }));
                const expected = index === 0 ? 'unsat' : 'sat';
                const again = askAll(analysis, kept, null, []);
                const isSatisfiable = answerOfZ3(sides, asked);
                const about = `${index === 0 ? 'minimal set' : 'minimal set less one'} ${kept.map(({ criterion }) => criterion.id).join()}`;
                if (again !== expected) found.push({ about: `${about}, asked again`, analyser: again, z3: expected, asked });
                const isMissed = isSatisfiable === false && expected === 'sat' && sides.isExact;
                const isInvented = isSatisfiable === true && expected === 'unsat';
                if (isMissed || isInvented) found.push({ about, analyser: expected, z3: isSatisfiable ? 'sat' : 'unsat', asked });
            }
        }
        return found;
    };
}
