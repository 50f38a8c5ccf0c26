// A list whose items say the same of different things, said once: "inadequate response to at least 2 of the following, each used for at least 3 months: …".
import type { AllOf, AnyOf, Count } from '@crit-lang/model/criteria/condition.js';
import type { Frame, FrameItem } from '../frame/frame.js';
import type { PhraseContext } from './context.js';
import { enumerate, joinWords } from './join.js';
import { leafSlots, subjectText, timeless } from './leaf.js';
import { countText } from './number.js';
import { clause } from './phrase.js';
import type { Phrase } from './phrase.js';
import { memberNote, quantifier } from './quantifier.js';
import { refinementsText } from './selection.js';
import { filled } from './slots.js';
import type { Slots } from './slots.js';

/** Up to so many things are named in the sentence itself: "AST, ALT, or bilirubin > 2 × ULN". */
const IN_SENTENCE = 3;
/** Items longer than this stand in a list of their own lines. */
const LONG_ITEM = 90;

/** The framed group in words; null when it has to be said item by item. */
export function framePhrase(group: AllOf | AnyOf | Count, frame: Frame, context: PhraseContext): Phrase | null {
    const slots = leafSlots(frame.items.every(isQualified) ? timeless(frame.leaf) : frame.leaf, context);
    if (group.kind === 'count') {
        return countedPhrase(group, frame, slots, context);
    }
    const texts = frame.items.map((item) => itemText(item, frame, context));
    if (texts.length <= IN_SENTENCE && texts.every((text) => !/[,;]| and | or /u.test(text))) {
        return filled(slots, joinWords(texts, group.kind === 'all' ? 'and' : 'or'));
    }
    return listPhrase(`${quantifier(group, context)} of the following${slots.listNoun}`, texts, slots);
}

function countedPhrase(group: Count, frame: Frame, slots: Slots, context: PhraseContext): Phrase | null {
    const together = group.together ? ' at the same assessment' : '';
    const [only, ...others] = frame.items;
    const ofClass = only !== undefined && others.length === 0 ? classText(group, only, frame, context) : null;
    if (ofClass !== null && slots.rows.length === 0) {
        return clause(slots.listBefore + ofClass + slots.listAfter + together);
    }
    const members = memberNote(group, hasMembers(frame.items));
    const texts = frame.items.map((item) => `${itemText(item, frame, context)}${item.kind === 'group' ? ' (counted as one)' : ''}`);
    return listPhrase(`${quantifier(group, context)} of the following${slots.listNoun}${members}`, texts, { ...slots, listAfter: slots.listAfter + together });
}

/** "at least 1 csDMARD", "at least 2 different drugs of the class bDMARD" for the one class of a count; null for anything else. */
function classText(group: Count, item: FrameItem, frame: Frame, context: PhraseContext): string | null {
    if (item.kind !== 'one' || !item.members || item.subject.kind !== 'selection' || item.subject.selection.except.length > 0) {
        return null;
    }
    const selection = { ...item.subject.selection, any: false };
    const name = subjectText(frame.leaf, { kind: 'selection', selection }, context, item.qualifier) + refinementsText(item.refinements, context);
    const one = group.bound.count === 1;
    return one ? `${countText(group.bound)} ${name}` : `${countText(group.bound)} different members of the class ${name}`;
}

function listPhrase(quantity: string, texts: readonly string[], slots: Slots): Phrase | null {
    const lead = `${slots.listBefore}${quantity}${slots.listAfter}`;
    if (slots.rows.length > 0) {
        return { lead: `${slots.listBefore}${quantity} (${enumerate(texts)})${slots.listAfter}:`, items: slots.rows };
    }
    if (texts.every((text) => text.length <= LONG_ITEM && !text.includes(';') && !text.includes(':'))) {
        return clause(`${lead}: ${enumerate(texts)}`);
    }
    return { lead: `${lead}:`, items: texts.map(clause) };
}

function itemText(item: FrameItem, frame: Frame, context: PhraseContext): string {
    if (item.kind === 'group') {
        const texts = item.of.map((inner) =>
            inner.kind === 'group' && inner.of.length > 1 ? `(${itemText(inner, frame, context)})` : itemText(inner, frame, context),
        );
        return joinWords(texts, item.join === 'all' ? 'and' : 'or');
    }
    return subjectText(frame.leaf, item.subject, context, item.qualifier) + refinementsText(item.refinements, context);
}

function isQualified(item: FrameItem): boolean {
    return item.kind === 'one' ? item.qualifier !== null : item.of.every(isQualified);
}

function hasMembers(items: readonly FrameItem[]): boolean {
    return items.some((item) => (item.kind === 'one' ? item.members : hasMembers(item.of)));
}
