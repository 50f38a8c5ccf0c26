// not-decided: which criteria did the budget of steps leave a question open about? Asked last, when all other questions have been put.
import type { DocumentAnalysis, World } from '../document-analysis.js';
import type { NotDecided } from './finding.js';

export function notDecided({ components }: DocumentAnalysis, world: World): NotDecided[] {
    const cohorts = world.cohorts.flatMap(({ scenario, satisfiable }): NotDecided[] => {
        if (satisfiable !== null || (world.reading !== null && scenario.reading === null)) return [];
        const what = 'whether anybody can qualify needs more steps than are spent on one question; fewer overlapping counts would settle it';
        return [{ name: 'not-decided', reading: world.reading, cohorts: [scenario.cohort.id], part: null, what }];
    });
    const parts = [...components.undecided].map(({ parts: asked }): NotDecided => {
        const ids = [...new Set(asked.map(({ criterion }) => criterion.id))];
        const concerned = [...new Set(asked.map(({ cohort }) => cohort))];
        const what = `a question about ${ids.join(', ')} needs more steps than are spent on one question; fewer overlapping counts would settle it`;
        return { name: 'not-decided', reading: world.reading, cohorts: concerned, part: asked[0] ?? null, what };
    });
    return [...cohorts, ...parts];
}
