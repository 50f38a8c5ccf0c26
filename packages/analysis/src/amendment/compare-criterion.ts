// One criterion in two versions: what it asks of each cohort, in its first reading and in its others.
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import { meaningOf } from '../knowledge/meaning.js';
import type { Choice, CommonSpace, Extra } from './common-space.js';
import { type Difference, differenceOf, type Direction, extraOf, type Verdict, verdictOf } from './directions.js';
import { eligibleExample, exampleOfCriterion, type Sought } from './examples.js';
import type { CriterionPair } from './match-criteria.js';
import type { Change, Example, OtherReading } from './report.js';
import { isRephrased } from './wording.js';

export interface CohortDifference {
    readonly cohort: string;
    readonly difference: Difference;
}

/** By cohort. */
export type Background = ReadonlyMap<string, Extra>;

export interface ComparedCriterion {
    readonly pair: CriterionPair;
    readonly change: Change;
    readonly verdict: Verdict;
    readonly isRephrased: boolean;
    /** For each cohort that both versions have and that the criterion is for in one of them. */
    readonly differences: readonly CohortDifference[];
    readonly gained: Example | null;
    readonly lost: Example | null;
    readonly readings: readonly OtherReading[];
}

/** @param background what examples should keep to where they can: that no phrase that changed anywhere in the cohort leaves out anybody. */
export function compareCriterion(space: CommonSpace, pair: CriterionPair, choices: readonly Choice[], background: Background): ComparedCriterion {
    const rephrased = pair.old !== null && pair.new !== null && isRephrased(pair.old, pair.new);
    const compared = inReading(space, pair, null, rephrased, choices, background);
    const readings = choices
        .filter((choice) => concerns(choice, pair))
        .flatMap((choice): OtherReading[] => {
            const { change, gained, lost } = inReading(space, pair, choice, rephrased, [], background);
            return change === compared.change
                ? []
                : [{ criterion: pair.new?.id ?? pair.old?.id ?? '', id: choice.reading, title: choice.title, change, gained, lost }];
        });
    return { pair, isRephrased: rephrased, readings, ...compared };
}

function inReading(
    space: CommonSpace,
    pair: CriterionPair,
    choice: Choice | null,
    rephrased: boolean,
    choices: readonly Choice[],
    background: Background,
): Omit<ComparedCriterion, 'pair' | 'isRephrased' | 'readings'> {
    const differences = differencesOf(space, pair, choice);
    const verdict = verdictOf(differences.map(({ difference }) => difference));
    // Where nobody qualifies as the other criteria are read first, one of their other readings may let somebody show it.
    const others = choices.filter((each) => !concerns(each, pair));
    const example = (direction: Direction): Example | null =>
        shows(verdict, direction, pair) ? exampleAmong(space, differences, direction, verdict, [choice, ...others], background) : null;
    return { change: changeOf(pair, verdict, rephrased), verdict, differences, gained: example('gained'), lost: example('lost') };
}

/** In every cohort that both versions have. */
export function differencesOf(space: CommonSpace, { old, new: current }: CriterionPair, choice: Choice | null): CohortDifference[] {
    const known = new Map<string, Difference>();
    return space.merged.cohorts.flatMap((cohort): CohortDifference[] => {
        if (cohort.old === null || cohort.new === null) return [];
        const before = old === null ? null : space.partOf('old', old, cohort.id, choice);
        const now = current === null ? null : space.partOf('new', current, cohort.id, choice);
        if (before === null && now === null) return [];
        // Cohorts of which the criterion asks the same share the answer.
        const key = [before, now].map((part) => (part === null ? '' : placeKey(space, part))).join('\n');
        const difference = known.get(key) ?? differenceOf(space, before, now);
        known.set(key, difference);
        return [{ cohort: cohort.id, difference: { ...difference, old: before, new: now } }];
    });
}

function placeKey(space: CommonSpace, part: NonNullable<Difference['old']>): string {
    const { component, member } = space.components.placeOf(part);
    return `${space.components.components.indexOf(component)} ${member}`;
}

function changeOf({ old, new: current }: CriterionPair, verdict: Verdict, rephrased: boolean): Change {
    if (old === null) return 'added';
    if (current === null) return 'removed';
    if (verdict !== 'same') return verdict;
    return rephrased || isRewritten(old, current) ? 'wording' : 'unchanged';
}

/** Whether the rule is written otherwise. */
export function isRewritten(old: Criterion, current: Criterion): boolean {
    const rule = ({ rule: of, readings }: Criterion): string => meaningOf([of, readings.map(({ id, rule: each, cohorts }) => [id, each, cohorts])]);
    return rule(old) !== rule(current);
}

function shows(verdict: Verdict, direction: Direction, { old, new: current }: CriterionPair): boolean {
    if (verdict === 'same') return false;
    if (old === null) return direction === 'lost';
    if (current === null) return direction === 'gained';
    return verdict === 'both' || verdict === 'undecided' || verdict === 'incomparable' || verdict === (direction === 'gained' ? 'broadened' : 'narrowed');
}

// The first cohort in which somebody qualifies who shows it; else one who shows it of the criterion alone.
function exampleAmong(
    space: CommonSpace,
    differences: readonly CohortDifference[],
    direction: Direction,
    verdict: Verdict,
    choices: readonly (Choice | null)[],
    background: Background,
): Example | null {
    const soughtIn = (choice: Choice | null): Sought[] =>
        differences.flatMap(({ cohort, difference }): Sought[] => {
            const { old, new: current, answers, phrases } = difference;
            const [failed, passed] = direction === 'gained' ? [old, current] : [current, old];
            if (failed === null || answers[direction].plain !== 'sat' || (difference.isIncomparable && verdict !== 'incomparable')) return [];
            const extraAt: Sought['extraAt'] = (level) => {
                if (level === 'clear') return answers[direction].neutral === 'sat' ? (background.get(cohort) ?? null) : null;
                return answers[direction][level] === 'sat' ? extraOf(phrases, level) : null;
            };
            return [{ cohort, choice, direction, failed, passed, extraAt }];
        });
    return (
        firstOf(choices.flatMap(soughtIn), (each) => eligibleExample(space, each)) ??
        firstOf(soughtIn(choices[0] ?? null), (each) => exampleOfCriterion(space, each))
    );
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
    for (const item of items) {
        const found = find(item);
        if (found !== null) return found;
    }
    return null;
}

/** Whether the choice is of a reading of this criterion. */
export function concerns({ old, new: current }: Choice, pair: CriterionPair): boolean {
    return (pair.old !== null && old === pair.old.id) || (pair.new !== null && current === pair.new.id);
}
