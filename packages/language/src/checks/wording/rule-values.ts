// Gathers the values of a rule: limits, windows, durations, counts, each with the line it stands in.
import type { Condition, Lasting, MeasureExpression, Refinement } from '@crit-lang/model/criteria/condition.js';
import type { Definition } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Duration, DurationBound, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator, CountBound, Limit, ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { Counted, SpokenValue } from './spoken-value.js';
import { countedBy as countedByUnit } from './wording-units.js';

/** A value of the rule, with the condition it stands in. */
export interface RuleValue extends SpokenValue {
    range: SourceRange | undefined;
    /** The number as written in the rule, to find it there. */
    written: string;
}

export interface RuleNumbers {
    values: RuleValue[];
    /** Texts of statements, holes, refinements: what the rule says in words. */
    texts: { text: string; range: SourceRange | undefined }[];
    /** How many items its lists have of which all must hold: "two of" may be written so. */
    listLengths: Set<number>;
    /** Something in the rule could not be read. */
    unresolved: boolean;
    /** The rule denies something somewhere: the wording may say the opposite bound. */
    denies: boolean;
}

/** The values of a rule; what stands in definitions it uses explains the wording and is no claim. */
export function ruleNumbers(rule: Condition, definitions: readonly Definition[]): RuleNumbers {
    const gatherer = new Gatherer(new Map(definitions.map((definition) => [nameKey(definition.id), definition])));
    gatherer.gather(rule, true);
    return gatherer.found;
}

const SIGNS: Readonly<Record<ComparisonOperator, string>> = { '<': '< ', '<=': '≤ ', '=': '', '>=': '≥ ', '>': '> ' };
const NOTHING: ReadonlySet<string> = new Set();

class Gatherer {
    readonly found: RuleNumbers = { values: [], texts: [], listLengths: new Set(), unresolved: false, denies: false };
    private readonly opened = new Set<string>();
    private top: Condition | null = null;

    constructor(private readonly definitions: ReadonlyMap<string, Definition>) {}

    gather(rule: Condition, claim: boolean): void {
        this.top ??= rule;
        walkCondition(rule, {
            condition: (condition) => this.one(condition, claim),
            selection: (selection) => {
                for (const exception of selection.except) this.refinements(exception.refinements, exception.range);
            },
        });
    }

    private one(condition: Condition, claim: boolean): void {
        const at = condition.range;
        switch (condition.kind) {
            case 'all':
                if (condition !== this.top) this.found.listLengths.add(condition.of.length);
                break;
            case 'any':
                break;
            case 'not':
                this.found.denies = true;
                break;
            case 'count':
                this.count(condition.bound, at, claim);
                break;
            case 'guard':
            case 'cases':
                this.found.denies = true;
                break;
            case 'vague':
                this.text(condition.qualifier, at);
                break;
            case 'repeated':
                this.count(condition.bound, at, claim);
                this.duration(condition.apart, '>=', at, claim);
                break;
            case 'presence':
                this.window(condition.window, at, claim);
                this.lasting(condition.lasting, at, claim);
                if (condition.times !== null) this.count(condition.times, at, claim);
                if (condition.stableDose !== null) this.lasting(condition.stableDose.bound, at, claim);
                this.refinements(condition.refinements, at);
                if (condition.method !== null) this.text(condition.method, at);
                break;
            case 'response':
                this.window(condition.window, at, claim);
                this.lasting(condition.lasting, at, claim);
                this.refinements(condition.refinements, at);
                break;
            case 'compare':
                this.window(condition.window, at, claim);
                this.lasting(condition.lasting, at, claim);
                this.limit(condition.right, condition.operator, aboutOf(condition.left), at, claim);
                this.measure(condition.left, at, claim);
                this.refinements(condition.refinements, at);
                if (condition.method !== null) this.text(condition.method, at);
                if (condition.circumstance !== null) this.text(condition.circumstance, at);
                break;
            case 'grade':
            case 'meets':
            case 'fact':
                this.window(condition.window, at, claim);
                break;
            case 'result':
                this.window(condition.window, at, claim);
                this.refinements(condition.refinements, at);
                if (condition.method !== null) this.text(condition.method, at);
                break;
            case 'change':
                this.window(condition.window, at, claim);
                this.lasting(condition.lasting, at, claim);
                this.limit(condition.amount, condition.operator, aboutOf(condition.measure), at, claim);
                this.duration(condition.over, null, at, claim);
                this.refinements(condition.refinements, at);
                break;
            case 'elapsed':
                this.duration(condition.duration, condition.operator, at, claim);
                break;
            case 'washout':
                for (const row of condition.rows) this.duration(row.duration, null, row.range ?? at, claim);
                break;
            case 'statement':
                this.text(condition.text, at);
                if (condition.window !== null) this.window(condition.window, at, claim);
                break;
            case 'unspecified':
                this.text(condition.text, at);
                break;
            case 'unresolved':
                this.found.unresolved = true;
                break;
            case 'reference':
                for (const value of condition.arguments) this.limit(value, null, NOTHING, at, claim);
                if (condition.window !== null) this.window(condition.window, at, claim);
                this.refinements(condition.refinements, at);
                this.definition(condition.definition);
                break;
        }
    }

