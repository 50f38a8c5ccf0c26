// How many items of a list must hold: "all", "at least one", "exactly 2".
import type { AllOf, AnyOf, Count } from '@crit-lang/model/criteria/condition.js';
import type { PhraseContext } from './context.js';
import { countText } from './number.js';

/** The words before "of the following". */
export function quantifier(group: AllOf | AnyOf | Count, context: Pick<PhraseContext, 'polarity'>): string {
    switch (group.kind) {
        case 'all':
            return 'all';
        case 'any':
            return context.polarity === 'include' ? 'at least one' : 'any';
        case 'count':
            return countText(group.bound);
    }
}
