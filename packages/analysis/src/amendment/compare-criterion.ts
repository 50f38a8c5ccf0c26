// One criterion in two versions: what it asks of each cohort, in its first reading and in its others.
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import { meaningOf } from '../knowledge/meaning.js';
import type { Choice, CommonSpace } from './common-space.js';
import { type Difference, differenceOf, type Direction, extraOf, type Verdict, verdictOf } from './directions.js';
import { eligibleExample, exampleOfCriterion, type Sought } from './examples.js';
import type { CriterionPair } from './match-criteria.js';
import type { Change, Example, OtherReading } from './report.js';
import { isRephrased } from './wording.js';

export interface CohortDifference {
    readonly cohort: string;
    readonly difference: Difference;
}

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

export function compareCriterion(space: CommonSpace, pair: CriterionPair, choices: readonly Choice[]): ComparedCriterion {
    const rephrased = pair.old !== null && pair.new !== null && isRephrased(pair.old, pair.new);
    const compared = inReading(space, pair, null, rephrased);
    const readings = choices
        .filter(({ old, new: current }) => (pair.old !== null && old === pair.old.id) || (pair.new !== null && current === pair.new.id))
        .flatMap((choice): OtherReading[] => {
            const { change, gained, lost } = inReading(space, pair, choice, rephrased);
            return change === compared.change ? [] : [{ criterion: pair.new?.id ?? pair.old?.id ?? '', id: choice.reading, title: choice.title, change, gained, lost }];
        });
    return { pair, isRephrased: rephrased, readings, ...compared };
}

function inReading(space: CommonSpace, pair: CriterionPair, choice: Choice | null, rephrased: boolean): Omit<ComparedCriterion, 'pair' | 'isRephrased' | 'readings'> {
    const differences = differencesOf(space, pair, choice);
    const verdict = verdictOf(differences.map(({ difference }) => difference));
    const example = (direction: Direction): Example | null => (shows(verdict, direction, pair) ? exampleAmong(space, differences, direction, verdict, choice) : null);
    return { change: changeOf(pair, verdict, rephrased), verdict, differences, gained: example('gained'), lost: example('lost') };
}

function differencesOf(space: CommonSpace, { old, new: current }: CriterionPair, choice: Choice | null): CohortDifference[] {
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
function exampleAmong(space: CommonSpace, differences: readonly CohortDifference[], direction: Direction, verdict: Verdict, choice: Choice | null): Example | null {
    const sought = differences.flatMap(({ cohort, difference }): Sought[] => {
        const { old, new: current, answers, phrases } = difference;
        const [failed, passed] = direction === 'gained' ? [old, current] : [current, old];
        if (failed === null || answers[direction].plain !== 'sat' || (difference.isIncomparable && verdict !== 'incomparable')) return [];
        return [{ cohort, choice, direction, failed, passed, extraAt: (level) => (answers[direction][level] === 'sat' ? extraOf(phrases, level) : null) }];
    });
    for (const find of [eligibleExample, exampleOfCriterion]) {
        for (const each of sought) {
            const found = find(space, each);
            if (found !== null) return found;
        }
    }
    return null;
}
