// A model in which all that is decided stays so, while its numbers are made definite one by one; the solver keeps linked numbers consistent.
import type { Component } from '@crit-lang/analysis/components/component.js';
import type { Model } from '@crit-lang/analysis/components/model.js';
import { type Formula, not } from '@crit-lang/analysis/encode/formulas.js';
import type { Interval } from '@crit-lang/analysis/encode/numeric-domain.js';
import type { Rational } from '@crit-lang/model/exact/rational.js';

export class PinnedModel {
    private readonly pins: Formula[] = [];
    private current: Model;

    constructor(
        private readonly component: Component,
        model: Model,
    ) {
        this.current = model;
        const { formulas } = model.space;
        const count = formulas.nodeCount;
        for (let node = 1; node < count; node++) {
            if (formulas.node(node).kind !== 'variable') continue;
            const value = model.isTrue(2 * node);
            if (value !== undefined) this.pins.push(value ? 2 * node : not(2 * node));
        }
    }

    get model(): Model {
        return this.current;
    }

    intervalOf(line: string): Interval | undefined {
        return this.current.intervalOf(line);
    }

    /** Makes the number definite; false where something else forbids this value. */
    fix(line: string, value: Rational): boolean {
        return this.fixAll([[line, value]]);
    }

    /** Makes several numbers definite at once, or none of them. */
    fixAll(values: readonly (readonly [line: string, value: Rational])[]): boolean {
        const { numbers } = this.component.space;
        return this.hold(values.flatMap(([line, value]) => [numbers.compare(line, '>=', value), numbers.compare(line, '<=', value)]));
    }

    private hold(formulas: readonly Formula[]): boolean {
        if (this.component.ask([], [...this.pins, ...formulas]) !== 'sat') return false;
        this.pins.push(...formulas);
        this.current = this.component.model();
        return true;
    }
}
