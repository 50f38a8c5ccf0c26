// Random criteria over a few facts, small enough to try every patient: written down once, read by the encoder and by a plain interpreter.
import type { Cut } from '@crit-lang/analysis/encode/cut.js';
import { FALSE, type Formula, Formulas, not, TRUE } from '@crit-lang/analysis/encode/formulas.js';
import { type Comparison, NumberLine } from '@crit-lang/analysis/encode/number-line.js';
import { NumericDomain } from '@crit-lang/analysis/encode/numeric-domain.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { RandomSource } from './random-source.js';

/** Numbers of the interpreter are whole sixtieths, so that thirds and tenths are exact and plain arithmetic does. */
const UNIT = 60;
export const exactly = (sixtieths: number): Rational => Rational.of(BigInt(sixtieths), BigInt(UNIT));

/** A domain in sixtieths. */
export interface PlainDomain {
    readonly low?: { value: number; included: boolean };
    readonly high?: { value: number; included: boolean };
    readonly step?: number;
    readonly without: readonly number[];
}

export type Expression =
    | { readonly kind: 'constant'; readonly value: boolean }
    | { readonly kind: 'fact'; readonly fact: number }
    | { readonly kind: 'compare'; readonly line: number; readonly comparison: Comparison; readonly value: number }
    | { readonly kind: 'not'; readonly item: Expression }
    | { readonly kind: 'and' | 'or'; readonly items: readonly Expression[] }
    | { readonly kind: 'at-least' | 'at-most' | 'exactly'; readonly count: number; readonly items: readonly Expression[] };

export interface Document {
    readonly facts: number;
    readonly domains: readonly PlainDomain[];
    readonly criteria: readonly Expression[];
    /** For each line, values that between them lie on both sides of, and on, whatever the criteria compare with. */
    readonly samples: readonly (readonly number[])[];
}

export interface Patient {
    readonly facts: readonly boolean[];
    /** In sixtieths. */
    readonly values: readonly number[];
}

export function plainContains({ low, high, step, without }: PlainDomain, value: number): boolean {
    if (low !== undefined && (value < low.value || (value === low.value && !low.included))) return false;
    if (high !== undefined && (value > high.value || (value === high.value && !high.included))) return false;
    return !without.includes(value) && (step === undefined || (value - (low?.value ?? 0)) % step === 0);
}

export function interpret(expression: Expression, patient: Patient): boolean {
    switch (expression.kind) {
        case 'constant':
            return expression.value;
        case 'fact':
            return patient.facts[expression.fact] as boolean;
        case 'compare':
            return plainCompare(patient.values[expression.line] as number, expression.comparison, expression.value);
        case 'not':
            return !interpret(expression.item, patient);
        case 'and':
            return expression.items.every((item) => interpret(item, patient));
        case 'or':
            return expression.items.some((item) => interpret(item, patient));
        default: {
            const holding = expression.items.filter((item) => interpret(item, patient)).length;
            if (expression.kind === 'at-least') return holding >= expression.count;
            return expression.kind === 'at-most' ? holding <= expression.count : holding === expression.count;
        }
    }
}

function plainCompare(value: number, comparison: Comparison, constant: number): boolean {
    switch (comparison) {
        case '<':
            return value < constant;
        case '<=':
            return value <= constant;
        case '>':
            return value > constant;
        case '>=':
            return value >= constant;
        case '=':
            return value === constant;
        case '!=':
            return value !== constant;
    }
}

/** The document as formulas. */
export class BuiltDocument {
    readonly formulas = new Formulas();
    readonly facts: readonly Formula[];
    readonly lines: readonly NumberLine[];

    constructor(document: Document) {
        this.facts = Array.from({ length: document.facts }, () => this.formulas.variable());
        this.lines = document.domains.map(({ low, high, step, without }) => {
            const bound = ({ value, included }: { value: number; included: boolean }) => ({ value: exactly(value), included });
            return new NumberLine(
                this.formulas,
                new NumericDomain({
                    ...(low === undefined ? {} : { low: bound(low) }),
                    ...(high === undefined ? {} : { high: bound(high) }),
                    ...(step === undefined ? {} : { step: exactly(step) }),
                    without: without.map(exactly),
                }),
            );
        });
    }

    formula(expression: Expression): Formula {
        switch (expression.kind) {
            case 'constant':
                return expression.value ? TRUE : FALSE;
            case 'fact':
                return this.facts[expression.fact] as Formula;
            case 'compare':
                return (this.lines[expression.line] as NumberLine).compare(expression.comparison, exactly(expression.value));
            case 'not':
                return not(this.formula(expression.item));
            case 'and':
                return this.formulas.and(expression.items.map((item) => this.formula(item)));
            case 'or':
                return this.formulas.or(expression.items.map((item) => this.formula(item)));
            case 'at-least':
                return this.formulas.atLeast(
                    expression.count,
                    expression.items.map((item) => this.formula(item)),
                );
            case 'at-most':
                return this.formulas.atMost(
                    expression.count,
                    expression.items.map((item) => this.formula(item)),
                );
            case 'exactly':
                return this.formulas.exactly(
                    expression.count,
                    expression.items.map((item) => this.formula(item)),
                );
        }
    }

