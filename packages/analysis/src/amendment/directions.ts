// Who is gained and who is lost between two parts: asked of all patients, with changed phrases tied, and with changed phrases that add nothing.
import type { Answer } from '../solver/sat-solver.js';
import type { Part } from '../subjects/part.js';
import { areIncomparable } from './asked-facts.js';
import type { CommonSpace, Extra } from './common-space.js';
import { type Phrases, phrasesOf } from './phrases.js';

export type Direction = 'gained' | 'lost';
export const DIRECTIONS: readonly Direction[] = ['gained', 'lost'];

/** `neutral`: where no changed phrase leaves out anybody. `tied`: where a phrase and that in its place are one. `plain`: as it stands. */
export type Level = 'neutral' | 'tied' | 'plain';
export const LEVELS: readonly Level[] = ['neutral', 'tied', 'plain'];

export interface Difference {
    readonly old: Part | null;
    readonly new: Part | null;
    readonly phrases: Phrases;
    readonly answers: Readonly<Record<Direction, Readonly<Record<Level, Answer>>>>;
    /** They ask about different facts, so that neither can be held against the other. */
    readonly isIncomparable: boolean;
}

export function extraOf({ tied, neutral }: Phrases, level: Level): Extra {
    return level === 'neutral' ? neutral : level === 'tied' ? tied : new Map();
}

/** All that has to be so in any of them. */
export function joined(extras: readonly Extra[]): Extra {
    const all = new Map<Parameters<Extra['get']>[0], readonly number[]>();
    for (const extra of extras) for (const [component, formulas] of extra) all.set(component, [...new Set([...(all.get(component) ?? []), ...formulas])]);
    return all;
}

/** Null for a part that asks nothing of the cohort. */
export function differenceOf(space: CommonSpace, old: Part | null, current: Part | null): Difference {
    const phrases = isSamePart(space, old, current) ? phrasesOf(space, null, null) : phrasesOf(space, old, current);
    const ask = (direction: Direction, level: Level): Answer => {
        const extra = extraOf(phrases, level);
        return direction === 'gained' ? space.alone(current, old, extra) : space.alone(old, current, extra);
    };
    const answers = (direction: Direction): Record<Level, Answer> => {
        const plain = ask(direction, 'plain');
        // What nobody shows at all, nobody shows under a condition.
        if (plain === 'unsat') return { plain, tied: plain, neutral: plain };
        const tied = phrases.tied.size === 0 ? plain : ask(direction, 'tied');
        return { plain, tied, neutral: phrases.neutral.size === 0 ? tied : ask(direction, 'neutral') };
    };
    const found = { gained: answers('gained'), lost: answers('lost') };
    const isBoth = DIRECTIONS.every((direction) => found[direction].tied === 'sat');
    const isIncomparable = isBoth && old !== null && current !== null && areIncomparable(old, current, space.subject.knowledge);
    return { old, new: current, phrases, answers: found, isIncomparable };
}

function isSamePart(space: CommonSpace, one: Part | null, other: Part | null): boolean {
    if (one === null || other === null) return true;
    return space.components.placeOf(one).component === space.components.placeOf(other).component && space.formulaOf(one) === space.formulaOf(other);
}

export type Verdict = 'same' | 'broadened' | 'narrowed' | 'both' | 'incomparable' | 'undecided';

/** What several differences come to together. */
export function verdictOf(differences: readonly Difference[]): Verdict {
    const compared = differences.filter((each) => !each.isIncomparable);
    const has = (direction: Direction, level: Level, answer: Answer): boolean => compared.some(({ answers }) => answers[direction][level] === answer);
    const [gained, lost] = [has('gained', 'tied', 'sat'), has('lost', 'tied', 'sat')];
    if (gained && lost) return 'both';
    if (DIRECTIONS.some((direction) => has(direction, 'tied', 'undecided'))) return 'undecided';
    // Of one cohort it cannot be said who is gained and who is lost, so of all of them neither.
    if (differences.some((each) => each.isIncomparable)) return 'incomparable';
    if (gained) return 'broadened';
    if (lost) return 'narrowed';
    if (DIRECTIONS.some((direction) => has(direction, 'plain', 'undecided'))) return 'undecided';
    return DIRECTIONS.some((direction) => has(direction, 'plain', 'sat')) ? 'incomparable' : 'same';
}
