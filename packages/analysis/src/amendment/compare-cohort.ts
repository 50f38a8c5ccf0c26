// One cohort in two versions: who can qualify by one and not by the other, from all criteria together.
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import type { Answer } from '../solver/sat-solver.js';
import type { Part } from '../subjects/part.js';
import type { Choice, CommonSpace, Extra, Version } from './common-space.js';
import { type ComparedCriterion, concerns } from './compare-criterion.js';
import { type Difference, differenceOf, DIRECTIONS, type Direction, extraOf, joined, type Level } from './directions.js';
import { eligibleExample, type ExampleLevel, type Sought } from './examples.js';
import type { Change, CohortPair, Example, OtherReading } from './report.js';

export interface CohortComparison {
    readonly change: Change;
    /** Whether anybody can qualify by each version; null where it was not decided. */
    readonly satisfiable: Readonly<Record<Version, boolean | null>>;
    readonly gained: Example | null;
    readonly lost: Example | null;
}

export interface ComparedCohort extends CohortComparison {
    readonly pair: CohortPair;
    readonly readings: readonly OtherReading[];
}

export function compareCohort(space: CommonSpace, pair: CohortPair, criteria: readonly ComparedCriterion[], choices: readonly Choice[]): ComparedCohort {
    const first = inReading(space, pair, criteria, null);
    if (pair.old === null || pair.new === null) return { pair, ...first, readings: [] };
    const readings = choices.flatMap((choice): OtherReading[] => {
        const { change, gained, lost } = inReading(space, pair, criteria, choice);
        return change === first.change ? [] : [{ criterion: choice.new ?? choice.old ?? '', id: choice.reading, title: choice.title, change, gained, lost }];
    });
    return { pair, ...first, readings };
}

function inReading(space: CommonSpace, pair: CohortPair, criteria: readonly ComparedCriterion[], choice: Choice | null): CohortComparison {
    const can = (version: Version): boolean | null =>
        pair[version] === null ? null : decided(space.together(space.partsOf(version, pair.id, choice), new Map()));
    const satisfiable = { old: can('old'), new: can('new') };
    const nobody = { satisfiable, gained: null, lost: null };
    if (pair.old === null) return { ...nobody, change: 'added' };
    if (pair.new === null) return { ...nobody, change: 'removed' };
    if (satisfiable.old === false && satisfiable.new === false) return { ...nobody, change: 'unchanged' };
    const question = new CohortQuestion(space, pair.id, criteria, choice);
    const [gained, lost] = DIRECTIONS.map((direction) => question.ask(direction));
    if (gained === undefined || lost === undefined) return { ...nobody, change: 'undecided' };
    const change = changeOf(gained, lost, criteria, pair.id, question.isTouched);
    const shown = (found: Found, wanted: boolean): Example | null => (wanted ? found.example : null);
    return {
        change,
        satisfiable,
        gained: shown(gained, gained.answers.tied === 'sat' || change === 'incomparable'),
        lost: shown(lost, lost.answers.tied === 'sat' || change === 'incomparable'),
    };
}

const decided = (answer: Answer): boolean | null => (answer === 'undecided' ? null : answer === 'sat');

function changeOf(gained: Found, lost: Found, criteria: readonly ComparedCriterion[], cohort: string, isTouched: boolean): Change {
    const [gains, losses] = [gained.answers.tied, lost.answers.tied];
    if (gains === 'sat' && losses === 'sat') return 'both';
    if (gains === 'undecided' || losses === 'undecided') return 'undecided';
    if (gains === 'sat') return 'broadened';
    if (losses === 'sat') return 'narrowed';
    if (gained.answers.plain === 'sat' || lost.answers.plain === 'sat') return 'incomparable';
    if (gained.answers.plain === 'undecided' || lost.answers.plain === 'undecided') return 'undecided';
    const isRephrased = criteria.some(({ isRephrased: is, differences }) => is && differences.some((each) => each.cohort === cohort));
    return isRephrased || isTouched ? 'wording' : 'unchanged';
}

interface Found {
    readonly answers: Readonly<Record<'tied' | 'plain', Answer>>;
    readonly example: Example | null;
}

