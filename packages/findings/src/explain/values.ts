// Explains boundary-mismatch and satisfiable-only-in-a-sliver: limits that do not fit each other.
import type { Bound } from '@crit-lang/analysis/questions/bounds.js';
import type { Band, BoundaryMismatch, SatisfiableOnlyInASliver } from '@crit-lang/analysis/questions/finding.js';
import { capitalized, listed } from '../listed.js';
import { claim, claims, cohortWords, partName, underReading } from '../words.js';
import { type Explain, relatedTo } from './explanation.js';

export const explainBoundary: Explain<BoundaryMismatch> = ({ parts, bands, reading }) => ({
    range: bands[0]?.stricter.condition.range ?? parts[1].criterion.range ?? null,
    message: [
        `${underReading(reading)}${capitalized(listed(parts.map(partName)))} limit the same value, and their limits do not fit.`,
        ...bands.map(bandWords),
    ].join(' '),
    criteria: parts.map(({ criterion }) => criterion.id),
    related: bands.flatMap(({ looser, stricter }) => relatedTo([looser, stricter].map(({ part, condition }) => ({ part, rule: condition })))),
});

function bandWords({ looser, stricter, isPoint }: Band): string {
    const [one, other] = [looser, stricter].map(({ part, condition }) => claim({ part, rule: condition }));
    const admitting = partName(looser.part);
    const barring = `${stricter.part.criterion.kind === 'exclude' ? 'excluded by' : 'not admitted by'} ${partName(stricter.part)}`;
    const both = `${capitalized(one ?? '')}; ${other ?? ''}.`;
    if (isPoint) return `${both} The value at the limit is admitted by ${admitting} and ${barring}: say on which side it belongs.`;
    return `${both} Values between the two limits are admitted by ${admitting} and ${barring}: is one of the limits wrong?`;
}

export const explainSliver: Explain<SatisfiableOnlyInASliver> = ({ parts, bounds, cohorts, reading }) => {
    const focuses =
        bounds === null ? parts.map((part) => ({ part, rule: part.rule })) : bounds.map(({ part, condition }: Bound) => ({ part, rule: condition }));
    const left =
        bounds === null
            ? 'What is left is a few days at most, and on some dates none, because months, weeks and days are of different lengths.'
            : 'Hardly any value is left between the two limits.';
    return {
        range: focuses.at(-1)?.rule.range ?? parts[0]?.criterion.range ?? null,
        message: `${underReading(reading)}Hardly anyone can qualify for ${cohortWords(cohorts, 'or')}: ${claims(focuses)}. ${left} Check the numbers and units.`,
        criteria: parts.map(({ criterion }) => criterion.id),
        related: relatedTo(focuses),
    };
};
