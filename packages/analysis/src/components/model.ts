// What the solver says of one patient: truth of formulas, and intervals of values.
import { evaluateFormulas, type PartialTruth } from '../encode/evaluate-formula.js';
import type { Formula } from '../encode/formulas.js';
import type { Interval } from '../encode/numeric-domain.js';
import type { FactSpace } from '../facts/fact-space.js';

export class Model {
    private readonly known = new Map<Formula, PartialTruth>();

    constructor(
        readonly space: FactSpace,
        private readonly valueOf: (variable: Formula) => PartialTruth,
    ) {}

    /** Undefined where the question left it open. */
    isTrue(formula: Formula): PartialTruth {
        if (!this.known.has(formula)) this.known.set(formula, evaluateFormulas(this.space.formulas, [formula], (variable) => this.valueOf(variable))[0]);
        return this.known.get(formula);
    }

    /** Between which cuts the value of a number line lies. */
    intervalOf(line: string): Interval | undefined {
        return this.space.numbers.get(line)?.intervalIn((variable) => this.valueOf(variable));
    }
}
