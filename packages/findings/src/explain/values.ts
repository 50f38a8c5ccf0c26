// Explains boundary-mismatch and satisfiable-only-in-a-sliver: limits that do not fit each other.
import { type Bound, factOf } from '@crit-lang/analysis/questions/bounds.js';
import type { Band, BoundaryMismatch, SatisfiableOnlyInASliver } from '@crit-lang/analysis/questions/finding.js';
import { measureWords, selectionWords } from '@crit-lang/evaluate/words/condition-words.js';
import type { Focus } from '../focus.js';
import { capitalized, ended, listed, listedUpTo, sentence } from '../listed.js';
import { claims, entryWords, NAMED, partName, tellingOf, type Telling, underReading } from '../words.js';
import { type Explain, relatedTo } from './explanation.js';

/** So many limits are told in the message, and so many places are shown. */
const TOLD = 6;
const SHOWN = 12;

export const explainBoundary: Explain<BoundaryMismatch> = ({ parts, bands, cohorts, reading }, { document }) => {
    const limits = boundsOf(bands);
    const telling = tellingOf(
        cohorts,
        document,
        limits.map(({ condition }) => condition),
    );
    const byValue = new Map<string, Band[]>();
    for (const band of bands) {
        const key = `${band.looser.side} ${factOf(band.looser)}`;
        byValue.set(key, [...(byValue.get(key) ?? []), band]);
    }
    const who = parts.length === 2 ? capitalized(listed(parts.map(partName))) : `${parts.length} criteria (${listedUpTo(parts.map(partName), NAMED)})`;
    const subjects = listed([...new Set(limits.map(subjectOf))]);
    const unseen = limits.length - SHOWN;
    return {
        range: bands[0]?.stricter.condition.range ?? parts.at(-1)?.criterion.range ?? null,
        message: [
            `${underReading(reading)}${who} limit ${subjects}, and their limits do not fit.`,
            ...[...byValue.values()].map((each) => bandWords(each, telling)),
            ...(unseen > 0 ? [`The places of ${SHOWN} limits are shown, and ${unseen} more are not.`] : []),
        ].join(' '),
        criteria: parts.map(({ criterion }) => criterion.id),
        related: relatedTo(limits.slice(0, SHOWN).map(focusOf), telling),
    };
};

const focusOf = ({ part, condition }: Bound): Focus => ({ part, rule: condition });

/** The strictest, which make the finding, are always among those that are shown. */
function boundsOf(bands: readonly Band[]): Bound[] {
    const [first, ...others] = bands;
    return first === undefined ? [] : [...new Set([first.looser, first.stricter, ...others.flatMap(({ looser, stricter }) => [looser, stricter])])];
}

function subjectOf({ condition }: Bound): string {
    if (condition.kind === 'compare') return measureWords(condition.left);
    const { of, scale, component } = condition;
    return of !== null ? `the grade of ${selectionWords(of)}` : `${scale}${component === null ? '' : `(${component})`}`;
}

function bandWords(bands: readonly Band[], telling: Telling): string {
    const limits = boundsOf(bands);
    const more = limits.length > TOLD ? `; and ${limits.length - TOLD} more` : '';
    const both = sentence(`${claims(limits.slice(0, TOLD).map(focusOf), telling)}${more}`);
    const [looser, stricter] = [bands.map((band) => band.looser), bands.map((band) => band.stricter)].map((each) => [...new Set(each.map(({ part }) => part))]);
    const barring = (['exclude', 'include'] as const).flatMap((kind) => {
        const names = (stricter ?? []).filter(({ criterion }) => criterion.kind === kind).map(partName);
        return names.length === 0 ? [] : [`${kind === 'exclude' ? 'excluded' : 'not admitted'} by ${listedUpTo(names, NAMED)}`];
    });
    const fate = `admitted by ${listedUpTo((looser ?? []).map(partName), NAMED)} and ${listed(barring)}`;
    if (bands.every(({ isPoint }) => isPoint)) return `${both} The value at the limit is ${fate}: say on which side it belongs.`;
    return `${both} Values between the ${limits.length === 2 ? 'two ' : ''}limits are ${fate}: is one of the limits wrong?`;
}

export const explainSliver: Explain<SatisfiableOnlyInASliver> = ({ parts, bounds, cohorts, reading }, { document }) => {
    const focuses = bounds === null ? parts.map((part) => ({ part, rule: part.rule })) : bounds.map(focusOf);
    const telling = tellingOf(
        cohorts,
        document,
        focuses.map(({ rule }) => rule),
    );
    const left =
        bounds === null
            ? 'What is left is a few days at most, and on some dates none, because months, weeks and days are of different lengths.'
            : 'Hardly any value is left between the two limits.';
    return {
        range: focuses.at(-1)?.rule.range ?? parts[0]?.criterion.range ?? null,
        message: [
            `${underReading(reading)}Hardly anyone can qualify for ${entryWords(cohorts, document, 'or')}:`,
            ended(claims(focuses, telling)),
            left,
            'Check the numbers and units.',
        ].join(' '),
        criteria: parts.map(({ criterion }) => criterion.id),
        related: relatedTo(focuses, telling),
    };
};
