// Random conditions on what is measured: values, doses, changes, grades.
import type { Comparison, Condition, GradeComparison, MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import type { RandomSource } from '../random-source.js';
import { ALL_OPERATORS } from './random-bound.js';
import { plainSelection, type RandomSelection } from './random-selection.js';
import { quantity, type Vocabulary } from './random-terms.js';
import type { RandomTime } from './random-time.js';

export class RandomMeasurement {
    /** Of a measure compared in windows all stretches end at one visit. */
    constructor(
        private readonly random: RandomSource,
        private readonly time: RandomTime,
        private readonly vocabulary: Vocabulary,
        private readonly selections: RandomSelection,
    ) {}

    private get isExact(): boolean {
        return this.time.kind !== 'mixed';
    }

    private pick(): ValuePick | null {
        return this.random.pick([null, null, 'any', 'every', 'latest', 'worst'] as const);
    }

    limit(measure: string): Limit {
        const { random } = this;
        const unit = this.vocabulary.terms.find(({ id }) => id === measure)?.unit ?? null;
        if (random.chance(0.3) && unit === 'mg/dL')
            return {
                kind: 'normal-limit',
                factor: random.pick(['1', '2', '3', '1.5', '1/3']),
                limit: measure === 'free value' && random.chance(0.3) ? 'LLN' : 'ULN',
            };
        return { kind: 'quantity', ...quantity(random.pick(['0', '1', '2', '3', '4', '5', '6', '1.5', '4.5', '1/3']), unit) };
    }

    /**
     * Of several values in a stretch none is asked to be exactly so much: only bounds are told apart.
     *
     * @param situation a condition on which the limit may depend.
     */
    value(situation: () => Condition): Condition {
        const { random } = this;
        const measure = random.pick(['count A', 'count B', 'count C', 'free value', 'activity score', 'activity score', 'age', 'large value']);
        const made: Comparison = {
            kind: 'compare',
            left: { kind: 'measure', term: measure, component: null },
            operator: random.pick(ALL_OPERATORS),
            right: this.limit(measure),
            window: this.time.window(true),
            pick: this.pick(),
            lasting: null,
            method: random.chance(0.05) ? 'Cockcroft-Gault' : null,
            circumstance: random.chance(0.05) ? random.pick(['on room air', 'On  room air']) : null,
            refinements: [],
        };
        if (made.operator === '=' && made.pick !== 'latest' && this.isExact) made.operator = '>=';
        if (measure === 'activity score') made.right = { kind: 'quantity', ...quantity(random.pick(['0', '1', '2', '3', '4.5', '6', '1.5']), null) };
        if (random.chance(0.06)) {
            const rows = [
                { when: situation(), limit: this.limit(measure) },
                { when: null, limit: this.limit(measure) },
            ];
            made.right = { kind: 'cases', rows };
        } else if (random.chance(0.08)) {
            made.left = { kind: 'measure', term: 'free value', component: null };
            made.right = { kind: 'measure', measure: { kind: 'measure', term: 'large value', component: null } };
            made.pick = 'latest';
            made.method = made.circumstance = null;
        } else if (random.chance(0.05)) {
            return {
                kind: 'repeated',
                of: made,
                bound: { operator: random.pick(['>=', '<', '='] as const), count: random.between(0, 3) },
                apart: random.chance(0.5) && this.time.kind !== 'visits' ? this.time.duration() : null,
            };
        } else if (random.chance(0.04)) {
            made.left = { kind: 'arithmetic', operator: '-', left: made.left, right: { kind: 'measure', term: 'count B', component: null } };
            made.right = { kind: 'quantity', ...quantity('1', 'mg/dL') };
        }
        return made;
    }

    dose(): Condition {
        const { random } = this;
        const [, steroid] = this.vocabulary.names.drug;
        const member = this.vocabulary.terms.find(({ parents }) => parents.includes(steroid ?? ''))?.id ?? steroid;
        const left: MeasureExpression = { kind: 'dose', of: plainSelection(random.pick([steroid, member]) ?? ''), inEquivalentsOf: steroid ?? null };
        return {
            kind: 'compare',
            left,
            operator: random.pick(ALL_OPERATORS),
            right: { kind: 'quantity', ...quantity(random.pick(['0', '5', '10']), 'mg/d') },
            window: this.time.window(true),
            pick: 'latest',
            lasting: null,
            method: null,
            circumstance: null,
            refinements: [],
        };
    }

    change(): Condition {
        const { random } = this;
        return {
            kind: 'change',
            measure: { kind: 'measure', term: 'count A', component: null },
            direction: random.pick(['falls', 'rises', 'changes'] as const),
            operator: random.pick(['>=', '>', '<', '<='] as const),
            amount: { kind: 'quantity', ...quantity(random.pick(['1', '2']), 'mg/dL') },
            basis: 'absolute',
            from: random.chance(0.3) ? { name: 'consent', event: null } : null,
            over: null,
            window: this.time.unwritten,
            lasting: null,
            refinements: [],
        };
    }

    grade(): Condition {
        const { random } = this;
        const window: Window = this.time.window(true);
        const isOfPatient = random.chance(0.6);
        const scale = isOfPatient ? 'class scale' : 'toxicity scale';
        const values = this.vocabulary.terms.find(({ id }) => id === scale)?.values ?? [];
        const index = random.below(values.length);
        const made: GradeComparison = {
            kind: 'grade',
            scale,
            component: isOfPatient ? random.pick([null, 'renal', 'skin']) : null,
            of: isOfPatient ? null : this.selections.selection(this.vocabulary.names.condition),
            operator: random.pick(ALL_OPERATORS),
            value: values[index] ?? '',
            index,
            window,
            pick: isOfPatient ? this.pick() : 'latest',
        };
        if (made.operator === '=' && made.pick !== 'latest' && this.isExact) made.operator = '>=';
        return made;
    }
}
