// Fixes for times that only some calendars have: one of two durations in the unit of the other.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Duration, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import { durationText } from '../print/time.js';
import { withReplaced } from './changed-document.js';
import { CHANGES, type Proposal, type Workplace } from './proposal.js';

type Simple = Extract<Duration, { kind: 'simple' }>;

interface WrittenDuration {
    readonly part: Part;
    readonly condition: Condition & { window: Window };
    readonly end: 'from' | 'to';
    readonly duration: Simple;
}

/** Days that protocols take these units to have. */
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };

export function useSameUnit(parts: readonly Part[], place: Workplace): Proposal[] {
    const durations = parts.flatMap(durationsOf);
    return durations.flatMap((one) =>
        durations.flatMap((other) => {
            if (one.part === other.part || one.duration.unit === other.duration.unit) return [];
            return [...inUnitOf(one, other, place), ...asLongAs(one, other, place)];
        }),
    );
}

function inUnitOf(one: WrittenDuration, other: WrittenDuration, place: Workplace): Proposal[] {
    const [from, to] = [DAYS[one.duration.unit], DAYS[other.duration.unit]];
    const count = from === undefined || to === undefined ? NaN : (Number(one.duration.number) * from) / to;
    return Number.isInteger(count) && count > 0 ? rewritten(one, { kind: 'simple', number: String(count), unit: other.duration.unit }, place) : [];
}

/** Nearly the same time in two units: in the words of the other. */
function asLongAs(one: WrittenDuration, other: WrittenDuration, place: Workplace): Proposal[] {
    const [first, second] = [one, other].map(({ duration }) => Number(duration.number) * (DAYS[duration.unit] ?? NaN));
    const isNear = first !== undefined && second !== undefined && first !== second && Math.abs(first - second) <= 0.03 * second;
    return isNear ? rewritten(one, other.duration, place) : [];
}

function rewritten({ part, condition, end, duration }: WrittenDuration, to: Simple, { analysis, files }: Workplace): Proposal[] {
    const file = files.of(condition.range);
    const endpoint = condition.window[end];
    if (file === undefined || condition.range === undefined || endpoint?.offset === undefined || endpoint.offset === null) return [];
    const stretch = file.stretchOf(condition.range);
    const found = [...file.codeOf(stretch).matchAll(new RegExp(`(?<![\\d.])${duration.number.replace('.', '\\.')}\\s*${duration.unit}s?\\b`, 'gu'))];
    const [only] = found;
    if (only === undefined || found.length > 1) return [];
    const changed: Endpoint = { ...endpoint, offset: { ...endpoint.offset, duration: to } };
    const at = stretch.start + only.index;
    return [
        {
            title: `Write ${durationText(to)} for ${durationText(duration)} in ${part.criterion.id}: the two times are then told apart on every calendar`,
            changes: CHANGES.limit,
            document: withReplaced(analysis.document, new Map([[condition, { ...condition, window: { ...condition.window, [end]: changed } }]])),
            edits: [file.edit({ start: at, end: at + only[0].length }, durationText(to))],
        },
    ];
}

function durationsOf(part: Part): WrittenDuration[] {
    const found: WrittenDuration[] = [];
    const visit = (condition: Condition): void => {
        if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(visit);
        if (condition.kind === 'not') visit(condition.of);
        if (!('window' in condition) || condition.window === null || !condition.window.written) return;
        for (const end of ['from', 'to'] as const) {
            const duration = condition.window[end]?.offset?.duration;
            if (duration?.kind === 'simple') found.push({ part, condition: condition as WrittenDuration['condition'], end, duration });
        }
    };
    visit(part.rule);
    return found;
}
