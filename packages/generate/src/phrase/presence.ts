// Conditions, drugs, procedures and events present in time: "history of X", "use of X within 6 months before screening".
import type { Aspect, Lasting, Presence } from '@crit-lang/model/criteria/condition.js';
import { cleanText } from './clean-text.js';
import type { PhraseContext } from './context.js';
import { countText } from './number.js';
import { refinementsText } from './selection.js';
import { slots } from './slots.js';
import type { Slots } from './slots.js';
import { anchorText, durationBoundText, windowAfter } from './time.js';

const BEFORE: Readonly<Record<Aspect, string>> = {
    present: '',
    onset: 'onset of ',
    diagnosis: 'diagnosis of ',
    exposure: 'use of ',
    start: 'start of ',
    stop: 'discontinuation of ',
    planned: 'planned ',
};

/** The wording around the thing that is present. */
export function presenceSlots(presence: Presence, context: PhraseContext): Slots {
    const before = presence.window.form === 'ever' ? everBefore(presence) : BEFORE[presence.aspect];
    const detail = refinementsText(presence.refinements, context) + methodAfter(presence.method);
    const rest = stableDoseAfter(presence) + (presence.times === null ? '' : `, ${countText(presence.times)} times,`) + windowAfter(presence.window);
    return slots(before, trimmed(detail + lastingAfter(presence.lasting, '') + rest), {
        listAfter: trimmed(detail + lastingAfter(presence.lasting, 'each ') + rest),
    });
}

/** " for at least 3 months", " sustained for at least 6 months"; `each` goes before it in a list. */
export function lastingAfter(lasting: Lasting | null, each: '' | 'each '): string {
    return lasting === null ? '' : ` ${each}${lasting.sustained ? 'sustained ' : ''}for ${durationBoundText(lasting)}`;
}

/** " by echocardiography". */
export function methodAfter(method: string | null): string {
    return method === null ? '' : ` by ${cleanText(method)}`;
}

/** At any time up to now: 'ever had', 'ever used', and 'had' or 'used' without a window. */
function everBefore(presence: Presence): string {
    if (presence.aspect === 'present') {
        return 'history of ';
    }
    if (presence.aspect === 'exposure') {
        return presence.window.written ? 'any prior or current use of ' : 'prior use of ';
    }
    return BEFORE[presence.aspect];
}

function stableDoseAfter(presence: Presence): string {
    if (presence.stableDose === null) {
        return '';
    }
    const { bound, before } = presence.stableDose;
    return ` at a stable dose${bound === null ? '' : ` for ${durationBoundText(bound)}`}${before === null ? '' : ` before ${anchorText(before)}`}`;
}

/** A count at the very end needs no comma after it. */
function trimmed(text: string): string {
    return text.replace(/,$/u, '');
}
