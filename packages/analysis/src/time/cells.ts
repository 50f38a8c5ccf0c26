// Cuts time into cells by the ends of the windows in use: two moments in one cell lie in the same windows. So an event that recurs is one variable a cell.
import { type Calendar, orderPoints, type PointOrder, sideOf, type TimePoint } from './points.js';
import { liesIn, type Span, spanKey } from './spans.js';
import { type Side, thinBetween, thinness, type Thinness } from './thin-times.js';

export interface Cell {
    /** A span all moments of which lie in this cell; null where none can be told that holds for every patient. */
    readonly example: Span | null;
    /** One moment, so that what excludes each other cannot both be there. */
    readonly isMoment: boolean;
    readonly thin: Thinness;
}

/** Above this many, windows are only compared in pairs: fewer contradictions are then found, and none is invented. */
const MOST_CELLS = 1500;

export class CellTable {
    readonly cells: readonly Cell[];
    /** Pairs of cells of which the first lies in the second; only where windows are compared in pairs. */
    readonly inside: readonly (readonly [number, number])[];
    private readonly bySpan = new Map<string, readonly number[]>();
    private readonly earlier: readonly (readonly number[])[];
    private readonly openBefore: readonly boolean[];

    constructor(spans: readonly Span[], calendar: Calendar) {
        const distinct = [...new Map(spans.map((span) => [spanKey(span), span])).values()];
        const raw = rawCells(distinct, calendar);
        if (raw === null) {
            this.cells = distinct.map((span) => ({ example: span, isMoment: false, thin: null }));
            this.inside = distinct.flatMap((one, i) => distinct.flatMap((other, j) => (i !== j && liesIn(one, other, calendar) ? [[i, j] as const] : [])));
            distinct.forEach((span, index) => this.bySpan.set(spanKey(span), [index]));
            this.earlier = distinct.map(() => distinct.map((_span, index) => index));
            this.openBefore = distinct.map(() => true);
            return;
        }
        const merged = new Map<string, RawCell[]>();
        for (const cell of raw) {
            const signature = cell.inside.map((isIn) => (isIn ? '1' : '0')).join('');
            const same = merged.get(signature);
            if (same === undefined) merged.set(signature, [cell]);
            else same.push(cell);
        }
        // A moment in no window is never asked for.
        const kept = [...merged].filter(([signature]) => signature.includes('1'));
        this.cells = kept.map(([, same]) => cellOf(same));
        this.inside = [];
        distinct.forEach((span, index) =>
            this.bySpan.set(
                spanKey(span),
                kept.flatMap(([signature], cell) => (signature[index] === '1' ? [cell] : [])),
            ),
        );
        const dropped = [...merged].flatMap(([signature, same]) => (signature.includes('1') ? [] : same));
        this.openBefore = kept.map(([, later]) => dropped.some((one) => later.some((other) => isNotAfter(one, other))));
        this.earlier = kept.map(([, later]) =>
            kept.flatMap(([, same], cell) => (same.some((one) => later.some((other) => isNotAfter(one, other))) ? [cell] : [])),
        );
    }

    /** The cells that make up a span, which has to be one of those the table was made for. */
    cellsIn(span: Span): readonly number[] {
        return this.bySpan.get(spanKey(span)) ?? [];
    }

    /** The cells that may lie before a moment of this one, itself included. */
    cellsUpTo(cell: number): readonly number[] {
        return this.earlier[cell] ?? [];
    }

    /** Whether there are moments before this cell that no cell stands for, because nobody asks about them. */
    hasOthersBefore(cell: number): boolean {
        return this.openBefore[cell] ?? true;
    }
}

interface RawCell {
    readonly sides: readonly Side[];
    readonly inside: readonly boolean[];
    readonly example: Span | null;
    readonly isMoment: boolean;
    readonly thin: Thinness;
}

function cellOf(same: readonly RawCell[]): Cell {
    const rank = (cell: RawCell): number =>
        (cell.example === null ? 8 : 0) + (cell.thin === null ? 0 : 4) + (cell.isMoment ? (sideOf(cell.example?.from?.offset ?? null) === 0 ? 0 : 2) : 1);
    const best = same.reduce((one, other) => (rank(other) < rank(one) ? other : one));
    return {
        example: best.example,
        isMoment: best.isMoment && same.every((each) => each === best || (each.isMoment && isSamePlace(each, best))),
        thin: same.every((each) => each.thin !== null) ? best.thin : null,
    };
}

