// Round lengths of time that lie between two others on every calendar.
import { type HalfLife, orderDurations, relateBounds } from '@crit-lang/analysis/time/duration-order.js';
import type { Duration, DurationBound, DurationUnit } from '@crit-lang/model/criteria/time.js';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** Lengths that people say, by unit. */
const ROUND: Readonly<Record<DurationUnit, readonly number[]>> = {
    minute: [1, 2, 5, 10, 15, 20, 30, 45],
    hour: [1, 2, 3, 4, 6, 8, 10, 12, 16, 18, 20, 24, 30, 36, 42, 48, 60],
    day: upTo(400),
    week: upTo(60),
    month: upTo(36),
    year: upTo(60),
    'half-life': upTo(30),
};

const USUAL: readonly DurationUnit[] = ['month', 'week', 'year', 'day', 'hour', 'half-life', 'minute'];

/** Two lengths surely longer than `near` and shorter than `far` (null: no bound); one twice where only one is found; null where none is. */
export function lengthsBetween(near: Duration | null, far: Duration | null, halfLife: HalfLife | null): readonly [Duration, Duration] | null {
    const units = far === null ? (['year', ...unitsFor([near])] as const) : unitsFor([far, near]);
    let single: Duration | undefined;
    for (const unit of units) {
        const fitting = lengthsIn(unit).filter((length) => isBetween(length, near, far, halfLife));
        // Without a far end: well beyond the near one, and no further.
        const at = far === null ? 1 : Math.max(0, Math.floor((fitting.length - 1) / 2));
        const [first, second] = [fitting[at], fitting[at + 1]];
        if (first !== undefined && second !== undefined) return [first, second];
        single ??= first ?? fitting[0];
    }
    return single === undefined ? null : [single, single];
}

/** A length that each of the first bounds takes in and none of the others. */
export function lengthWithin(taken: readonly DurationBound[], left: readonly DurationBound[], halfLife: HalfLife | null): Duration | null {
    const exactly = (duration: Duration): DurationBound => ({ operator: '=', duration });
    for (const unit of unitsFor([...taken, ...left].map(({ duration }) => duration))) {
        const fitting = lengthsIn(unit).filter(
            (length) =>
                taken.every((bound) => relateBounds(exactly(length), bound, halfLife) === 'implies') &&
                left.every((bound) => relateBounds(exactly(length), bound, halfLife) === 'excludes'),
        );
        const found = fitting[Math.floor((Math.min(fitting.length, 12) - 1) / 2)];
        if (found !== undefined) return found;
    }
    return null;
}

function isBetween(length: Duration, near: Duration | null, far: Duration | null, halfLife: HalfLife | null): boolean {
    return (near === null || orderDurations(length, near, halfLife) === 'greater') && (far === null || orderDurations(length, far, halfLife) === 'less');
}

const lengthsIn = (unit: DurationUnit): Duration[] => ROUND[unit].map((count) => ({ kind: 'simple', number: String(count), unit }));

// The units that the bounds are told in come first.
function unitsFor(bounds: readonly (Duration | null)[]): DurationUnit[] {
    const own = bounds.flatMap((bound) => (bound === null ? [] : unitsOf(bound)));
    return [...new Set([...own, ...USUAL])];
}

function unitsOf(duration: Duration): DurationUnit[] {
    return duration.kind === 'simple' ? [duration.unit] : duration.of.flatMap(unitsOf);
}
