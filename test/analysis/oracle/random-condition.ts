// Random conditions of every kind over a small vocabulary, so that many speak of the same facts.
import type {
    Comparison,
    Condition,
    Exception,
    GradeComparison,
    MeasureExpression,
    Presence,
    Refinement,
    Response,
    TermSelection,
} from '@crit-lang/model/criteria/condition.js';
import type { ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator, CountBound, Limit } from '@crit-lang/model/criteria/value.js';
import type { RandomSource } from '../random-source.js';
import { quantity, type Vocabulary } from './random-terms.js';
import type { RandomTime } from './random-time.js';

/** How deep conditions nest. */
const DEEPEST = 3;

const OPERATORS: readonly ComparisonOperator[] = ['<', '<=', '=', '>=', '>'];

export type Topic = 'diseases' | 'treatments' | 'values' | 'grades' | 'tests' | 'words';

export const TOPICS: readonly Topic[] = ['diseases', 'treatments', 'values', 'grades', 'tests', 'words'];

export interface Options {
    readonly topics: readonly Topic[];
    /** Definitions that may be used: name and number of parameters. */
    readonly definitions: readonly { readonly id: string; readonly parameters: readonly string[] }[];
    readonly hasIndex: boolean;
}

export class RandomCondition {
    /** Of a measure compared in windows all stretches end at one visit. */
    constructor(
        private readonly random: RandomSource,
        private readonly time: RandomTime,
        private readonly vocabulary: Vocabulary,
        private readonly options: Options,
    ) {}

    private get isExact(): boolean {
        return this.time.kind !== 'mixed';
    }

    condition(depth = 0): Condition {
        const { random } = this;
        const deeper = (): Condition => this.condition(depth + 1);
        if (depth >= DEEPEST || random.chance(0.45 + 0.15 * depth)) return this.leaf();
        switch (random.below(9)) {
            case 0:
            case 1:
                return { kind: 'any', of: Array.from({ length: random.between(1, 3) }, deeper) };
            case 2:
            case 3:
                return { kind: 'all', of: Array.from({ length: random.between(1, 3) }, deeper) };
            case 4:
                return { kind: 'not', of: deeper() };
            case 5:
                return this.count(deeper);
            case 6:
                return {
                    kind: 'cases',
                    rows: [
                        ...Array.from({ length: random.between(1, 2) }, () => ({ when: this.leaf(), then: deeper() })),
                        ...(random.chance(0.7) ? [{ when: null, then: deeper() }] : []),
                    ],
                };
            case 7:
                return random.chance(0.4)
                    ? { kind: 'vague', qualifier: random.pick(['severe', 'Severe ', 'active']), condition: deeper() }
                    : this.count(deeper);
            default:
                return this.reference() ?? this.membersCount();
        }
    }

    /** A line of a criterion: it may be for some patients only. */
    line(): Condition {
        const { random } = this;
        if (!random.chance(0.15)) return this.condition();
        return {
            kind: 'guard',
            form: random.pick(['if', 'unless'] as const),
            when: this.leaf(),
            then: this.condition(1),
            otherwise: random.chance(0.3) ? this.condition(1) : null,
        };
    }

    private bound(most: number): CountBound {
        return { operator: this.random.pick(['>=', '>=', '>=', '<=', '=', '>', '<'] as const), count: this.random.between(0, most) };
    }

    private count(item: () => Condition): Condition {
        const items = Array.from({ length: this.random.between(2, 3) }, () => ({ counts: 'one' as const, condition: item() }));
        return { kind: 'count', bound: this.bound(3), items, together: this.random.chance(0.05) };
    }

    /** A class of which each member counts, perhaps beside some of its members. */
    private membersCount(): Condition {
        const { random } = this;
        const windows = this.time.window();
        const use = (term: string, any: boolean): Presence => ({ ...this.presenceOf(this.plainSelection(term, any), 'exposure'), window: windows });
        const [first] = this.vocabulary.names.drug;
        const items = [{ counts: 'members' as const, condition: use(first ?? '', true) as Condition }];
        const single = this.vocabulary.names.drug.filter((name) => !this.vocabulary.terms.some(({ parents }) => parents.includes(name)));
        if (random.chance(0.5)) items[random.chance(0.5) ? 'push' : 'unshift']({ counts: 'one' as 'members', condition: use(random.pick(single), false) });
        return { kind: 'count', bound: this.bound(3), items, together: false };
    }

