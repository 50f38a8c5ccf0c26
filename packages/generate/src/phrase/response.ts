// How treatments went: "inadequate response or intolerance to X, used for at least 3 months".
import type { Response, ResponseKind } from '@crit-lang/model/criteria/condition.js';
import type { PhraseContext } from './context.js';
import { joinWords } from './join.js';
import { refinementsText } from './selection.js';
import { slots } from './slots.js';
import type { Slots } from './slots.js';
import { durationBoundText, windowAfter } from './time.js';

/** The wording around the treatment. */
export function responseSlots(response: Response, context: PhraseContext): Slots {
    const before = `${responseWords(response.responses)} `;
    const detail = refinementsText(response.refinements, context);
    const used = response.lasting === null ? '' : `used for ${durationBoundText(response.lasting)}`;
    const window = windowAfter(response.window);
    return slots(before, detail + (used === '' ? '' : `, ${used}`) + window, { listAfter: detail + (used === '' ? '' : `, each ${used}`) + window });
}

/** "inadequate response or intolerance to", "inadequate response to or relapse after", "intolerance or contraindication to, or relapse after,". */
function responseWords(kinds: readonly ResponseKind[]): string {
    const to = kinds.filter((kind) => kind !== 'relapse');
    if (to.length === 0) {
        return 'relapse after';
    }
    const words = `${joinWords(to, 'or')} to`;
    if (!kinds.includes('relapse')) {
        return words;
    }
    return to.length === 1 ? `${words} or relapse after` : `${words}, or relapse after,`;
}
