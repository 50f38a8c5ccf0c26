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

/**
 * What a reader of a counted list must know when it names classes. For 'at least 1' it makes no difference whether a class counts once or member by member.
 */
export function memberNote(group: AllOf | AnyOf | Count, namesClasses: boolean): string {
    const matters = group.kind === 'count' && !(group.bound.operator === '>=' && group.bound.count === 1);
    return matters && namesClasses ? ' (each member of a class counts)' : '';
}
