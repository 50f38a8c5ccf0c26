// Whether another criterion stands in place of an alternative ('instead of'), so that in this cohort the alternative is not asked of anyone.
import { compileRule } from '../compile/criterion.js';
import { TRUE } from '../encode/formulas.js';
import { Mentions } from '../facts/mentions.js';
import { withIndex, without } from '../knowledge/selection.js';
import type { Alternative } from '../subjects/alternatives.js';
import { type Part, polarityOf } from '../subjects/part.js';

/** True where all of it is replaced; a class of which only some kinds are replaced still speaks of the others. */
export function isReplaced({ kind, list, place, condition }: Alternative, { setting, criterion, replaced }: Part): boolean {
    if (replaced.size === 0) return false;
    if (kind === 'exception' && 'except' in list) {
        // Its proviso is about something else, and would be left over.
        const { knowledge, index } = setting;
        return [list, list.except[place]?.selection].some((selection) => {
            const chosen = selection === undefined ? null : withIndex(selection, index);
            return chosen !== null && without(chosen, replaced, knowledge) === null;
        });
    }
    return compileRule(condition, setting, new Mentions(), polarityOf(criterion), replaced, () => undefined).inapplicable === TRUE;
}
