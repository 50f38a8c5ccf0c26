// Conditions, and the terms, measures and limits in them, in words near to how the language writes them: for reasons that a protocol writer reads.
import type { Condition, Exception, Lasting, MeasureExpression, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Limit, ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { anchorWords, boundWord, durationBoundWords, durationWords, windowWords } from './time-words.js';

/** The heading of a group is said without its parts, which stand below it in a reason. */
export function headingWords(condition: Condition): string {
    switch (condition.kind) {
        case 'all':
            return 'all of these';
        case 'any':
            return 'any of these';
        case 'count':
            return `${boundWord(condition.bound.operator)} ${condition.bound.count} of these${condition.together ? ', together' : ''}`;
        case 'cases':
            return 'the case that applies';
        case 'guard':
            return `${condition.form} ${conditionWords(condition.when)}`;
        case 'washout':
            return `used before ${anchorWords(condition.anchor)}`;
        default:
            return conditionWords(condition);
    }
}

/** The whole condition on one line. */
export function conditionWords(condition: Condition): string {
    const list = (items: readonly Condition[]): string => `{ ${items.map(conditionWords).join(', ')} }`;
    switch (condition.kind) {
        case 'all':
            return condition.of.length === 1 && condition.of[0] !== undefined ? conditionWords(condition.of[0]) : `all of ${list(condition.of)}`;
        case 'any':
            return condition.of.length === 1 && condition.of[0] !== undefined ? conditionWords(condition.of[0]) : `any of ${list(condition.of)}`;
        case 'not':
            return `not ${conditionWords(condition.of)}`;
        case 'count':
            return `${boundWord(condition.bound.operator)} ${condition.bound.count} of ${list(condition.items.map((item) => item.condition))}`;
        case 'guard':
            return `${condition.form} ${conditionWords(condition.when)}: ${conditionWords(condition.then)}`;
        case 'cases':
            return `case { ${condition.rows.map((row) => `${row.when === null ? 'otherwise' : conditionWords(row.when)}: ${conditionWords(row.then)}`).join('; ')} }`;
        case 'vague':
            return vagueWords(condition.condition, condition.qualifier);
        case 'repeated':
            return `${conditionWords(condition.of)} on ${boundWord(condition.bound.operator)} ${condition.bound.count} occasions${condition.apart === null ? '' : ` at least ${durationWords(condition.apart)} apart`}`;
        case 'washout':
            return `used before ${anchorWords(condition.anchor)} { ${condition.rows.map((row) => `${selectionWords(row.what)}: within ${durationWords(row.duration)}`).join('; ')} }`;
        case 'statement':
            return `${condition.class === 'attestation' ? (condition.verb ?? 'agrees to') : condition.class === 'judgement' ? 'judgement' : 'statement'} "${condition.text}"`;
        case 'unspecified':
            return `unspecified "${condition.text}"`;
        case 'unresolved':
            return condition.text === '' ? 'a line that could not be read' : condition.text;
        case 'reference':
            return `${condition.definition}${condition.arguments.length === 0 ? '' : `(${condition.arguments.map(limitWords).join(', ')})`}${refinementsWords(condition.refinements)}${windowWords(condition.window)}`;
        default:
            return leafWords(condition, null);
    }
}

function vagueWords(condition: Condition, qualifier: string): string {
    switch (condition.kind) {
        case 'presence':
        case 'response':
        case 'result':
            return leafWords(condition, qualifier);
        case 'not':
            return `not ${vagueWords(condition.of, qualifier)}`;
        default:
            return `"${qualifier}" ${conditionWords(condition)}`;
    }
}

type Leaf = Extract<Condition, { kind: 'presence' | 'response' | 'compare' | 'grade' | 'result' | 'meets' | 'fact' | 'change' | 'elapsed' }>;

function leafWords(leaf: Leaf, qualifier: string | null): string {
    switch (leaf.kind) {
        case 'presence': {
            const times = leaf.times === null ? '' : ` ${boundWord(leaf.times.operator)} ${leaf.times.count} times`;
            const stable =
                leaf.stableDose === null ? '' : ` at a stable dose${leaf.stableDose.bound === null ? '' : ` for ${durationBoundWords(leaf.stableDose.bound)}`}`;
            return `${leaf.verb.replace(/^never /u, 'ever ')} ${selectionWords(leaf.what, qualifier)}${refinementsWords(leaf.refinements)}${stable}${lastingWords(leaf.lasting)}${times}${windowWords(leaf.window)}`;
        }
        case 'response':
            return `${leaf.responses.join(' or ')} to ${selectionWords(leaf.to, qualifier)}${refinementsWords(leaf.refinements)}${lastingWords(leaf.lasting, 'used for')}${windowWords(leaf.window)}`;
        case 'compare': {
            const pick = leaf.pick === null ? '' : `${leaf.pick} value of `;
            const how = `${leaf.method === null ? '' : ` by ${leaf.method}`}${leaf.circumstance === null ? '' : ` on ${leaf.circumstance}`}`;
            return `${pick}${measureWords(leaf.left)} ${leaf.operator} ${limitWords(leaf.right)}${how}${refinementsWords(leaf.refinements)}${lastingWords(leaf.lasting)}${windowWords(leaf.window)}`;
        }
        case 'grade': {
            const subject =
                leaf.of === null ? `${leaf.scale}${leaf.component === null ? '' : `(${leaf.component})`} is` : `${selectionWords(leaf.of)} is grade`;
            return `${subject} ${leaf.operator === '=' ? '' : `${leaf.operator} `}${leaf.value}${leaf.of === null ? '' : ` in ${leaf.scale}`}${windowWords(leaf.window)}`;
        }
        case 'result':
            return `${selectionWords(leaf.test, qualifier)} ${leaf.result}${leaf.method === null ? '' : ` by ${leaf.method}`}${refinementsWords(leaf.refinements)}${windowWords(leaf.window)}`;
        case 'meets':
            return `meets ${leaf.criteria}${windowWords(leaf.window)}`;
        case 'fact':
            return `${leaf.term}${windowWords(leaf.window)}`;
        case 'change': {
            const how = `${leaf.basis === null ? '' : ` ${leaf.basis}`}${leaf.from === null ? '' : ` from ${anchorWords(leaf.from)}`}${leaf.over === null ? '' : ` over ${durationWords(leaf.over)}`}`;
            return `${measureWords(leaf.measure)} ${leaf.direction} by ${leaf.operator} ${limitWords(leaf.amount)}${how}${lastingWords(leaf.lasting)}${refinementsWords(leaf.refinements)}${windowWords(leaf.window)}`;
        }
        case 'elapsed':
            return `${boundWord(leaf.operator)} ${durationWords(leaf.duration)} since ${selectionWords(leaf.since)}${leaf.orNever ? ' or never' : ''}`;
    }
}

function lastingWords(lasting: Lasting | null, before = 'for'): string {
    return lasting === null ? '' : ` ${lasting.sustained ? 'sustained for' : before} ${durationBoundWords(lasting)}`;
}

export function selectionWords({ term, index, any, except }: TermSelection, qualifier: string | null = null): string {
    const name = index || term === null ? 'the index disease' : term;
    return `${any ? 'any ' : ''}${qualifier === null ? '' : `"${qualifier}" `}${name}${exceptionsWords(except)}`;
}

function exceptionsWords(exceptions: readonly Exception[]): string {
    const [first] = exceptions;
    if (first === undefined) return '';
    const names = exceptions.map(
        ({ selection, refinements, provided }) =>
            `${selectionWords(selection)}${refinementsWords(refinements)}${provided === null ? '' : ` provided ${conditionWords(provided)}`}`,
    );
    return ` ${first.form} ${names.join(', ')}`;
}

export function refinementsWords(refinements: readonly Refinement[]): string {
    return refinements.map((refinement) => ` ${refinement.relation} ${objectWords(refinement)}`).join('');
}

function objectWords(refinement: Refinement): string {
    if ('text' in refinement) return `"${refinement.text}"`;
    return 'selection' in refinement ? selectionWords(refinement.selection) : `{ ${conditionWords(refinement.condition)} }`;
}

export function measureWords(measure: MeasureExpression): string {
    switch (measure.kind) {
        case 'measure':
            return measure.component === null ? measure.term : `${measure.term}(${measure.component})`;
        case 'dose':
            return `dose of ${selectionWords(measure.of)}${measure.inEquivalentsOf === null ? '' : ` in equivalents of ${measure.inEquivalentsOf}`}`;
        case 'number':
            return quantityWords(measure.quantity);
        case 'arithmetic':
            return `(${measureWords(measure.left)} ${measure.operator} ${measureWords(measure.right)})`;
    }
}

export function quantityWords({ value, unit }: Pick<ModelQuantity, 'value' | 'unit'>): string {
    return unit === null ? value : `${value} ${unit}`;
}

export function limitWords(limit: Limit): string {
    switch (limit.kind) {
        case 'quantity':
            return quantityWords(limit);
        case 'normal-limit':
            return limit.factor === '1' ? limit.limit : `${limit.factor} x ${limit.limit}`;
        case 'titer':
            return `${limit.numerator}:${limit.denominator}`;
        case 'grade-value':
            return limit.value;
        case 'parameter':
            return limit.name;
        case 'measure':
            return measureWords(limit.measure);
        case 'cases':
            return 'the limit of the table';
    }
}
