// Finds what the items of a list have in common, so that a text can say it once: "at least 2 of: A, B, C, each used for at least 3 months".
import type { AllOf, AnyOf, Condition, Count, Refinement } from '@crit-lang/model/criteria/condition.js';
import { sameMeaning } from './same-meaning.js';
import { isFramedLeaf, refinementsOf, sameFrame, subjectOf } from './subject.js';
import type { FramedLeaf, Subject } from './subject.js';

/** One thing of a framed list, or several that stand together ("any of { azathioprine, methotrexate } as one"). */
export type FrameItem =
    | {
          kind: 'one';
          subject: Subject;
          /** The undefined word before it ("clinically significant"); null when there is none. */
          qualifier: string | null;
          /** What narrows this item alone; empty when all items share their refinements (they are then the leaf's). */
          refinements: Refinement[];
          /** A class of which each member counts by itself. */
          members: boolean;
      }
    | { kind: 'group'; join: 'all' | 'any'; of: FrameItem[] };

/** A list whose items say the same of different things. */
export interface Frame {
    /** What is said: window, verb, lasting, response kinds, limit … Its own subject is only that of the first item: speak of `items`. */
    leaf: FramedLeaf;
    items: FrameItem[];
}

/** An item as `Count` holds it; the items of all / any count as one each. */
export interface GroupItem {
    counts: 'one' | 'members';
    condition: Condition;
}

/** The items of a group of any sort. */
export function itemsOf(group: AllOf | AnyOf | Count): GroupItem[] {
    return group.kind === 'count' ? group.items : group.of.map((condition) => ({ counts: 'one', condition }));
}

/**
 * The frame that all items share, or null when they do not all say the same (or there is none).
 * Items may stand under a vague qualifier, and may be groups (all / any) whose own items share the frame.
 */
export function frameOf(items: readonly GroupItem[]): Frame | null {
    const leaves: FramedLeaf[] = [];
    const framed = items.map((item) => frameItem(item, leaves));
    const [first] = leaves;
    if (first === undefined || framed.includes(null) || !leaves.every((leaf) => sameFrame(first, leaf))) {
        return null;
    }
    const shared = leaves.every((leaf) => sameMeaning(refinementsOf(leaf), refinementsOf(first)));
    const kept = framed.filter((item) => item !== null);
    return shared
        ? { leaf: first, items: kept.map(withoutRefinements) }
        : { leaf: 'refinements' in first ? { ...first, refinements: [] } : first, items: kept };
}

/** `frameOf` for a whole group. */
export function frameOfGroup(group: AllOf | AnyOf | Count): Frame | null {
    return frameOf(itemsOf(group));
}

function frameItem(item: GroupItem, leaves: FramedLeaf[]): FrameItem | null {
    const { condition } = item;
    if (condition.kind === 'all' || condition.kind === 'any') {
        const of = condition.of.map((inner) => frameItem({ counts: 'one', condition: inner }, leaves));
        const kept = of.filter((inner) => inner !== null);
        return kept.length === of.length && kept.length > 0 ? { kind: 'group', join: condition.kind, of: kept } : null;
    }
    const inner = condition.kind === 'vague' ? condition.condition : condition;
    if (!isFramedLeaf(inner)) {
        return null;
    }
    leaves.push(inner);
    const qualifier = condition.kind === 'vague' ? condition.qualifier : null;
    return { kind: 'one', subject: subjectOf(inner), qualifier, refinements: refinementsOf(inner), members: item.counts === 'members' };
}

function withoutRefinements(item: FrameItem): FrameItem {
    return item.kind === 'one' ? { ...item, refinements: [] } : { ...item, of: item.of.map(withoutRefinements) };
}