    /** The value of each free variable for a patient. */
    assignmentOf(patient: Patient): Map<Formula, boolean> {
        const assignment = new Map(this.facts.map((fact, index) => [fact, patient.facts[index] as boolean]));
        this.lines.forEach((line, index) => {
            for (const { cut, isLeft } of line.cuts) assignment.set(isLeft, liesLeftOf(exactly(patient.values[index] as number), cut));
        });
        return assignment;
    }
}

const liesLeftOf = (value: Rational, { at, side }: Cut): boolean => (side === 0 ? value.compare(at) < 0 : value.compare(at) <= 0);

/** Every patient that the criteria can tell apart from the others. */
export function* allPatients({ facts, samples }: Document): Generator<Patient> {
    const counts = samples.map((values) => values.length);
    const combinations = counts.reduce((product, count) => product * count, 2 ** facts);
    for (let number = 0; number < combinations; number++) {
        let rest = number;
        const take = (limit: number): number => {
            const taken = rest % limit;
            rest = (rest - taken) / limit;
            return taken;
        };
        yield { facts: Array.from({ length: facts }, () => take(2) === 1), values: samples.map((values) => values[take(values.length)] as number) };
    }
}

export function randomDocument(random: RandomSource): Document {
    const facts = random.between(1, 4);
    const domains = Array.from({ length: random.between(1, 2) }, () => randomDomain(random));
    const constants = domains.map(() => Array.from({ length: random.between(1, 4) }, () => randomNumber(random)));
    const pool: Expression[] = [];
    // Later lists reuse earlier items, and parts of earlier lists.
    const lists: Expression[][] = [];
    const leaf = (): Expression => {
        if (random.chance(0.03)) return { kind: 'constant', value: random.chance(0.5) };
        if (random.chance(0.45)) return { kind: 'fact', fact: random.below(facts) };
        const line = random.below(domains.length);
        return { kind: 'compare', line, comparison: random.pick(['<', '<=', '>', '>=', '=', '!='] as const), value: random.pick(constants[line] as number[]) };
    };
    const item = (): Expression => {
        const base = pool.length > 3 && random.chance(0.5) ? random.pick(pool) : leaf();
        return random.chance(0.25) ? { kind: 'not', item: base } : base;
    };
    const list = (): Expression[] => {
        const known = lists.length > 0 && random.chance(0.6) ? random.pick(lists) : [];
        const part = random.chance(0.5) ? known : random.sample(known, random.below(known.length + 1));
        const items = [...part, ...Array.from({ length: random.between(part.length > 0 ? 0 : 1, 4) }, item)];
        lists.push(items);
        return items;
    };
    const criteria = Array.from({ length: random.between(2, 6) }, (): Expression => {
        const items = list();
        const kind = random.pick(['and', 'or', 'at-least', 'at-least', 'at-most', 'exactly'] as const);
        const criterion: Expression = kind === 'and' || kind === 'or' ? { kind, items } : { kind, count: random.between(0, items.length + 1), items };
        pool.push(criterion, ...items);
        return criterion;
    });
    return { facts, domains, criteria, samples: domains.map((domain, line) => samplesOf(domain, constants[line] as number[])) };
}

/** Mostly small halves, thirds and tenths, so that constants meet each other and the bounds. */
const randomNumber = (random: RandomSource): number => random.pick([30, 60, 20, 6]) * random.between(-2, 8);

function randomDomain(random: RandomSource): PlainDomain {
    const low = random.chance(0.6) ? { value: 30 * random.between(-4, 2), included: random.chance(0.8) } : undefined;
    const high = random.chance(0.6) ? { value: 30 * random.between(5, 14), included: random.chance(0.8) } : undefined;
    const step = random.chance(0.5) ? random.pick([60, 60, 30, 20]) : undefined;
    const without = random.chance(0.4) ? Array.from({ length: random.between(1, 3) }, () => 30 * random.between(-2, 8)) : [];
    return { ...(low && { low }), ...(high && { high }), ...(step === undefined ? {} : { step }), without };
}

function samplesOf(domain: PlainDomain, constants: readonly number[]): number[] {
    if (domain.step !== undefined) {
        const all = Array.from({ length: 2000 }, (_, index) => index - 800).filter((value) => plainContains(domain, value));
        // Of a long run of values between two constants one is enough.
        const signature = (value: number) => constants.map((constant) => Math.sign(value - constant)).join();
        return all.filter((value, index) => index === 0 || signature(value) !== signature(all[index - 1] as number));
    }
    const marks = [...constants, ...domain.without, ...[domain.low, domain.high].flatMap((bound) => (bound ? [bound.value] : []))].sort((a, b) => a - b);
    const first = (marks[0] as number) - 1;
    const candidates = [first, ...marks.flatMap((mark, index) => [mark, (mark + (marks[index + 1] ?? mark + 2)) / 2])];
    return [...new Set(candidates)].filter((value) => plainContains(domain, value));
}
