// Tries the rows of a table of cases on sample participants: below, at and above every threshold that the rows name.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import { Rational } from '@crit-lang/model/exact/rational.js';

/** A participant: the value of each measure and the truth of each fact that the rows speak of. */
type Sample = ReadonlyMap<string, Rational | boolean>;

const MOST_SAMPLES = 5000;
const MOST_STEPS = 500;
const SEXES: ReadonlySet<string> = new Set(['female', 'male']);

export interface RowSamples {
    /** For each sample the numbers of the rows that hold. */
    holding: number[][];
    /** The rows speak of measured values and of sex only, so every sample can exist. */
    everySampleCanExist: boolean;
}

/** Tries the rows; null when they are too many to try. A row that says something else than measured values and facts holds for no sample. */
export function trySamples(rows: readonly Condition[], term: (id: string) => Term | undefined): RowSamples | null {
    const measures = new Map<string, { term: string; thresholds: Rational[] }>();
    const facts = new Set<string>();
    const readable = rows.map((row) => gather(row, measures, facts));
    let samples: Map<string, Rational | boolean>[] = [new Map<string, Rational | boolean>()];
    const extend = (key: string, values: readonly (Rational | boolean)[]): boolean => {
        if (samples.length * values.length > MOST_SAMPLES) return false;
        samples = samples.flatMap((sample) => values.map((value) => new Map([...sample, [key, value]])));
        return true;
    };
    for (const [key, { term: id, thresholds }] of measures) if (!extend(key, valuesToTry(thresholds, term(id)))) return null;
    for (const fact of facts) if (!extend(fact, [true, false])) return null;
    return {
        holding: samples.map((sample) => rows.flatMap((row, index) => (readable[index] === true && holds(row, sample) ? [index] : []))),
        everySampleCanExist: readable.every(Boolean) && [...facts].every((fact) => fact === 'female'),
    };
}

/** Notes what a row speaks of; false when it says something that samples do not cover. */
function gather(condition: Condition, measures: Map<string, { term: string; thresholds: Rational[] }>, facts: Set<string>): boolean {
    switch (condition.kind) {
        case 'all':
        case 'any':
            return condition.of.map((part) => gather(part, measures, facts)).every(Boolean);
        case 'not':
            return gather(condition.of, measures, facts);
        case 'fact':
            facts.add(factKey(condition.term));
            return true;
        case 'compare': {
            if (condition.left.kind !== 'measure' || condition.right.kind !== 'quantity' || condition.right.canonical === null) return false;
            const key = measureKey(condition);
            const known = measures.get(key) ?? { term: condition.left.term, thresholds: [] };
            known.thresholds.push(Rational.from(condition.right.canonical.value));
            measures.set(key, known);
            return true;
        }
        default:
            return false;
    }
}

function holds(condition: Condition, sample: Sample): boolean {
    switch (condition.kind) {
        case 'all':
            return condition.of.every((part) => holds(part, sample));
        case 'any':
            return condition.of.some((part) => holds(part, sample));
        case 'not':
            return !holds(condition.of, sample);
        case 'fact':
            return condition.term === 'male' ? sample.get('female') === false : sample.get(factKey(condition.term)) === true;
        case 'compare': {
            const value = sample.get(measureKey(condition));
            if (!(value instanceof Rational) || condition.right.kind !== 'quantity' || condition.right.canonical === null) return false;
            const order = value.compare(Rational.from(condition.right.canonical.value));
            switch (condition.operator) {
                case '<':
                    return order < 0;
                case '<=':
                    return order <= 0;
                case '=':
                    return order === 0;
                case '>=':
                    return order >= 0;
                case '>':
                    return order > 0;
            }
        }
        // falls through
        default:
            return false;
    }
}

// Male is the other value of female.
function factKey(term: string): string {
    return SEXES.has(term) ? 'female' : term;
}

function measureKey(condition: Extract<Condition, { kind: 'compare' }>): string {
    return JSON.stringify([condition.left, condition.window, condition.pick, condition.method, condition.circumstance]);
}

/** Each threshold, a value between two neighbours, one below and one above all; of a score only values that exist. */
function valuesToTry(thresholds: readonly Rational[], term: Term | undefined): Rational[] {
    const [low, high] = term?.range === undefined ? [null, null] : [Rational.from(term.range.low), Rational.from(term.range.high)];
    const step = term?.step === undefined ? null : Rational.from(term.step);
    const missing = (term?.withoutValues ?? []).map((value) => Rational.from(value));
    if (
        low !== null &&
        high !== null &&
        step !== null &&
        step.sign > 0 &&
        high
            .subtract(low)
            .divide(step)
            .compare(Rational.of(BigInt(MOST_STEPS))) <= 0
    ) {
        const values: Rational[] = [];
        for (let value = low; value.compare(high) <= 0; value = value.add(step)) if (!missing.some((hole) => hole.equals(value))) values.push(value);
        return values;
    }
    const sorted = [...thresholds].sort((a, b) => a.compare(b)).filter((value, index, all) => index === 0 || all[index - 1]?.equals(value) !== true);
    const [first, last] = [sorted[0] ?? Rational.ZERO, sorted.at(-1) ?? Rational.ZERO];
    const between = sorted.slice(1).map((value, index) => value.add(sorted[index] ?? value).divide(Rational.of(2n)));
    return [first.subtract(Rational.ONE), ...sorted, ...between, last.add(Rational.ONE)].filter(
        (value) => (low === null || value.compare(low) >= 0) && (high === null || value.compare(high) <= 0),
    );
}
