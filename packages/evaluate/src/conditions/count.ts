// So many of a list: items that count once, and classes whose distinct members count, each member once over the whole list.
import type { Condition, Count } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import { clockFor, isClosed } from '../context.js';
import { key } from '../knowledge/knowledge.js';
import type { Reason } from '../reason.js';
import { groupReason } from '../reason.js';
import type { Point } from '../time/point.js';
import { isInside, singlePoint, spanOf } from '../time/span.js';
import type { Verdict } from '../verdict.js';
import type { Match } from './presence.js';
import { countSatisfies, presenceMatches } from './presence.js';
import { presenceQuery } from './presence-query.js';
import { responseMatches, responseQuery } from './response.js';
import { resultMatches, resultQuery } from './result.js';
import { unwrapped } from './vague.js';

export function evaluateCount(condition: Count, context: Context): Reason {
    const plain = counted(condition, context);
    return condition.together ? together(condition, plain, context) : plain;
}

function counted(condition: Count, context: Context): Reason {
    const items = condition.items
        .map((item) => ({ ...item, reason: context.evaluate(item.condition, context) }))
        .filter(({ reason }) => reason.verdict !== 'not-applicable');
    const parts = items.map(({ reason }) => reason);
    if (items.length === 0 && condition.items.length > 0) return groupReason(condition, 'not-applicable', parts);
    const { least, most } = items.some(({ counts }) => counts === 'members') ? countMembers(items, context) : countItems(parts.map(({ verdict }) => verdict));
    const because =
        least === most ? `${least} counted.` : most === Infinity ? `At least ${least} counted; there may be more.` : `Between ${least} and ${most} counted.`;
    return groupReason(condition, countSatisfies(least, most, condition.bound), parts, because);
}

function countItems(verdicts: readonly Verdict[]): { least: number; most: number } {
    const least = verdicts.filter((verdict) => verdict === 'met').length;
    return { least, most: least + verdicts.filter((verdict) => verdict === 'unknown').length };
}

type Item = Count['items'][number] & { reason: Reason };

interface Members {
    matches: Match[];
    /** No other member can count than those that the facts mention. */
    closed: boolean;
}

function countMembers(items: readonly Item[], context: Context): { least: number; most: number } {
    const sure = new Set<string>();
    const possible = new Set<string>();
    let open = false;
    for (const { counts, condition, reason } of items) {
        if (counts !== 'members' || reason.verdict === 'not-met') continue;
        const members = membersOf(condition, context);
        if (members === null || !members.closed) open = true;
        for (const { term, truth } of members?.matches ?? []) {
            possible.add(key(term));
            if (truth === 'met') sure.add(key(term));
        }
    }
    // A drug and a kind of it may be one and the same treatment.
    const distinct = [...sure].filter((term) => ![...sure].some((other) => other !== term && context.knowledge.isA(other, term)));
    let least = distinct.length;
    let most = open ? Infinity : possible.size;
    for (const { counts, condition, reason } of items) {
        if (counts === 'members' || reason.verdict === 'not-met') continue;
        const own = (membersOf(condition, context)?.matches ?? []).map(({ term }) => key(term));
        // An item of its own that is a member counted already counts once only.
        const alsoMember = own.some((term) => possible.has(term));
        const surelyNew = reason.verdict === 'met' && !alsoMember;
        if (surelyNew) least += 1;
        if (!(own.length > 0 && own.every((term) => possible.has(term)) && reason.verdict === 'met')) most += 1;
    }
    const onlyItems = countItems(items.map(({ reason }) => reason.verdict)).least;
    // Where classes hold though no member is named, at least one counts.
    return { least: Math.max(least, Math.min(onlyItems, 1)), most };
}

/** The members that an item finds; null where it is no list of members. */
function membersOf(condition: Condition, context: Context): Members | null {
    const { words, of } = condition.kind === 'vague' ? unwrapped(condition) : { words: [], of: condition };
    if (of.kind === 'presence') {
        const query = presenceQuery(of, words, context);
        return query === null || query === 'replaced' ? null : { matches: presenceMatches(query, context), closed: isClosed(context, query.what.term) };
    }
    if (of.kind === 'response') {
        const query = responseQuery(of, words, context);
        return query === null || query === 'replaced' ? null : { matches: responseMatches(query, context), closed: isClosed(context, query.to.term) };
    }
    if (of.kind === 'result') {
        const query = resultQuery(of, context);
        return query === null ? null : { matches: resultMatches(query, context), closed: false };
    }
    return null;
}

// 'together': at the same assessment. Asked at one point that is so already; in a stretch of time, it is asked at each point that facts speak of.
function together(condition: Count, plain: Reason, context: Context): Reason {
    const spans = condition.items.flatMap(({ condition: item }) => ('window' in item && item.window !== null ? [spanOf(item.window)] : []));
    const clock = clockFor(context, null);
    if (plain.verdict === 'not-met' || spans.every((span) => singlePoint(span, clock) !== null)) return plain;
    const known = [...context.patient.values, ...context.patient.grades, ...context.patient.results, ...context.patient.presences].flatMap(
        (fact) => singlePoint(fact.span, clock) ?? [],
    );
    const points = known.filter((point) => spans.every((span) => isInside({ from: point, to: point, openFrom: false, openTo: false }, span, clock)));
    const met = points.map((point) => counted(atPoint(condition, point), context)).find(({ verdict }) => verdict === 'met');
    if (met !== undefined) return groupReason(condition, 'met', met.parts, met.because);
    return groupReason(condition, 'unknown', plain.parts, 'Whether they hold at the same assessment is not known.');
}

function atPoint(condition: Count, point: Point): Count {
    const end = { anchor: point.anchor, offset: point.offset, open: false };
    const items = condition.items.map((item): Count['items'][number] =>
        'window' in item.condition && item.condition.window !== null
            ? { ...item, condition: { ...item.condition, window: { form: 'at', from: end, to: end, written: true } } }
            : item,
    );
    return { ...condition, items };
}
