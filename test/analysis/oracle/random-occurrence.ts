// Random conditions on what occurs: diseases, treatments, responses, how long something is ago, washouts, results of tests.
import type { Condition, Presence, Response, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { RandomSource } from '../random-source.js';
import { ALL_OPERATORS, randomBound } from './random-bound.js';
import { plainSelection, type RandomSelection } from './random-selection.js';
import type { Vocabulary } from './random-terms.js';
import type { RandomTime } from './random-time.js';

export class RandomOccurrence {
    constructor(
        private readonly random: RandomSource,
        private readonly time: RandomTime,
        private readonly vocabulary: Vocabulary,
        private readonly selections: RandomSelection,
    ) {}

    presenceOf(what: TermSelection, aspect: Presence['aspect']): Presence {
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

    disease(): Condition {
        const { random } = this;
        const { names } = this.vocabulary;
        const made = this.presenceOf(
            this.selections.selection(names.condition),
            random.pick(['present', 'present', 'present', 'present', 'onset', 'diagnosis'] as const),
        );
        if (random.chance(0.12)) made.refinements = [this.selections.refinement()];
        if (random.chance(0.04)) return { ...this.presenceOf(plainSelection('stroke'), 'present'), times: randomBound(random, 3) };
        return random.chance(0.1) ? { kind: 'vague', qualifier: random.pick(['severe', 'active']), condition: made } : made;
    }

    use(): Condition {
        const { random } = this;
        const { names } = this.vocabulary;
        const made = this.presenceOf(
            this.selections.selection(names.drug),
            random.pick(['exposure', 'exposure', 'exposure', 'exposure', 'start', 'stop', 'planned'] as const),
        );
        if (this.time.kind !== 'visits') {
            if (random.chance(0.2)) made.lasting = { operator: random.pick(['>=', '>'] as const), duration: this.time.duration(), sustained: false };
            else if (random.chance(0.08))
                made.stableDose = { bound: random.chance(0.5) ? { operator: '>=', duration: this.time.duration() } : null, before: null };
        }
        return made;
    }

    response(): Condition {
        const { random } = this;
        const kinds: readonly Response['responses'][number][] = ['inadequate response', 'loss of response', 'intolerance', 'contraindication', 'relapse'];
        return {
            kind: 'response',
            responses: random.sample(kinds, random.between(1, 2)),
            to: this.selections.selection(this.vocabulary.names.drug),
            window: random.chance(0.7) ? this.time.window() : this.time.unwritten,
            lasting: this.time.kind !== 'visits' && random.chance(0.2) ? { operator: '>=', duration: this.time.duration(), sustained: false } : null,
            refinements: [],
        };
    }

    elapsed(): Condition {
        if (this.time.kind === 'visits') return this.disease();
        const { random } = this;
        return {
            kind: 'elapsed',
            operator: random.pick(ALL_OPERATORS),
            duration: this.time.duration(),
            since: this.selections.selection(random.chance(0.7) ? this.vocabulary.names.condition : ['stroke']),
            orNever: random.chance(0.4),
            until: this.time.anchor(),
        };
    }

    washout(): Condition {
        if (this.time.kind === 'visits') return this.use();
        const { names } = this.vocabulary;
        const rows = this.random
            .sample(names.drug, this.random.between(1, 2))
            .map((term) => ({ what: plainSelection(term), minus: [] as string[], duration: this.time.duration() }));
        if (this.random.chance(0.5))
            rows.push({ what: plainSelection(names.drug[0] ?? '', true), minus: rows.map(({ what }) => what.term ?? ''), duration: this.time.duration() });
        return { kind: 'washout', anchor: this.time.anchor(), rows };
    }

    test(): Condition {
        const { random } = this;
        return {
            kind: 'result',
            test: this.selections.selection(this.vocabulary.names.test),
            result: random.pick(['positive', 'negative', 'Positive']),
            window: this.time.window(),
            method: random.chance(0.1) ? random.pick(['ELISA', 'elisa', 'blot']) : null,
            refinements: [],
        };
    }
}
