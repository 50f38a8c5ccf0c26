// not-decided: which criteria did the budget of steps leave a question open about? Asked last, when all other questions have been put.
import type { DocumentAnalysis, World } from '../document-analysis.js';
import type { NotDecided } from './finding.js';

export function notDecided({ components }: DocumentAnalysis, world: World): NotDecided[] {
    return [...components.undecided].map(({ parts }) => {
        const ids = [...new Set(parts.map(({ criterion }) => criterion.id))];
        const cohorts = [...new Set(parts.map(({ cohort }) => cohort))];
        const what = `a question about ${ids.join(', ')} needs more steps than are spent on one question; fewer overlapping counts would settle it`;
        return { name: 'not-decided', reading: world.reading, cohorts, part: parts[0] ?? null, what };
    });
}
