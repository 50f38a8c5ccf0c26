// Gathers the values and the texts of a rule, each with the line it stands in.
import type { Condition, MeasureExpression, Refinement } from '@crit-lang/model/criteria/condition.js';
import type { Definition } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { RuleValue, Stated } from './stated-values.js';
import { StatedValues } from './stated-values.js';

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
    const gatherer = new Gatherer(rule, new Map(definitions.map((definition) => [nameKey(definition.id), definition])));
    gatherer.gather(rule, true);
    return gatherer.found;
}

class Gatherer {
    private readonly stated = new StatedValues();
    readonly found: RuleNumbers = { values: this.stated.values, texts: [], listLengths: new Set(), unresolved: false, denies: false };
    private readonly opened = new Set<string>();

    constructor(
        private readonly top: Condition,
        private readonly definitions: ReadonlyMap<string, Definition>,
    ) {}

    gather(rule: Condition, claim: boolean): void {
        walkCondition(rule, {
            condition: (condition) => this.one(condition, { range: condition.range, claim }),
            selection: (selection) => {
                for (const exception of selection.except) this.refinements(exception.refinements, exception.range);
            },
        });
    }

    private one(condition: Condition, at: Stated): void {
        const { stated } = this;
        // What most conditions about a patient have.
        if ('window' in condition) stated.window(condition.window, at);
        if ('lasting' in condition) stated.lasting(condition.lasting, at);
        if ('refinements' in condition) this.refinements(condition.refinements, at.range);
        if ('method' in condition && condition.method !== null) this.text(condition.method, at.range);
        switch (condition.kind) {
            case 'all':
                if (condition !== this.top) this.found.listLengths.add(condition.of.length);
                break;
            case 'not':
            case 'guard':
            case 'cases':
                this.found.denies = true;
                break;
            case 'count':
                stated.count(condition.bound, at);
                break;
            case 'vague':
                this.text(condition.qualifier, at.range);
                break;
            case 'repeated':
                stated.count(condition.bound, at);
                stated.duration(condition.apart, '>=', at);
                break;
            case 'presence':
                if (condition.times !== null) stated.count(condition.times, at);
                if (condition.stableDose !== null) stated.lasting(condition.stableDose.bound, at);
                break;
            case 'compare':
                stated.limit(condition.right, condition.operator, aboutOf(condition.left), at);
                stated.measure(condition.left, at);
                if (condition.circumstance !== null) this.text(condition.circumstance, at.range);
                break;
            case 'change':
                stated.limit(condition.amount, condition.operator, aboutOf(condition.measure), at);
                stated.duration(condition.over, null, at);
                break;
            case 'elapsed':
                stated.duration(condition.duration, condition.operator, at);
                break;
            case 'washout':
                for (const row of condition.rows) stated.duration(row.duration, null, { ...at, range: row.range ?? at.range });
                break;
            case 'statement':
            case 'unspecified':
                this.text(condition.text, at.range);
                break;
            case 'unresolved':
                this.found.unresolved = true;
                break;
            case 'reference':
                for (const value of condition.arguments) stated.limit(value, null, NOTHING, at);
                this.definition(condition.definition);
                break;
            default:
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
}

const NOTHING: ReadonlySet<string> = new Set();

function aboutOf(measure: MeasureExpression): ReadonlySet<string> {
    if (measure.kind === 'measure') return new Set([measure.term]);
    if (measure.kind === 'dose') return new Set([measure.of.term, measure.inEquivalentsOf].filter((id) => id !== null));
    return NOTHING;
}
