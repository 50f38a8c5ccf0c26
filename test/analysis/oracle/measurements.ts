// What was measured of a patient: at each point at most one value of each kind, in each stretch between points several; with native arithmetic.
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import type { Grid, Span } from './clock.js';
import { type Hierarchy, key } from './hierarchy.js';
import { and, implies, integer, not, or, real, type Script, type Smt } from './smt.js';

export type Scale = 'absolute' | 'ULN' | 'LLN' | 'titer';
export type Pick = 'latest' | 'any' | 'every';

/** What is measured: values of one kind are one series in time. */
export interface Series {
    /** The same for the same kind of value. */
    readonly id: string;
    /** The measure, where it is one of the vocabulary measured in no special way. */
    readonly measure: string | null;
    readonly circumstance: string;
    readonly sort: 'Real' | 'Int';
    /** Of a dose: of which drug, counted as which. */
    readonly dose?: { readonly of: string; readonly as: string };
    /** What the values satisfy by definition, besides those of a measure. */
    readonly bounds: (value: Smt) => Smt;
}

export interface ValueQuery {
    readonly series: Series;
    readonly scale: Scale;
    readonly span: Span;
    readonly pick: Pick;
}

interface Measurement {
    readonly exists: Smt;
    readonly value: (scale: Scale) => Smt;
}

export class Measurements {
    private readonly series = new Map<string, Series>();
    private readonly asked = new Map<string, { spans: Span[]; comparisons: Set<string> }>();
    private readonly made = new Map<string, Measurement[]>();
    private readonly finished = new Set<string>();

    constructor(
        private readonly hierarchy: Hierarchy,
        private readonly script: Script,
    ) {}

    gather({ series, scale, span, pick }: ValueQuery, comparison: string): void {
        this.series.set(series.id, series);
        const asked = this.asked.get(series.id) ?? { spans: [], comparisons: new Set<string>() };
        this.asked.set(series.id, asked);
        asked.spans.push(span);
        asked.comparisons.add(`${pick} ${scale} ${comparison}`);
    }

    compare(query: ValueQuery, operator: ComparisonOperator, limit: string, grid: Grid): Smt {
        return this.holds(query, (value) => `(${operator} ${value} ${query.series.sort === 'Real' ? real(limit) : integer(Number(limit))})`, grid);
    }

    /** A condition on the value that is meant. */
    private holds(query: ValueQuery, test: (value: Smt) => Smt, grid: Grid): Smt {
        const { series, scale, span, pick } = query;
        this.finish(series, grid);
        const cells = grid.in(span);
        const all = cells.flatMap((cell) => this.at(series, cell, grid));
        if (pick === 'any') return this.script.share(or(all.map(({ exists, value }) => and([exists, test(value(scale))]))));
        if (pick === 'every') return this.script.share(and(all.map(({ exists, value }) => implies(exists, test(value(scale))))));
        return this.script.share(
            this.latest(query, grid).reduceRight<Smt>(
                (earlier, { exists, value }) => or([and([exists, test(value(scale))]), and([not(exists), earlier])]),
                'false',
            ),
        );
    }

    // Latest first. Of several between two points the first witness is the latest.
    private latest({ series, span }: ValueQuery, grid: Grid): Measurement[] {
        return grid
            .in(span)
            .reverse()
            .flatMap((cell) => this.at(series, cell, grid).slice(0, 1));
    }

    /** The latest values of two series compared, the second multiplied. */
    compareTwo(one: ValueQuery, operator: ComparisonOperator, other: ValueQuery, factor: string, grid: Grid): Smt {
        this.finish(one.series, grid);
        this.finish(other.series, grid);
        const [first, second] = [this.latestValue(one, grid), this.latestValue(other, grid)];
        return this.script.share(`(${operator} ${first} (* ${real(factor)} ${second}))`);
    }

    private latestValue(query: ValueQuery, grid: Grid): Smt {
        const [last, ...earlier] = this.latest(query, grid).reverse();
        return earlier.reduce<Smt>(
            (before, { exists, value }) => (exists === 'true' ? value(query.scale) : `(ite ${exists} ${value(query.scale)} ${before})`),
            last?.value(query.scale) ?? '0.0',
        );
    }

    // Every test that is asked for has a result: at the point at which a closed window ends, or somewhere in another.
    private finish(series: Series, grid: Grid): void {
        if (this.finished.has(series.id)) return;
        this.finished.add(series.id);
        for (const span of this.asked.get(series.id)?.spans ?? []) {
            this.script.assert(or(grid.in(span).flatMap((cell) => this.at(series, cell, grid).map(({ exists }) => exists))));
        }
    }

