// Rules as numbers: the same one for rules that say the same. A rule is written out only where it is not as it was at the same place before.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { meaningOf, saysTheSame } from '../knowledge/meaning.js';
import { Generations } from './generations.js';

export interface ReadRule {
    readonly number: number;
    readonly meaning: string;
    /** Whether it speaks of the disease of the cohort. */
    readonly hasIndex: boolean;
    /** Whether it uses definitions. */
    readonly hasReferences: boolean;
}

/** What was read last at a place. */
interface Place {
    rule?: Condition;
    read?: ReadRule;
}

export class ReadRules {
    private readonly byMeaning = new Generations<ReadRule>();
    private readonly places = new Generations<Place>();
    private count = 0;

    /** @param place where it stands, in all states of the document: what stood there before most often says the same still. */
    read(rule: Condition, place: string): ReadRule {
        const at = this.places.get(place, () => ({}));
        const known = at.read !== undefined && saysTheSame(at.rule, rule) ? at.read : undefined;
        // Asked for under its meaning even where it is known, so that all rules of one meaning have one number.
        const read = known === undefined ? this.readAnew(meaningOf(rule)) : this.byMeaning.get(known.meaning, () => known);
        at.rule = rule;
        at.read = read;
        return read;
    }

    forgetUnused(): void {
        this.byMeaning.forgetUnused();
        this.places.forgetUnused();
    }

    private readAnew(meaning: string): ReadRule {
        return this.byMeaning.get(meaning, () => ({
            number: this.count++,
            meaning,
            hasIndex: meaning.includes('"index":true'),
            hasReferences: meaning.includes('"reference"'),
        }));
    }
}
