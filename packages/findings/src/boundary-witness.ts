// The patient who shows a boundary-mismatch: with a value that some criteria admit, kept out by the stricter limit and by nothing else where that can be.
import { compileRule } from '@crit-lang/analysis/compile/criterion.js';
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { not } from '@crit-lang/analysis/encode/formulas.js';
import { factOf } from '@crit-lang/analysis/questions/bounds.js';
import type { Band, BoundaryMismatch } from '@crit-lang/analysis/questions/finding.js';
import { type Part, polarityOf } from '@crit-lang/analysis/subjects/part.js';
import { listedUpTo } from './listed.js';
import { chooseModels } from './witness/choose-models.js';
import { witnessFor } from './witness/witness.js';
import { NAMED, partName } from './words.js';

/** Confirmed by the evaluator; null where no such patient was found. */
export function boundaryWitness(analysis: DocumentAnalysis, { bands, cohorts, reading }: BoundaryMismatch): { readonly text: string } | null {
    const [first] = bands;
    const [cohort] = cohorts;
    const world = analysis.worlds.find((each) => JSON.stringify(each.reading) === JSON.stringify(reading));
    const answer = world?.cohorts.find(({ scenario }) => scenario.cohort.id === cohort);
    if (first === undefined || cohort === undefined || answer === undefined) return null;
    const ofValue = bands.filter(({ looser }) => looser.side === first.looser.side && factOf(looser) === factOf(first.looser));
    const among = (criteria: ReadonlySet<string>) => answer.scenario.parts.filter(({ criterion }) => criteria.has(criterion.id));
    const barring = among(new Set(ofValue.map(({ stricter }) => stricter.part.criterion.id)));
    const admitting = among(new Set(ofValue.map(({ looser }) => looser.part.criterion.id)));
    const others = answer.repaired.filter((part) => !barring.includes(part));
    const names = [admitting, barring].map((parts) => listedUpTo(parts.map(partName), NAMED));
    // Best is who fails nothing else; next who passes the criteria with the looser limits.
    for (const passing of [others, admitting]) {
        const models = chooseModels(analysis, passing, valueBeyond(first, barring, analysis));
        if (models === null) continue;
        const [passes, fails] = [passing, barring].map((parts) => parts.map(({ criterion }) => criterion.id)) as [string[], string[]];
        const title = `is admitted by ${names[0] ?? ''} and not by ${names[1] ?? ''}`;
        const { confirmed, text } = witnessFor(analysis, models, cohort, { kind: 'criteria', passes, fails }, { reading, title });
        if (confirmed) return { text };
    }
    return null;
}

/** That the value is none that the stricter limit admits. */
function valueBeyond({ stricter }: Band, barring: readonly Part[], { components }: DocumentAnalysis): NonNullable<Parameters<typeof chooseModels>[2]> {
    const part = barring.find(({ criterion }) => criterion.id === stricter.part.criterion.id) ?? stricter.part;
    const { component } = components.placeOf(part);
    const { criterion, setting, replaced } = part;
    const { met } = compileRule(stricter.condition, setting, component.component.space, polarityOf(criterion), replaced, () => undefined);
    return new Map([[component, [criterion.kind === 'include' ? not(met) : met]]]);
}
