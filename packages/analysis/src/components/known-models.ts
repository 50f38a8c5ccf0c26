// Patients that the solver has found before: one who already is as a question asks answers it without a search.
import type { PartialTruth } from '../encode/evaluate-formula.js';
import type { Encoder } from '../encode/encoder.js';
import type { Formula, Formulas } from '../encode/formulas.js';

/** Older ones are forgotten. */
const MOST_MODELS = 24;

export class KnownModels {
    /** Values by literal, as the solver gives them; the most useful lately first. */
    private readonly models: Int8Array[] = [];

    constructor(
        private readonly formulas: Formulas,
        private readonly encoder: Encoder,
    ) {}

    add(values: Int8Array): void {
        this.models.unshift(values);
        if (this.models.length > MOST_MODELS) this.models.pop();
    }

    /** Whether one of them is known to be as all the formulas say. What none of them settles is open, not false. */
    haveOneWith(wanted: readonly Formula[]): boolean {
        const index = this.models.findIndex((values) => {
            const worked = new Map<number, PartialTruth>();
            return wanted.every((formula) => this.truthOf(formula, values, worked) === true);
        });
        if (index > 0) this.models.unshift(...this.models.splice(index, 1));
        return index >= 0;
    }

    // What came into the space after the model was found has no value in it, but may follow from what has.
    private truthOf(formula: Formula, values: Int8Array, worked: Map<number, PartialTruth>): PartialTruth {
        const literal = this.encoder.knownLiteral(formula);
        const value = literal === undefined ? 0 : (values[literal] ?? 0);
        if (value !== 0) return value > 0;
        const node = formula >> 1;
        if (!worked.has(node)) worked.set(node, this.workOut(node, values, worked));
        const truth = worked.get(node);
        return truth === undefined ? undefined : truth !== ((formula & 1) === 1);
    }

    private workOut(node: number, values: Int8Array, worked: Map<number, PartialTruth>): PartialTruth {
        const content = this.formulas.node(node);
        if (content.kind === 'true') return true;
        if (content.kind === 'variable') return undefined;
        const { items } = content;
        const needed = content.kind === 'and' ? items.length : content.count;
        let [holding, left] = [0, items.length];
        for (const item of items) {
            const truth = this.truthOf(item, values, worked);
            left--;
            if (truth === true) holding++;
            else if (truth === undefined) return undefined;
            if (holding >= needed) return true;
            if (holding + left < needed) return false;
        }
        return holding >= needed;
    }
}
