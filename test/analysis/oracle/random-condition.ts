// Random conditions of every kind over a small vocabulary, so that many speak of the same facts.
import type { Condition, Presence } from '@crit-lang/model/criteria/condition.js';
import type { RandomSource } from '../random-source.js';
import { randomBound } from './random-bound.js';
import { RandomMeasurement } from './random-measurement.js';
import { RandomOccurrence } from './random-occurrence.js';
import { plainSelection, RandomSelection } from './random-selection.js';
import type { Vocabulary } from './random-terms.js';
import type { RandomTime } from './random-time.js';

/** How deep conditions nest. */
const DEEPEST = 3;

export type Topic = 'diseases' | 'treatments' | 'values' | 'grades' | 'tests' | 'words';

export const TOPICS: readonly Topic[] = ['diseases', 'treatments', 'values', 'grades', 'tests', 'words'];

export interface Options {
    readonly topics: readonly Topic[];
    /** Definitions that may be used: name and number of parameters. */
    readonly definitions: readonly { readonly id: string; readonly parameters: readonly string[] }[];
    readonly hasIndex: boolean;
}

export class RandomCondition {
    private readonly selections: RandomSelection;
    private readonly occurrences: RandomOccurrence;
    private readonly measurements: RandomMeasurement;

    constructor(
        private readonly random: RandomSource,
        private readonly time: RandomTime,
        private readonly vocabulary: Vocabulary,
        private readonly options: Options,
    ) {
        this.selections = new RandomSelection(random, time, vocabulary, options.hasIndex);
        this.occurrences = new RandomOccurrence(random, time, vocabulary, this.selections);
        this.measurements = new RandomMeasurement(random, time, vocabulary, this.selections);
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

    private count(item: () => Condition): Condition {
        const items = Array.from({ length: this.random.between(2, 3) }, () => ({ counts: 'one' as const, condition: item() }));
        return { kind: 'count', bound: randomBound(this.random, 3), items, together: this.random.chance(0.05) };
    }

    /** A class of which each member counts, perhaps beside some of its members. */
    private membersCount(): Condition {
        const { random } = this;
        const windows = this.time.window();
        const use = (term: string, any: boolean): Presence => ({ ...this.occurrences.presenceOf(plainSelection(term, any), 'exposure'), window: windows });
        const [first] = this.vocabulary.names.drug;
        const items = [{ counts: 'members' as const, condition: use(first ?? '', true) as Condition }];
        const single = this.vocabulary.names.drug.filter((name) => !this.vocabulary.terms.some(({ parents }) => parents.includes(name)));
        if (random.chance(0.5)) items[random.chance(0.5) ? 'push' : 'unshift']({ counts: 'one' as 'members', condition: use(random.pick(single), false) });
        return { kind: 'count', bound: randomBound(this.random, 3), items, together: false };
    }

    private reference(): Condition | null {
        const { definitions } = this.options;
        if (definitions.length === 0) return null;
        const { id, parameters } = this.random.pick(definitions);
        return {
            kind: 'reference',
            definition: id,
            arguments: parameters.map(() => this.measurements.limit('count A')),
            window: this.random.chance(0.4) ? this.time.window(true) : null,
            refinements: this.random.chance(0.1) ? [{ relation: 'requiring', text: 'hospital stay' }] : [],
        };
    }

    leaf(): Condition {
        const { random } = this;
        switch (random.pick(this.options.topics)) {
            case 'diseases':
                return random.chance(0.75) ? this.occurrences.disease() : random.chance(0.5) ? this.occurrences.elapsed() : this.selections.fact();
            case 'treatments':
                return random.chance(0.5)
                    ? this.occurrences.use()
                    : random.chance(0.5)
                      ? this.occurrences.response()
                      : random.chance(0.4)
                        ? this.occurrences.washout()
                        : this.measurements.dose();
            case 'values':
                return random.chance(0.9) ? this.measurements.value(() => this.leaf()) : this.measurements.change();
            case 'grades':
                return this.measurements.grade();
            case 'tests':
                return this.occurrences.test();
            case 'words':
                return this.words();
        }
    }

    private words(): Condition {
        const { random } = this;
        if (random.chance(0.3)) return this.selections.fact();
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
