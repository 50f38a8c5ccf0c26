// The number lines of a space, and what links them: a cut of one entails cuts of the others, whenever either is first asked for.
import { type Cut, cutKey, leftOf, rightOf } from '../encode/cut.js';
import { FALSE, type Formula, type Formulas, not, TRUE } from '../encode/formulas.js';
import { type Comparison, NumberLine } from '../encode/number-line.js';
import type { NumericDomain } from '../encode/numeric-domain.js';
import type { Rational } from '@crit-lang/model/exact/rational.js';

/** Whose value lies left of `p` on the first line has a value left of `forth(p)` on the second; `back` gives the cut that entails a cut of the second. */
interface Entailment {
    readonly from: string;
    readonly to: string;
    readonly forth: (cut: Cut) => Cut;
    readonly back: (cut: Cut) => Cut;
    /** It holds only where this does. */
    readonly guard: Formula;
    /** It moves cuts, so that following it to and fro would never end. */
    readonly isScaling: boolean;
}

/** So many moving entailments are followed in a row: from one measure's multiple of normal to another's. */
const MOST_SCALINGS = 2;

export class NumberLines {
    private readonly lines = new Map<string, NumberLine>();
    private readonly entailments = new Map<string, Entailment[]>();
    /** By line: the cuts asked for, each with the least number of moving entailments that led to it. */
    private readonly seen = new Map<string, Map<string, { cut: Cut; scalings: number }>>();

    constructor(private readonly formulas: Formulas) {}

    /** The line of this name, made with the domain where there is none yet. */
    line(id: string, domain: () => NumericDomain): NumberLine {
        let line = this.lines.get(id);
        if (line === undefined) {
            line = new NumberLine(this.formulas, domain());
            this.lines.set(id, line);
            this.seen.set(id, new Map());
        }
        return line;
    }

    has(id: string): boolean {
        return this.lines.has(id);
    }

    get ids(): Iterable<string> {
        return this.lines.keys();
    }

    get(id: string): NumberLine | undefined {
        return this.lines.get(id);
    }

    compare(id: string, comparison: Comparison, value: Rational): Formula {
        switch (comparison) {
            case '<':
                return this.isLeftOf(id, leftOf(value));
            case '<=':
                return this.isLeftOf(id, rightOf(value));
            case '>':
                return not(this.isLeftOf(id, rightOf(value)));
            case '>=':
                return not(this.isLeftOf(id, leftOf(value)));
            case '=':
                return this.formulas.and([not(this.isLeftOf(id, leftOf(value))), this.isLeftOf(id, rightOf(value))]);
            case '!=':
                return not(this.compare(id, '=', value));
        }
    }

    private isLeftOf(id: string, cut: Cut, scalings = 0): Formula {
        const line = this.lines.get(id) as NumberLine;
        const isLeft = line.isLeftOf(cut);
        const seen = this.seen.get(id) as Map<string, { cut: Cut; scalings: number }>;
        // On a domain with steps several cuts are one; entailments of others may still tell them apart, so each is followed once.
        const key = cutKey(cut);
        const known = seen.get(key);
        if (known === undefined || known.scalings > scalings) {
            seen.set(key, { cut, scalings });
            for (const each of this.entailments.get(id) ?? []) this.follow(each, id, cut, scalings);
        }
        return isLeft;
    }

    private follow(entailment: Entailment, id: string, cut: Cut, scalings: number): void {
        const steps = scalings + (entailment.isScaling ? 1 : 0);
        if (steps > MOST_SCALINGS) return;
        const { from, to, forth, back, guard } = entailment;
        const start = id === from ? cut : back(cut);
        const given = this.isLeftOf(from, start, steps);
        const consequence = this.isLeftOf(to, forth(start), steps);
        if (given === FALSE || consequence === TRUE || guard === FALSE) return;
        this.formulas.addLemma([not(guard), not(given), consequence]);
    }

    private add(entailment: Entailment): void {
        for (const id of [entailment.from, entailment.to]) {
            const known = this.entailments.get(id);
            if (known === undefined) this.entailments.set(id, [entailment]);
            else known.push(entailment);
        }
        for (const id of [entailment.from, entailment.to]) {
            for (const { cut, scalings } of [...(this.seen.get(id)?.values() ?? [])]) this.follow(entailment, id, cut, scalings);
        }
    }

    /** The value on the lower line is at most that on the upper one times `factor`, or less where `strict`. */
    order(lower: string, upper: string, strict: boolean, guard: Formula = TRUE, factor: Rational | null = null): void {
        if (lower === upper) return;
        const times = (cut: Cut): Cut => (factor === null ? cut : { at: cut.at.multiply(factor), side: cut.side });
        const over = (cut: Cut): Cut => (factor === null ? cut : { at: cut.at.divide(factor), side: cut.side });
        const forth = strict ? (cut: Cut): Cut => leftOf(times(cut).at) : times;
        const back = strict ? (cut: Cut): Cut => rightOf(over(cut).at) : over;
        this.add({ from: upper, to: lower, forth, back, guard, isScaling: factor !== null });
    }

    /** The second value is the first times something between `low` and `high`, both above zero; no value is below zero. */
    scale(multiple: string, absolute: string, low: Rational, high: Rational): void {
        const times = (cut: Cut, factor: Rational): Cut => ({ at: cut.at.multiply(factor), side: cut.side });
        const over = (cut: Cut, factor: Rational): Cut => ({ at: cut.at.divide(factor), side: cut.side });
        this.add({ from: multiple, to: absolute, forth: (cut) => times(cut, high), back: (cut) => over(cut, high), guard: TRUE, isScaling: true });
        this.add({ from: absolute, to: multiple, forth: (cut) => over(cut, low), back: (cut) => times(cut, low), guard: TRUE, isScaling: true });
    }
}