interface Candidate {
    readonly difference: Difference;
    /** Those first whose difference says most: changed criteria, then added and removed ones, then what is free text alone. */
    readonly rank: number;
}

class CohortQuestion {
    /** Whether a rule was written otherwise. */
    readonly isTouched: boolean;
    private readonly candidates: readonly Candidate[];

    constructor(
        private readonly space: CommonSpace,
        private readonly cohort: string,
        criteria: readonly ComparedCriterion[],
        private readonly choice: Choice | null,
    ) {
        this.candidates = criteria
            .flatMap(({ pair, differences }): Candidate[] => {
                const first = differences.find((each) => each.cohort === cohort);
                if (first === undefined && choice === null) return [];
                const difference = first !== undefined && (choice === null || !concerns(choice, pair)) ? first.difference : this.differenceOf(pair);
                return difference.old === null && difference.new === null ? [] : [{ difference, rank: rankOf(pair, difference) }];
            })
            .sort((one, other) => one.rank - other.rank);
        this.isTouched = criteria.some(({ change, differences }) => change === 'wording' && differences.some((each) => each.cohort === cohort));
    }

    private differenceOf({ old, new: current }: ComparedCriterion['pair']): Difference {
        const { space, cohort, choice } = this;
        return differenceOf(
            space,
            old === null ? null : space.partOf('old', old, cohort, choice),
            current === null ? null : space.partOf('new', current, cohort, choice),
        );
    }

    /** Whether somebody is eligible by one version and kept out by the other. */
    ask(direction: Direction): Found {
        const own = this.space.partsOf(direction === 'gained' ? 'new' : 'old', this.cohort, this.choice);
        const plain = this.answerAmong(direction, own, 'plain', this.candidates);
        if (plain !== 'sat') return { answers: { plain, tied: plain }, example: null };
        const comparable = this.candidates.filter(({ difference }) => !difference.isIncomparable);
        const tied = this.answerAmong(direction, own, 'tied', comparable);
        return { answers: { plain, tied }, example: this.exampleAmong(direction, tied === 'sat' ? comparable : this.candidates) };
    }

    private answerAmong(direction: Direction, own: readonly Part[], level: Level, candidates: readonly Candidate[]): Answer {
        let answer: Answer = 'unsat';
        const extra = this.extraAt(level);
        for (const { difference } of candidates) {
            const failed = direction === 'gained' ? difference.old : difference.new;
            if (failed === null || difference.answers[direction][level] === 'unsat') continue;
            const found = this.space.together(own, this.space.failing(failed, extra));
            if (found === 'sat') return 'sat';
            if (found === 'undecided') answer = 'undecided';
        }
        return answer;
    }

    // Every changed phrase of the cohort is tied at once.
    private extraAt(level: Level): Extra {
        return joined(this.candidates.map(({ difference }) => extraOf(difference.phrases, level)));
    }

    private exampleAmong(direction: Direction, candidates: readonly Candidate[]): Example | null {
        const { cohort, choice, space } = this;
        for (const levels of [['neutral'], ['tied', 'plain']] as const) {
            for (const { difference } of candidates) {
                const [failed, passed] = direction === 'gained' ? [difference.old, difference.new] : [difference.new, difference.old];
                if (failed === null) continue;
                const extraAt = (level: ExampleLevel): Extra | null =>
                    level !== 'clear' && difference.answers[direction][level] === 'sat' && (levels as readonly Level[]).includes(level)
                        ? this.extraAt(level)
                        : null;
                const sought: Sought = { cohort, choice, direction, failed, passed, extraAt };
                const found = eligibleExample(space, sought);
                if (found !== null) return found;
            }
        }
        return null;
    }
}

function rankOf({ old, new: current }: ComparedCriterion['pair'], { old: before, new: now }: Difference): number {
    if (old !== null && current !== null) return 0;
    let isText = false;
    for (const part of [before, now]) {
        if (part !== null)
            walkCondition(part.rule, { condition: ({ kind }) => (isText ||= kind === 'statement' || kind === 'unspecified' || kind === 'unresolved') });
    }
    return isText ? 2 : 1;
}