    private reference(): Condition | null {
        const { definitions } = this.options;
        if (definitions.length === 0) return null;
        const { id, parameters } = this.random.pick(definitions);
        return {
            kind: 'reference',
            definition: id,
            arguments: parameters.map(() => this.limit('count A')),
            window: this.random.chance(0.4) ? this.time.window(true) : null,
            refinements: this.random.chance(0.1) ? [{ relation: 'requiring', text: 'hospital stay' }] : [],
        };
    }

    leaf(): Condition {
        const { random } = this;
        switch (random.pick(this.options.topics)) {
            case 'diseases':
                return random.chance(0.75) ? this.disease() : random.chance(0.5) ? this.elapsed() : this.fact();
            case 'treatments':
                return random.chance(0.5) ? this.use() : random.chance(0.5) ? this.response() : random.chance(0.4) ? this.washout() : this.dose();
            case 'values':
                return random.chance(0.9) ? this.value() : this.change();
            case 'grades':
                return this.grade();
            case 'tests':
                return this.test();
            case 'words':
                return this.words();
        }
    }

    // ---- what occurs

    private plainSelection(term: string, any = false): TermSelection {
        return { term, index: false, any, except: [] };
    }

    private selection(names: readonly string[], depth = 0): TermSelection {
        const { random } = this;
        const chosen: TermSelection =
            this.options.hasIndex && names === this.vocabulary.names.condition && random.chance(0.15)
                ? { term: null, index: true, any: false, except: [] }
                : this.plainSelection(random.pick(names), random.chance(0.5));
        if (depth > 0 || !random.chance(0.35)) return chosen;
        return { ...chosen, except: Array.from({ length: random.between(1, 2) }, () => this.exception(names)) };
    }

    private exception(names: readonly string[]): Exception {
        const { random } = this;
        return {
            form: random.pick(['except', 'other than'] as const),
            selection:
                this.options.hasIndex && names === this.vocabulary.names.condition && random.chance(0.2)
                    ? { term: null, index: true, any: false, except: [] }
                    : this.plainSelection(random.pick(names)),
            refinements: random.chance(0.25) ? [this.refinement()] : [],
            provided: random.chance(0.15) ? this.fact() : null,
        };
    }

    private refinement(): Refinement {
        const { random } = this;
        switch (random.below(4)) {
            case 0:
                return {
                    relation: random.pick(['due to', 'with', 'without'] as const),
                    selection: this.plainSelection(random.pick(this.vocabulary.names.condition)),
                };
            case 1:
                return { relation: random.pick(['requiring', 'with', 'without'] as const), condition: this.fact() };
            default:
                return { relation: random.pick(['requiring', 'with', 'without'] as const), text: random.pick(['pain', 'Pain', 'surgery at once']) };
        }
    }

    private presenceOf(what: TermSelection, aspect: Presence['aspect']): Presence {
        return {
            kind: 'presence',
            aspect,
            verb: aspect,
            what,
            window: this.time.window(),
            refinements: [],
            lasting: null,
            times: null,
            stableDose: null,
            method: null,
        };
    }

    private disease(): Condition {
        const { random } = this;
        const { names } = this.vocabulary;
        const made = this.presenceOf(this.selection(names.condition), random.pick(['present', 'present', 'present', 'present', 'onset', 'diagnosis'] as const));
        if (random.chance(0.12)) made.refinements = [this.refinement()];
        if (random.chance(0.04)) return { ...this.presenceOf(this.plainSelection('stroke'), 'present'), times: this.bound(3) };
        return random.chance(0.1) ? { kind: 'vague', qualifier: random.pick(['severe', 'active']), condition: made } : made;
    }

    private use(): Condition {
        const { random } = this;
        const { names } = this.vocabulary;
        const made = this.presenceOf(
            this.selection(names.drug),
            random.pick(['exposure', 'exposure', 'exposure', 'exposure', 'start', 'stop', 'planned'] as const),
        );
        if (this.time.kind !== 'visits') {
            if (random.chance(0.2)) made.lasting = { operator: random.pick(['>=', '>'] as const), duration: this.time.duration(), sustained: false };
            else if (random.chance(0.08))
                made.stableDose = { bound: random.chance(0.5) ? { operator: '>=', duration: this.time.duration() } : null, before: null };
        }
        return made;
    }