function isSamePlace(one: RawCell, other: RawCell): boolean {
    return one.example !== null && other.example !== null && spanKey(one.example) === spanKey(other.example);
}

function isNotAfter(one: RawCell, other: RawCell): boolean {
    return one.sides.every((side, index) => side <= (other.sides[index] as Side));
}

function rawCells(spans: readonly Span[], calendar: Calendar): RawCell[] | null {
    const points: TimePoint[] = [];
    const placeOf = (point: TimePoint | null): number => {
        if (point === null) return -1;
        const known = points.findIndex((each) => orderPoints(each, point, calendar) === 'same');
        return known >= 0 ? known : points.push(point) - 1;
    };
    const ends = spans.map((span) => ({ span, from: placeOf(span.from), to: placeOf(span.to) }));
    const orders = points.map((one) => points.map((other) => orderPoints(one, other, calendar)));
    // For pairs of points once, because there are many more cells than pairs.
    const thin = points.map((one, i) => points.map((other, j) => (i === j ? null : thinBetween(one, other, orders[i]?.[j] ?? 'unordered'))));
    const found: RawCell[] = [];
    const sides: Side[] = [];
    const place = (index: number): boolean => {
        if (index === points.length) {
            if (found.length >= MOST_CELLS) return false;
            const isIn = (at: number, open: boolean, side: Side): boolean => at < 0 || sides[at] === side || (sides[at] === 0 && !open);
            const inside = ends.map(({ span, from, to }) => isIn(from, span.openFrom, 1) && isIn(to, span.openTo, -1));
            found.push({ sides: [...sides], inside, thin: thinness(thin, sides), ...exampleOf(points, orders, sides) });
            return true;
        }
        for (const side of [-1, 0, 1] as const) {
            const fits = sides.every((other, at) => fitsOrder(other, side, orders[at]?.[index] ?? 'unordered'));
            if (!fits) continue;
            sides.push(side);
            const isFew = place(index + 1);
            sides.pop();
            if (!isFew) return false;
        }
        return true;
    };
    return place(0) ? found : null;
}

/** Whether a moment can lie so to the first point and so to the second (-1: before it), given the order of the two points. */
function fitsOrder(first: Side, second: Side, order: PointOrder): boolean {
    switch (order) {
        case 'before':
            return first === 1 || second === -1;
        case 'before-or-same':
            return first >= second;
        case 'after':
            return second === 1 || first === -1;
        case 'after-or-same':
            return second >= first;
        case 'same':
            return first === second;
        case 'unordered':
            return true;
    }
}

function exampleOf(points: readonly TimePoint[], orders: readonly (readonly PointOrder[])[], sides: readonly Side[]): Pick<RawCell, 'example' | 'isMoment'> {
    const at = sides.indexOf(0);
    const point = points[at];
    if (point !== undefined) return { example: { from: point, to: point, openFrom: false, openTo: false }, isMoment: true };
    const from = lastOf(points, orders, sides, 1, 'before');
    const to = lastOf(points, orders, sides, -1, 'after');
    const example: Span | null = from === undefined || to === undefined ? null : { from, to, openFrom: from !== null, openTo: to !== null };
    return { example, isMoment: false };
}

/** Of the points on one side the one that all others lie beyond; null where there is none on that side, undefined where two are not ordered. */
function lastOf(
    points: readonly TimePoint[],
    orders: readonly (readonly PointOrder[])[],
    sides: readonly Side[],
    side: Side,
    beyond: 'before' | 'after',
): TimePoint | null | undefined {
    const on = points.flatMap((_point, index) => (sides[index] === side ? [index] : []));
    if (on.length === 0) return null;
    const nearest = on.find((index) => on.every((other) => other === index || (orders[other]?.[index] ?? 'unordered').startsWith(beyond)));
    return nearest === undefined ? undefined : points[nearest];
}
