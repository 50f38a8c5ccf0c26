// Somebody who shows a difference: best one who meets all the rest in both versions, and shows it without a phrase that changed.
import type { Part } from '../subjects/part.js';
import type { Choice, CommonSpace, Extra, Version } from './common-space.js';
import { type Direction, LEVELS, type Level } from './directions.js';
import type { Example } from './report.js';

export interface Sought {
    readonly cohort: string;
    readonly choice: Choice | null;
    readonly direction: Direction;
    /** The part that keeps out by one version. */
    readonly failed: Part;
    /** What the criterion asks in the other version; null where that asks nothing. */
    readonly passed: Part | null;
    /** What has to be so at a level; null where nobody shows the difference there. */
    readonly extraAt: (level: ExampleLevel) => Extra | null;
}

/** `clear`: where no phrase that changed anywhere leaves out anybody. */
export type ExampleLevel = 'clear' | Level;
const EXAMPLE_LEVELS: readonly ExampleLevel[] = ['clear', ...LEVELS];

/** Whether anybody, and who, meets all criteria of the version in which they are eligible and fails the part in the other one. */
export function eligibleExample(space: CommonSpace, sought: Sought): Example | null {
    const { cohort, choice, direction, failed } = sought;
    const [eligibleIn, other]: [Version, Version] = direction === 'gained' ? ['new', 'old'] : ['old', 'new'];
    const own = space.partsOf(eligibleIn, cohort, choice);
    const others = space.partsOf(other, cohort, choice).filter((part) => part !== failed);
    for (const level of EXAMPLE_LEVELS) {
        const extra = sought.extraAt(level);
        if (extra === null) continue;
        const failing = space.failing(failed, extra);
        for (const parts of [[...own, ...others], own]) {
            if (space.together(parts, failing) === 'sat') return exampleOf(space, sought, eligibleIn, parts, failing, false);
        }
    }
    return null;
}

/** Who passes the criterion as one version has it and fails it as the other has it, whatever else. */
export function exampleOfCriterion(space: CommonSpace, sought: Sought): Example | null {
    const { direction, failed, passed } = sought;
    const parts = passed === null ? [] : [passed];
    for (const level of EXAMPLE_LEVELS) {
        const extra = sought.extraAt(level);
        if (extra === null) continue;
        const failing = space.failing(failed, extra);
        if (space.together(parts, failing) === 'sat') return exampleOf(space, sought, direction === 'gained' ? 'new' : 'old', parts, failing, true);
    }
    return null;
}

function exampleOf(
    space: CommonSpace,
    { cohort, choice, failed }: Sought,
    eligibleIn: Version,
    parts: readonly Part[],
    extra: Extra,
    isOfCriterionAlone: boolean,
): Example {
    const { origins } = space.merged;
    return {
        versions: space.versions(cohort, choice),
        cohort,
        eligibleIn,
        reading: choice === null ? null : { criterion: choice.new ?? choice.old ?? '', id: choice.reading, title: choice.title },
        parts,
        extra,
        passes: parts.map(({ criterion }) => criterion.id),
        fails: [failed.criterion.id],
        failedIds: [origins.get(failed.criterion.id)?.criterion.id ?? failed.criterion.id],
        isOfCriterionAlone,
    };
}
