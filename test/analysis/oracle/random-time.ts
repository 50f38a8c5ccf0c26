// Random windows on a time line on which every two points are ordered, or on one with months and days side by side.
import type { Anchor, Duration, DurationUnit, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import type { RandomSource } from '../random-source.js';
import { Clock } from './clock.js';

/** `visits`: only the visits themselves, so that their distances do not matter. `mixed`: everything, so that two points may lie either way. */
export type TimeKind = 'days' | 'months' | 'visits' | 'mixed';

export const TIMELINE = ['consent', 'screening', 'infusion'] as const;

const UNITS: Readonly<Record<TimeKind, readonly DurationUnit[]>> = {
    days: ['day', 'week'],
    months: ['month', 'year'],
    visits: [],
    mixed: ['day', 'week', 'month', 'year'],
};

const COUNTS: Readonly<Partial<Record<DurationUnit, readonly number[]>>> = {
    day: [7, 14, 28, 30, 180],
    week: [1, 2, 4, 26],
    month: [1, 3, 6, 12],
    year: [1, 2],
};

export class RandomTime {
    constructor(
        private readonly random: RandomSource,
        readonly kind: TimeKind,
    ) {}

    /** One time line, or for mixed calendars several dates for the visits: each has to be possible. */
    clocks(): Clock[] {
        const visits = (place: (index: number) => number): Map<string, number> =>
            new Map(TIMELINE.map((name, index) => [Clock.keyOf({ name, event: null }), place(index)]));
        if (this.kind !== 'mixed')
            return [
                new Clock(
                    this.kind === 'months' ? 'months' : 'days',
                    visits((index) => index * 100_000),
                ),
            ];
        return Array.from({ length: 3 }, () => {
            let day = 20_000 + this.random.below(1500);
            return new Clock(
                'dates',
                visits(() => (day += this.random.pick([1, 3, 20, 28, 31, 100, 200]))),
            );
        });
    }

    anchor(): Anchor {
        return { name: this.kind === 'visits' || (this.kind === 'mixed' && this.random.chance(0.3)) ? this.random.pick(TIMELINE) : 'screening', event: null };
    }

    duration(): Duration {
        const units = UNITS[this.kind === 'visits' ? 'days' : this.kind];
        const simple = (): Duration => {
            const unit = this.random.pick(units);
            return { kind: 'simple', number: String(this.random.pick(COUNTS[unit] ?? [1])), unit };
        };
        return this.kind === 'mixed' && this.random.chance(0.15)
            ? { kind: this.random.pick(['longer', 'shorter'] as const), of: [simple(), simple()] }
            : simple();
    }

    /** At the default point, because none is written. */
    get unwritten(): Window {
        return { ...this.at({ name: 'screening', event: null }), written: false };
    }

    at(anchor: Anchor): Window {
        const end: Endpoint = { anchor, offset: null, open: false };
        return { form: 'at', from: end, to: end, written: true };
    }

    /** @param isOfValue a window that ends at a visit and holds it, so that the last value in it is the one of that visit. */
    window(isOfValue = false): Window {
        const { random } = this;
        const anchor = this.anchor();
        if (random.chance(0.3)) return this.unwritten;
        if (random.chance(0.15)) return this.at(anchor);
        const end = (open = false): Endpoint => ({ anchor, offset: null, open });
        const away = (direction: 'before' | 'after', open = false): Endpoint => ({ anchor, offset: { duration: this.duration(), direction }, open });
        if (random.chance(0.06))
            return {
                ...this.at(anchor),
                form: 'at-each-of',
                points: this.kind === 'visits' ? random.sample(TIMELINE, 2).map((name) => ({ name, event: null })) : [anchor],
            };
        if (isOfValue && this.kind !== 'mixed') {
            if (this.kind === 'visits')
                return random.chance(0.5)
                    ? this.at(anchor)
                    : { form: 'at-or-before', from: null, to: { anchor: { name: 'infusion', event: null }, offset: null, open: false }, written: true };
            return random.chance(0.8)
                ? { form: 'within', from: away('before'), to: end(), written: true }
                : { form: 'at-or-before', from: null, to: end(), written: true };
        }
        const forms: (() => Window)[] = [
            () => ({ form: 'before', from: null, to: end(true), written: true }),
            () => ({ form: 'after', from: end(true), to: null, written: true }),
            () => ({ form: 'at-or-before', from: null, to: end(), written: true }),
            () => ({ form: 'at-or-after', from: end(), to: null, written: true }),
        ];
        if (this.kind === 'visits') {
            const [first, second] = random.pick([
                [0, 1],
                [0, 2],
                [1, 2],
            ] as const);
            const visit = (index: number): Endpoint => ({ anchor: { name: TIMELINE[index] as string, event: null }, offset: null, open: false });
            forms.push(() => ({ form: 'between', from: visit(first), to: visit(second), written: true }));
        } else {
            const within = (): Window => ({ form: 'within', from: away('before'), to: end(), written: true });
            forms.push(within, within, within, within, within);
            forms.push(() => ({ form: 'at-least-before', from: null, to: away('before'), written: true }));
            forms.push(() => ({ form: 'within', from: end(), to: away('after'), written: true }));
            forms.push(() => ({ form: 'within', from: away('before'), to: away('after'), written: true }));
            forms.push(() => {
                const [one, other] = [away('before'), away('before')];
                const clock = this.clockForOrder();
                return clock.at(one) <= clock.at(other)
                    ? { form: 'between', from: one, to: other, written: true }
                    : { form: 'between', from: other, to: one, written: true };
            });
        }
        return random.pick(forms)();
    }

    private clockForOrder(): Clock {
        return new Clock(
            this.kind === 'mixed' ? 'dates' : this.kind === 'months' ? 'months' : 'days',
            new Map(TIMELINE.map((name, index) => [Clock.keyOf({ name, event: null }), 20_000 + 500 * index])),
        );
    }
}
