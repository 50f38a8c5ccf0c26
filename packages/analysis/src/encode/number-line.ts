// A numeric fact in the order encoding: one variable for each cut that is compared with, "the value lies left of it".
import type { Rational } from '@crit-lang/model/exact/rational.js';
import { compareCuts, type Cut, cutKey, leftOf, rightOf } from './cut.js';
import type { PartialTruth } from './evaluate-formula.js';
import { FALSE, type Formula, type Formulas, type LemmaSource, not, TRUE } from './formulas.js';
import type { Interval, NumericDomain } from './numeric-domain.js';

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** A cut that something was compared with, and the variable that says "the value lies left of it". */
export interface KnownCut {
    readonly cut: Cut;
    readonly isLeft: Formula;
}

export class NumberLine implements LemmaSource {
    private readonly sorted: KnownCut[] = [];
    private readonly byKey = new Map<string, Formula>();
    /** The variables whose order among their neighbours has not been stated. */
    private readonly fresh = new Set<Formula>();

    constructor(
        private readonly formulas: Formulas,
        readonly domain: NumericDomain,
    ) {}

    /** The cuts so far, from left to right. */
    get cuts(): readonly KnownCut[] {
        return this.sorted;
    }

    /** "The value lies left of the cut": a constant where the domain settles it. */
    isLeftOf(cut: Cut): Formula {
        const canonical = this.domain.canonical(cut);
        if (typeof canonical === 'boolean') return canonical ? TRUE : FALSE;
        const key = cutKey(canonical);
        const known = this.byKey.get(key);
        if (known !== undefined) return known;
        const isLeft = this.formulas.variable();
        this.byKey.set(key, isLeft);
        this.sorted.splice(this.placeFor(canonical), 0, { cut: canonical, isLeft });
        if (this.fresh.size === 0) this.formulas.announceLemmas(this);
        this.fresh.add(isLeft);
        return isLeft;
    }

    compare(comparison: Comparison, value: Rational): Formula {
        switch (comparison) {
            case '<':
                return this.isLeftOf(leftOf(value));
            case '<=':
                return this.isLeftOf(rightOf(value));
            case '>':
                return not(this.isLeftOf(rightOf(value)));
            case '>=':
                return not(this.isLeftOf(leftOf(value)));
            case '=':
                return this.formulas.and([not(this.isLeftOf(leftOf(value))), this.isLeftOf(rightOf(value))]);
            case '!=':
                return not(this.compare('=', value));
        }
    }

    /** What a model says of the value: between the last cut that it lies right of and the first that it lies left of. */
    intervalIn(valueOf: (variable: Formula) => PartialTruth): Interval {
        let from: Cut | null = this.domain.lowest;
        for (const { cut, isLeft } of this.sorted) {
            const value = valueOf(isLeft);
            if (value === true) return { from, to: cut };
            if (value === false) from = cut;
        }
        return { from, to: this.domain.highest };
    }

    /** Who lies left of a cut lies left of the next one. */
    takeLemmas(): Formula[][] {
        const lemmas: Formula[][] = [];
        this.sorted.forEach(({ isLeft }, index) => {
            const next = this.sorted[index + 1];
            if (next !== undefined && (this.fresh.has(isLeft) || this.fresh.has(next.isLeft))) lemmas.push([not(isLeft), next.isLeft]);
        });
        this.fresh.clear();
        return lemmas;
    }

    private placeFor(cut: Cut): number {
        let [low, high] = [0, this.sorted.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (compareCuts((this.sorted[middle] as KnownCut).cut, cut) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
