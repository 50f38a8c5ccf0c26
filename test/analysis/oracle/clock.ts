// One time line: where visits lie on it, where windows begin and end, and the stretches between.
import type { Anchor, Duration, Endpoint, Window } from '@crit-lang/model/criteria/time.js';

/** `days` and `months` count in one unit only; `dates` takes real dates of the calendar. */
export type Calendar = 'days' | 'months' | 'dates';

export interface Span {
    /** Null: without end. */
    readonly from: number | null;
    readonly to: number | null;
    readonly openFrom: boolean;
    readonly openTo: boolean;
}

const DAY = 86_400_000;

export class Clock {
    /** @param visits where each anchor lies: a number of days or months; of days since 1970 for `dates`. */
    constructor(
        readonly calendar: Calendar,
        private readonly visits: ReadonlyMap<string, number>,
    ) {}

    static keyOf({ name, event }: Anchor): string {
        return `${event ?? ''} ${name.toLowerCase()}`;
    }

    visit(anchor: Anchor): number {
        return this.visits.get(Clock.keyOf(anchor)) as number;
    }

    at({ anchor, offset }: Pick<Endpoint, 'anchor' | 'offset'>): number {
        const visit = this.visit(anchor);
        return offset === null ? visit : this.moved(visit, offset.duration, offset.direction === 'before' ? -1 : 1);
    }

    /** How long a duration is that ends at the visit. */
    lengthBefore(anchor: Anchor, duration: Duration): number {
        const visit = this.visit(anchor);
        return visit - this.moved(visit, duration, -1);
    }

    span({ from, to }: Pick<Window, 'from' | 'to'>): Span {
        return {
            from: from === null ? null : this.at(from),
            to: to === null ? null : this.at(to),
            openFrom: from?.open ?? false,
            openTo: to?.open ?? false,
        };
    }

    private moved(visit: number, duration: Duration, sign: 1 | -1): number {
        if (duration.kind !== 'simple') {
            const both = duration.of.map((part) => this.moved(visit, part, sign));
            return (duration.kind === 'longer') === (sign === 1) ? Math.max(...both) : Math.min(...both);
        }
        const count = Number(duration.number);
        switch (duration.unit) {
            case 'day':
                return visit + sign * count;
            case 'week':
                return visit + sign * 7 * count;
            case 'month':
                return this.movedByMonths(visit, sign * count);
            case 'year':
                return this.movedByMonths(visit, sign * 12 * count);
            default:
                throw new Error(`no ${duration.unit} on this time line`);
        }
    }

    // A day that the other month lacks becomes its last day.
    private movedByMonths(visit: number, months: number): number {
        if (this.calendar !== 'dates') return visit + months;
        const date = new Date(visit * DAY);
        const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
        const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
        return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY;
    }
}

/** The points at which windows begin or end, in order, and what lies between, before and after them. */
export class Grid {
    private readonly points: readonly number[];
    /** In order of time; without those in which there is no day. */
    readonly cells: readonly number[];

    constructor(points: Iterable<number>, isInWholeDays: boolean) {
        this.points = [...new Set(points)].sort((a, b) => a - b);
        const isEmpty = (cell: number): boolean => {
            const [before, after] = [this.points[cell / 2 - 1], this.points[cell / 2]];
            return isInWholeDays && cell % 2 === 0 && before !== undefined && after !== undefined && after - before < 2;
        };
        this.cells = Array.from({ length: 2 * this.points.length + 1 }, (_each, cell) => cell).filter((cell) => !isEmpty(cell));
    }

    isPoint(cell: number): boolean {
        return cell % 2 === 1;
    }

    cellAt(point: number): number {
        return 2 * this.points.indexOf(point) + 1;
    }

    in({ from, to, openFrom, openTo }: Span): number[] {
        const first = from === null ? 0 : this.cellAt(from) + (openFrom ? 1 : 0);
        const last = to === null ? 2 * this.points.length : this.cellAt(to) - (openTo ? 1 : 0);
        return this.cells.filter((cell) => cell >= first && cell <= last);
    }

    upTo(cell: number): number[] {
        return this.cells.filter((each) => each <= cell);
    }
}