    private response(): Condition {
        const { random } = this;
        const kinds: readonly Response['responses'][number][] = ['inadequate response', 'loss of response', 'intolerance', 'contraindication', 'relapse'];
        return {
            kind: 'response',
            responses: random.sample(kinds, random.between(1, 2)),
            to: this.selection(this.vocabulary.names.drug),
            window: random.chance(0.7) ? this.time.window() : this.time.unwritten,
            lasting: this.time.kind !== 'visits' && random.chance(0.2) ? { operator: '>=', duration: this.time.duration(), sustained: false } : null,
            refinements: [],
        };
    }

    private fact(): Condition {
        const { random } = this;
        if (random.chance(0.15)) return { kind: 'meets', criteria: 'Criteria-2020', window: this.time.unwritten };
        return { kind: 'fact', term: random.pick(['female', 'pregnant']), window: random.chance(0.85) ? this.time.unwritten : this.time.window() };
    }

    private elapsed(): Condition {
        if (this.time.kind === 'visits') return this.disease();
        const { random } = this;
        return {
            kind: 'elapsed',
            operator: random.pick(OPERATORS),
            duration: this.time.duration(),
            since: this.selection(random.chance(0.7) ? this.vocabulary.names.condition : ['stroke']),
            orNever: random.chance(0.4),
            until: this.time.anchor(),
        };
    }

    private washout(): Condition {
        if (this.time.kind === 'visits') return this.use();
        const { names } = this.vocabulary;
        const rows = this.random
            .sample(names.drug, this.random.between(1, 2))
            .map((term) => ({ what: this.plainSelection(term), minus: [] as string[], duration: this.time.duration() }));
        if (this.random.chance(0.5))
            rows.push({ what: this.plainSelection(names.drug[0] ?? '', true), minus: rows.map(({ what }) => what.term ?? ''), duration: this.time.duration() });
        return { kind: 'washout', anchor: this.time.anchor(), rows };
    }

    private test(): Condition {
        const { random } = this;
        return {
            kind: 'result',
            test: this.selection(this.vocabulary.names.test),
            result: random.pick(['positive', 'negative', 'Positive']),
            window: this.time.window(),
            method: random.chance(0.1) ? random.pick(['ELISA', 'elisa', 'blot']) : null,
            refinements: [],
        };
    }

    // ---- what is measured

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

    /** Of several values in a stretch none is asked to be exactly so much: only bounds are told apart. */
    private value(): Condition {
        const { random } = this;
        const measure = random.pick(['count A', 'count B', 'count C', 'free value', 'activity score', 'activity score', 'age', 'large value']);
        const made: Comparison = {
            kind: 'compare',
            left: { kind: 'measure', term: measure, component: null },
            operator: random.pick(OPERATORS),
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
                { when: this.leaf(), limit: this.limit(measure) },
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

    private dose(): Condition {
        const { random } = this;
        const [, steroid] = this.vocabulary.names.drug;
        const member = this.vocabulary.terms.find(({ parents }) => parents.includes(steroid ?? ''))?.id ?? steroid;
        const left: MeasureExpression = { kind: 'dose', of: this.plainSelection(random.pick([steroid, member]) ?? ''), inEquivalentsOf: steroid ?? null };
        return {
            kind: 'compare',
            left,
            operator: random.pick(OPERATORS),
            right: { kind: 'quantity', ...quantity(random.pick(['0', '5', '10']), 'mg/d') },
            window: this.time.window(true),
            pick: 'latest',
            lasting: null,
            method: null,
            circumstance: null,
            refinements: [],
        };
    }

    private change(): Condition {
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

    private grade(): Condition {
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
            of: isOfPatient ? null : this.selection(this.vocabulary.names.condition),
            operator: random.pick(OPERATORS),
            value: values[index] ?? '',
            index,
            window,
            pick: isOfPatient ? this.pick() : 'latest',
        };
        if (made.operator === '=' && made.pick !== 'latest' && this.isExact) made.operator = '>=';
        return made;
    }

    private words(): Condition {
        const { random } = this;
        if (random.chance(0.3)) return this.fact();
        if (random.chance(0.1)) return { kind: 'unspecified', text: 'the list is missing' };
        const text = random.pick(['keeps a diary', 'Keeps  a diary', 'lives nearby']);
        const kind = random.pick(['prose', 'attestation', 'judgement'] as const);
        return {
            kind: 'statement',
            class: kind,
            verb: kind === 'attestation' ? 'agrees to' : null,
            text,
            by: kind === 'judgement' ? 'investigator' : null,
            window: null,
        };
    }
}
