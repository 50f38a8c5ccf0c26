// Explains boundary-mismatch and satisfiable-only-in-a-sliver: limits that do not fit each other.
import type { Bound } from '@crit-lang/analysis/questions/bounds.js';
import type { Band, BoundaryMismatch, SatisfiableOnlyInASliver } from '@crit-lang/analysis/questions/finding.js';
import { capitalized, claim, cohortWords, listed, partName, underReading } from '../words.js';
import { type Explain, relatedTo } from './explanation.js';

export const explainBoundary: Explain<BoundaryMismatch> = ({ parts, bands, reading }) => ({
    range: bands[0]?.stricter.condition.range ?? parts[1].criterion.range ?? null,
    message: [`${underReading(reading)}${listed(parts.map(partName))} set different limits on one value.`, ...bands.map(bandWords)].join(' '),
    criteria: parts.map(({ criterion }) => criterion.id),
    related: bands.flatMap(({ looser, stricter }) => relatedTo([looser, stricter].map(({ part, condition }) => ({ part, rule: condition })))),
});

function bandWords({ looser, stricter, isPoint }: Band): string {
    const [one, other] = [looser, stricter].map(({ part, condition }) => claim({ part, rule: condition }));
    const both = `${capitalized(one ?? '')}; ${other ?? ''}.`;
    const excludes = stricter.part.criterion.kind === 'exclude' ? 'excluded by' : 'not admitted by';
    if (isPoint) return `${both} The value at the limit itself is admitted by ${looser.part.criterion.id} and ${excludes} ${stricter.part.criterion.id}: say on which side it belongs.`;
    return `${both} Values between the two limits are admitted by ${looser.part.criterion.id} and ${excludes} ${stricter.part.criterion.id}: is one of the limits wrong?`;
}

export const explainSliver: Explain<SatisfiableOnlyInASliver> = ({ parts, bounds, cohorts, reading }) => {
    const focuses = bounds === null ? parts.map((part) => ({ part, rule: part.rule })) : bounds.map(({ part, condition }: Bound) => ({ part, rule: condition }));
    const left =
        bounds === null
            ? 'What is left is a few days at most, on some dates none: months, weeks and days are of different lengths.'
            : 'Only a sliver of values is left between the two limits.';
    return {
        range: focuses.at(-1)?.rule.range ?? parts[0]?.criterion.range ?? null,
        message: `${underReading(reading)}${cohortWords(cohorts)[0]?.toUpperCase() ?? ''}${cohortWords(cohorts).slice(1)} can hardly enrol anyone: ${focuses.map(claim).join('; ')}. ${left}`,
        criteria: parts.map(({ criterion }) => criterion.id),
        related: relatedTo(focuses),
    };
};