    private at(series: Series, cell: number, grid: Grid): readonly Measurement[] {
        const id = `value ${series.id}\n${cell}`;
        const known = this.made.get(id);
        if (known !== undefined) return known;
        const { spans = [], comparisons = new Set() } = this.asked.get(series.id) ?? {};
        const isEnd = spans.some(({ to, openTo }) => to !== null && !openTo && grid.cellAt(to) === cell);
        const count = grid.isPoint(cell) ? 1 : comparisons.size + 1;
        const made = Array.from({ length: count }, (_each, number): Measurement => {
            const exists = isEnd ? 'true' : this.script.variable(`${id} ${number} exists`, 'Bool');
            return { exists, value: (scale) => this.value(series, `${id} ${number}`, scale) };
        });
        this.made.set(id, made);
        // The first is the latest: there is no other without it.
        for (const other of made.slice(1)) this.script.assert(implies(other.exists, made[0]?.exists ?? 'true'));
        if (grid.isPoint(cell)) this.stateOrder(series, cell, made[0] as Measurement);
        return made;
    }

    // ANC <= WBC at one point in time, where both are measured in no special way.
    private stateOrder(series: Series, cell: number, made: Measurement): void {
        for (const other of this.series.values()) {
            const there = this.made.get(`value ${other.id}\n${cell}`)?.[0];
            if (there === undefined) continue;
            for (const [part, whole, one, two] of [[series, other, made, there] as const, [other, series, there, made] as const]) {
                if (part === whole || part.dose === undefined || part.dose.as !== whole.dose?.as || !this.hierarchy.isA(part.dose.of, whole.dose.of)) continue;
                this.script.assert(implies(and([one.exists, two.exists]), `(<= ${one.value('absolute')} ${two.value('absolute')})`));
            }
            if (series.measure === null || other.measure === null || other.circumstance !== series.circumstance) continue;
            for (const { lower, upper, isStrict } of this.hierarchy.orders()) {
                for (const [first, second, one, two] of [[series, other, made, there] as const, [other, series, there, made] as const]) {
                    if (lower !== first.measure || upper !== second.measure) continue;
                    this.script.assert(implies(and([one.exists, two.exists]), `(${isStrict ? '<' : '<='} ${one.value('absolute')} ${two.value('absolute')})`));
                }
            }
        }
    }

    private value(series: Series, id: string, scale: Scale): Smt {
        const { measure } = series;
        if (scale === 'absolute') {
            return this.script.variable(`${id} absolute`, series.sort, (value) => {
                this.script.assert(series.bounds(value));
                if (measure !== null) this.stateRange(measure, value, id);
            });
        }
        return this.script.variable(`${id} ${scale}`, 'Real', (multiple) => {
            this.script.assert(`(>= ${multiple} 0.0)`);
            if (measure === null) return;
            for (const relation of this.hierarchy.relations) {
                if (relation.kind !== 'limit-interval' || relation.limit !== scale || key(relation.measure) !== measure) continue;
                const [low, high] = [relation.low.canonical?.value ?? '0', relation.high.canonical?.value ?? '0'];
                const value = this.value(series, id, 'absolute');
                // Some limit of normal of this laboratory fits: multiple x low <= value <= multiple x high.
                this.script.assert(and([`(>= ${value} (* ${real(low)} ${multiple}))`, `(<= ${value} (* ${real(high)} ${multiple}))`]));
            }
        });
    }

    private stateRange(measure: string, value: Smt, id: string): void {
        const term = this.hierarchy.term(measure);
        if (term === undefined) return;
        const { range, step, withoutValues, plausible, unit, kind } = term;
        if (range === undefined) {
            const isAmount =
                (kind === 'lab' || kind === 'measure') &&
                unit !== null &&
                unit !== undefined &&
                unit !== 'Cel' &&
                plausible !== undefined &&
                !plausible.low.startsWith('-');
            if (isAmount) this.script.assert(`(>= ${value} 0.0)`);
            return;
        }
        this.script.assert(and([`(<= ${real(range.low)} ${value})`, `(<= ${value} ${real(range.high)})`]));
        for (const missing of withoutValues ?? []) this.script.assert(not(`(= ${value} ${real(missing)})`));
        if (step === undefined) return;
        const steps = this.script.variable(`${id} steps`, 'Int');
        this.script.assert(`(= ${value} (+ ${real(range.low)} (* ${real(step)} (to_real ${steps}))))`);
    }
}
