// satisfiable-only-in-a-sliver: is what is left implausibly thin? Values between two bounds that nearly meet; times that only some calendars have.
import { Rational } from '@crit-lang/model/exact/rational.js';
import { compareCuts } from '../encode/cut.js';
import { not } from '../encode/formulas.js';
import type { CohortAnswer, DocumentAnalysis, World } from '../document-analysis.js';
import { domainOf } from '../facts/measures.js';
import type { Part } from '../subjects/part.js';
import { inRepaired } from './applications.js';
import { type Bound, boundsIn, factOf } from './bounds.js';
import type { SatisfiableOnlyInASliver } from './finding.js';
import { OpenCriteria } from './neighbourhoods.js';

/** What is left is thin when it is not more than this part of the upper bound. */
const THIN = Rational.of(1n, 50n);

export function satisfiableOnlyInASliver(analysis: DocumentAnalysis, world: World): SatisfiableOnlyInASliver[] {
    const open = new OpenCriteria('satisfiable-only-in-a-sliver', analysis, world);
    const found = world.cohorts.flatMap((answer) =>
        answer.satisfiable === null ? [] : [...thinValues(analysis, answer, open, world), ...thinTimes(analysis, answer, world)],
    );
    open.close(found.flatMap(({ parts }) => parts));
    // The same sliver for several cohorts is one.
    const merged = new Map<string, SatisfiableOnlyInASliver>();
    for (const finding of found) {
        const key = finding.parts.map(({ criterion }) => criterion.id).join('\n');
        const known = merged.get(key);
        merged.set(key, known === undefined ? finding : { ...known, cohorts: [...known.cohorts, ...finding.cohorts] });
    }
    return [...merged.values()];
}

function thinValues({ components }: DocumentAnalysis, answer: CohortAnswer, open: OpenCriteria, world: World): SatisfiableOnlyInASliver[] {
    const facts = new Map<string, Bound[]>();
    for (const { part } of open.all.flatMap(({ applications }) => inRepaired(applications).filter((each) => each.answer === answer))) {
        for (const bound of boundsIn(part, components)) facts.set(factOf(bound), [...(facts.get(factOf(bound)) ?? []), bound]);
    }
    return [...facts.values()].flatMap((bounds): SatisfiableOnlyInASliver[] => {
        const strictest = (side: Bound['side']): Bound | undefined => {
            const sign = side === 'low' ? 1 : -1;
            return bounds.filter((bound) => bound.side === side).sort((a, b) => sign * compareCuts(b.cut, a.cut))[0];
        };
        const [low, high] = [strictest('low'), strictest('high')];
        if (low === undefined || high === undefined || low.part === high.part || compareCuts(low.cut, high.cut) >= 0) return [];
        if (low.asked.kind === 'grade') return [];
        const { expression, scale } = low.asked.query;
        const width = high.value.subtract(low.value);
        if (domainOf(expression, scale, low.part.setting.knowledge).isStepped || width.compare(high.value.absolute().multiply(THIN)) > 0) return [];
        return [
            {
                name: 'satisfiable-only-in-a-sliver',
                reading: world.reading,
                cohorts: [answer.scenario.cohort.id],
                parts: [low.part, high.part],
                bounds: [low, high],
            },
        ];
    });
}

function thinTimes({ components }: DocumentAnalysis, answer: CohortAnswer, { reading }: World): SatisfiableOnlyInASliver[] {
    return components.components.flatMap((placed): SatisfiableOnlyInASliver[] => {
        const none = placed.component.thinOccurrences('calendar').map(({ formula }) => not(formula));
        if (none.length === 0 || components.ask(placed, answer.repaired, none) !== 'unsat') return [];
        const parts: readonly Part[] = components.reason(placed, answer.repaired, none)?.parts ?? [];
        return [{ name: 'satisfiable-only-in-a-sliver', reading, cohorts: [answer.scenario.cohort.id], parts, bounds: null }];
    });
}
