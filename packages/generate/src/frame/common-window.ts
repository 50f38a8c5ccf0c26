// Takes the one window that all items of a list share out of the items, so that a text can say it once in the lead-in.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import { sameMeaning } from './same-meaning.js';

/** The items without their window, and the window. */
export interface CommonWindow {
    window: Window;
    items: Condition[];
}

/** The window that stands in where the common one was taken out; texts print no window that is not written. */
const NO_WINDOW: Window = { form: 'at', from: null, to: null, written: false };

/**
 * The written window that every item carries (through groups, qualifiers and repetitions), or null when there is none, when it differs, or when a part
 * of an item has no window of its own (a statement, a guard, a reference …). One item alone is left as it is.
 */
export function commonWindow(items: readonly Condition[]): CommonWindow | null {
    const windows: Window[] = [];
    const stripped = items.map((item) => stripWindow(item, windows));
    const [first] = windows;
    if (first === undefined || items.length < 2 || stripped.includes(null) || !windows.every((window) => sameMeaning(window, first))) {
        return null;
    }
    return { window: first, items: stripped.filter((item) => item !== null) };
}

function stripWindow(condition: Condition, windows: Window[]): Condition | null {
    switch (condition.kind) {
        case 'all':
        case 'any': {
            const of = stripAll(condition.of, windows);
            return of === null ? null : { ...condition, of };
        }
        case 'count': {
            const inner = stripAll(
                condition.items.map((item) => item.condition),
                windows,
            );
            return inner === null ? null : { ...condition, items: condition.items.map((item, i) => ({ ...item, condition: inner[i] ?? item.condition })) };
        }
        case 'vague': {
            const inner = stripWindow(condition.condition, windows);
            return inner === null ? null : { ...condition, condition: inner };
        }
        case 'repeated': {
            const inner = stripWindow(condition.of, windows);
            return inner === null ? null : { ...condition, of: inner };
        }
        case 'presence':
        case 'response':
        case 'compare':
        case 'grade':
        case 'result':
        case 'meets':
        case 'fact':
        case 'change':
            if (!canStandInLead(condition.window)) {
                return null;
            }
            windows.push(condition.window);
            return { ...condition, window: NO_WINDOW };
        default:
            return null;
    }
}

/** 'At any time' turns into the item's own words ("history of"), so it stays there. */
function canStandInLead(window: Window): boolean {
    return window.written && window.form !== 'ever';
}

function stripAll(conditions: readonly Condition[], windows: Window[]): Condition[] | null {
    const stripped = conditions.map((condition) => stripWindow(condition, windows));
    return stripped.includes(null) ? null : stripped.filter((condition) => condition !== null);
}