    private definition(name: string): void {
        const key = nameKey(name);
        const definition = this.definitions.get(key);
        if (definition === undefined || this.opened.has(key)) return;
        this.opened.add(key);
        this.gather(definition.rule, false);
        this.text(definition.id, undefined);
    }

    private text(text: string, range: SourceRange | undefined): void {
        this.found.texts.push({ text, range });
    }

    private refinements(refinements: readonly Refinement[], range: SourceRange | undefined): void {
        for (const refinement of refinements) if ('text' in refinement) this.text(refinement.text, refinement.range ?? range);
    }

    private add(
        written: string,
        counted: Counted,
        operator: ComparisonOperator | null,
        about: ReadonlySet<string>,
        range: SourceRange | undefined,
        claim: boolean,
        shown: string,
    ): void {
        const value = Rational.parse(written);
        if (!value.ok) return;
        const decimals = written.includes('.') ? written.length - written.indexOf('.') - 1 : 0;
        this.found.values.push({ value: value.value, counted, operator, about, claim, shown, decimals, range, written });
    }

    private count(bound: CountBound, range: SourceRange | undefined, claim: boolean): void {
        this.add(String(bound.count), { kind: 'count' }, bound.operator, NOTHING, range, claim, `${SIGNS[bound.operator]}${bound.count}`);
    }

    private lasting(bound: Lasting | DurationBound | null, range: SourceRange | undefined, claim: boolean): void {
        if (bound !== null) this.duration(bound.duration, bound.operator, range, claim);
    }

    private duration(duration: Duration | null, operator: ComparisonOperator | null, range: SourceRange | undefined, claim: boolean): void {
        if (duration === null) return;
        if (duration.kind !== 'simple') {
            for (const part of duration.of) this.duration(part, null, range, claim);
            return;
        }
        const shown = `${operator === null ? '' : SIGNS[operator]}${duration.number} ${durationName(duration.unit, duration.number)}`;
        this.add(duration.number, { kind: 'time', unit: duration.unit }, operator, NOTHING, range, claim, shown);
    }

    private window(window: Window, range: SourceRange | undefined, claim: boolean): void {
        if (!window.written) return;
        const seen = new Set<string>();
        for (const end of [window.from, window.to]) {
            const offset = end?.offset ?? null;
            const key = offsetKey(end);
            if (offset === null || key === null || seen.has(key)) continue;
            seen.add(key);
            this.duration(offset.duration, null, range, claim);
        }
    }

    private limit(limit: Limit, operator: ComparisonOperator | null, about: ReadonlySet<string>, range: SourceRange | undefined, claim: boolean): void {
        const sign = operator === null ? '' : SIGNS[operator];
        switch (limit.kind) {
            case 'quantity':
                this.quantity(limit, operator, about, range, claim);
                break;
            case 'normal-limit':
                this.add(
                    limit.factor,
                    { kind: 'limit', limit: limit.limit },
                    operator,
                    about,
                    range,
                    claim,
                    `${sign}${limit.factor === '1' ? '' : `${limit.factor} × `}${limit.limit}`,
                );
                break;
            case 'titer':
                this.add(String(limit.denominator), { kind: 'titer' }, operator, about, range, claim, `${sign}${limit.numerator}:${limit.denominator}`);
                break;
            case 'cases':
                for (const row of limit.rows) this.limit(row.limit, operator, about, range, claim);
                break;
            case 'measure':
                this.measure(limit.measure, range, claim);
                break;
            default:
                break;
        }
    }

    private quantity(
        quantity: ModelQuantity,
        operator: ComparisonOperator | null,
        about: ReadonlySet<string>,
        range: SourceRange | undefined,
        claim: boolean,
    ): void {
        const shown = `${operator === null ? '' : SIGNS[operator]}${quantity.value}${quantity.unit === null ? '' : ` ${quantity.unit}`}`;
        this.add(quantity.value, countedBy(quantity.unit), operator, about, range, claim, shown);
        const pair = 'pair' in quantity ? (quantity.pair as { value: string; unit: string } | undefined) : undefined;
        if (pair !== undefined) this.add(pair.value, countedBy(pair.unit), operator, about, range, false, `${pair.value} ${pair.unit}`);
    }

    private measure(measure: MeasureExpression, range: SourceRange | undefined, claim: boolean): void {
        if (measure.kind === 'number') this.quantity(measure.quantity, null, NOTHING, range, claim);
        if (measure.kind === 'arithmetic') for (const part of [measure.left, measure.right]) this.measure(part, range, claim);
    }
}

function countedBy(unit: string | null): Counted {
    return (unit === null ? null : countedByUnit(unit)) ?? { kind: 'count' };
}

function aboutOf(measure: MeasureExpression): ReadonlySet<string> {
    if (measure.kind === 'measure') return new Set([measure.term]);
    if (measure.kind === 'dose') return new Set([measure.of.term, measure.inEquivalentsOf].filter((id) => id !== null));
    return NOTHING;
}

function offsetKey(end: Endpoint | null): string | null {
    const offset = end?.offset ?? null;
    return offset === null ? null : JSON.stringify(offset.duration);
}

function durationName(unit: string, number: string): string {
    return number === '1' ? unit : unit === 'half-life' ? 'half-lives' : `${unit}s`;
}
