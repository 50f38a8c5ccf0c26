// Random choices of what a condition is about: kinds of things, exceptions, refinements, facts about the person.
import type { Condition, Exception, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { RandomSource } from '../random-source.js';
import type { Vocabulary } from './random-terms.js';
import type { RandomTime } from './random-time.js';

export const plainSelection = (term: string, any = false): TermSelection => ({ term, index: false, any, except: [] });

export class RandomSelection {
    /** @param hasIndex whether cohorts have an index disease, of which exceptions and conditions may speak. */
    constructor(
        private readonly random: RandomSource,
        private readonly time: RandomTime,
        private readonly vocabulary: Vocabulary,
        private readonly hasIndex: boolean,
    ) {}

    selection(names: readonly string[], depth = 0): TermSelection {
        const { random } = this;
        const chosen: TermSelection =
            this.hasIndex && names === this.vocabulary.names.condition && random.chance(0.15)
                ? { term: null, index: true, any: false, except: [] }
                : plainSelection(random.pick(names), random.chance(0.5));
        if (depth > 0 || !random.chance(0.35)) return chosen;
        return { ...chosen, except: Array.from({ length: random.between(1, 2) }, () => this.exception(names)) };
    }

    private exception(names: readonly string[]): Exception {
        const { random } = this;
        return {
            form: random.pick(['except', 'other than'] as const),
            selection:
                this.hasIndex && names === this.vocabulary.names.condition && random.chance(0.2)
                    ? { term: null, index: true, any: false, except: [] }
                    : plainSelection(random.pick(names)),
            refinements: random.chance(0.25) ? [this.refinement()] : [],
            provided: random.chance(0.15) ? this.fact() : null,
        };
    }

    refinement(): Refinement {
        const { random } = this;
        switch (random.below(4)) {
            case 0:
                return {
                    relation: random.pick(['due to', 'with', 'without'] as const),
                    selection: plainSelection(random.pick(this.vocabulary.names.condition)),
                };
            case 1:
                return { relation: random.pick(['requiring', 'with', 'without'] as const), condition: this.fact() };
            default:
                return { relation: random.pick(['requiring', 'with', 'without'] as const), text: random.pick(['pain', 'Pain', 'surgery at once']) };
        }
    }

    fact(): Condition {
        const { random } = this;
        if (random.chance(0.15)) return { kind: 'meets', criteria: 'Criteria-2020', window: this.time.unwritten };
        return { kind: 'fact', term: random.pick(['female', 'pregnant']), window: random.chance(0.85) ? this.time.unwritten : this.time.window() };
    }
}
