// The wording around a subject: what stands before and after it, alone and in a list.
import type { Phrase } from './phrase.js';

export interface Slots {
    before: string;
    after: string;
    /** Around "at least 2 of the following" where the subject is a list. */
    listBefore: string;
    listAfter: string;
    /** What the items of the list are called; empty, or with a blank before it: " organ systems". */
    listNoun: string;
    /** The rows of a table of limits, after the sentence. */
    rows: Phrase[];
}

/** Slots that read the same for one subject and for a list, unless `list` says otherwise. */
export function slots(before: string, after: string, list: Partial<Slots> = {}): Slots {
    return { before, after, listBefore: before, listAfter: after, listNoun: '', rows: [], ...list };
}

/** One subject in its slots. */
export function filled(slot: Slots, subject: string): Phrase {
    const sentence = slot.before + subject + slot.after;
    return slot.rows.length === 0 ? { lead: sentence, items: [] } : { lead: `${sentence}:`, items: slot.rows };
}
