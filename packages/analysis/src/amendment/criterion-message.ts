// What is said of a criterion in two versions, in sentences.
import { meaningOf } from '../knowledge/meaning.js';
import type { CommonSpace } from './common-space.js';
import { type ComparedCriterion, isRewritten } from './compare-criterion.js';
import type { DeclaredChange } from './declared-change.js';
import { DIRECTIONS, type Direction, verdictOf } from './directions.js';
import { CHANGE_WORDS } from './report.js';
import { listOf, quoted, quotedList } from './sentences.js';

export function criterionMessage(compared: ComparedCriterion, declarations: readonly DeclaredChange[], space: CommonSpace): string {
    const sentences = [
        headline(compared),
        ...causes(compared, declarations, space),
        ...aboutPhrases(compared),
        ...perCohort(compared),
        ...aboutExamples(compared),
        ...aboutReadings(compared),
    ];
    return sentences.filter((sentence) => sentence !== '').join(' ');
}

function headline({ change, verdict, pair, isRephrased, differences }: ComparedCriterion): string {
    switch (change) {
        case 'unchanged':
            return pair.old?.id === pair.new?.id ? 'Same rule, same words.' : `Same rule, same words; it was called ${pair.old?.id ?? ''}.`;
        case 'wording': {
            const isWrittenAnew = pair.old !== null && pair.new !== null && isRewritten(pair.old, pair.new);
            if (!isRephrased) return 'The rule is written otherwise and means the same.';
            return isWrittenAnew ? 'The words differ and the rule is written otherwise; it means the same.' : 'The words differ; the rule is the same.';
        }
        case 'broadened':
            return 'Admits patients whom the earlier version kept out, and keeps out nobody whom that admitted.';
        case 'narrowed':
            return 'Keeps out patients whom the earlier version admitted, and admits nobody whom that kept out.';
        case 'both':
            return 'Admits patients whom the earlier version kept out, and keeps out patients whom that admitted.';
        case 'undecided':
            return 'The budget of steps was spent before it was clear what changed.';
        case 'incomparable': {
            const isOfFacts = differences.some(({ difference }) => difference.isIncomparable);
            return isOfFacts
                ? 'The two versions ask about different facts or points in time, so who is gained and who is lost cannot be asked of them.'
                : 'Only words changed that nothing defines, so who is gained and who is lost cannot be asked.';
        }
        case 'added':
            return differences.length === 0 ? 'New, for a cohort that is new.' : verdict === 'same' ? 'New; by itself it keeps out nobody.' : 'New.';
        case 'removed':
            return differences.length === 0 ? 'Removed with its cohort.' : verdict === 'same' ? 'Removed; by itself it kept out nobody.' : 'Removed.';
    }
}

function causes({ pair, verdict }: ComparedCriterion, declarations: readonly DeclaredChange[], space: CommonSpace): string[] {
    const { old, new: current } = pair;
    if (old === null || current === null || verdict === 'same') return [];
    const reasons = declarations.filter(({ because, reaches }) => because !== null && reaches.includes(current.id)).map(({ because }) => because as string);
    const [before, now] = [scopeOf(old.cohorts), scopeOf(current.cohorts)];
    if (before !== now) reasons.push(`it is for ${now} and was for ${before}`);
    if (space.merged.cohorts.some(({ id }) => replacedOf(space, 'old', old, id) !== replacedOf(space, 'new', current, id)))
        reasons.push('other criteria stand in its place for some terms');
    if (reasons.length === 0) return [];
    const isSameRule = !isRewritten(old, current);
    return [`${isSameRule ? 'The rule is written as before; its meaning changed because' : 'Besides its own words it changed because'} ${listOf(reasons)}.`];
}

const scopeOf = (cohorts: readonly string[] | null): string => (cohorts === null ? 'everybody' : listOf(cohorts));

function replacedOf(space: CommonSpace, version: 'old' | 'new', criterion: NonNullable<ComparedCriterion['pair']['old']>, cohort: string): string {
    return meaningOf([...(space.partOf(version, criterion, cohort, null)?.replaced ?? [])].sort());
}

function aboutPhrases({ differences, verdict, pair }: ComparedCriterion): string[] {
    if (verdict === 'same' || pair.old === null || pair.new === null) return [];
    const sentences = new Set<string>();
    for (const { difference } of differences) {
        const { replaced, old, new: current } = difference.phrases;
        if (replaced.old.length + replaced.new.length > 0) {
            const became = `${quotedList(replaced.old)} became ${quotedList(replaced.new)}`;
            sentences.add(verdict === 'incomparable' ? `${became}.` : `${became}; nothing defines them, and the two were taken as one.`);
        }
        for (const direction of DIRECTIONS) {
            const { tied, neutral } = difference.answers[direction];
            if (tied !== 'sat' || neutral === 'sat' || difference.isIncomparable) continue;
            sentences.add(`Who is ${direction} is ${direction} by ${phrasesSaid(old, current)} alone, which nothing defines.`);
        }
        if (DIRECTIONS.every((direction) => difference.answers[direction].tied !== 'sat' || difference.answers[direction].neutral === 'sat')) {
            if (old.length > 0) sentences.add(`${quotedList(old)} ${old.length === 1 ? 'is' : 'are'} no longer said.`);
            if (current.length > 0) sentences.add(`${quotedList(current)} ${current.length === 1 ? 'is' : 'are'} new.`);
        }
    }
    return [...sentences];
}

function phrasesSaid(old: readonly string[], current: readonly string[]): string {
    const parts = [...(old.length > 0 ? [`${quotedList(old)} (no longer said)`] : []), ...(current.length > 0 ? [`${quotedList(current)} (new)`] : [])];
    return parts.length === 0 ? 'what is not analysed' : listOf(parts);
}

function perCohort({ differences, verdict, pair }: ComparedCriterion): string[] {
    if (verdict === 'same' || differences.length < 2 || pair.old === null || pair.new === null) return [];
    const byVerdict = new Map<string, string[]>();
    for (const { cohort, difference } of differences) {
        const found = verdictOf([difference]);
        byVerdict.set(found, [...(byVerdict.get(found) ?? []), cohort]);
    }
    if (byVerdict.size < 2) return [];
    return [
        `${[...byVerdict].map(([found, cohorts]) => `${found === 'same' ? 'Unchanged' : found.charAt(0).toUpperCase() + found.slice(1)} for ${listOf(cohorts)}`).join('. ')}.`,
    ];
}

function aboutExamples({ gained, lost }: ComparedCriterion): string[] {
    const alone = (['gained', 'lost'] as const).filter((direction) => (direction === 'gained' ? gained : lost)?.isOfCriterionAlone === true);
    return alone.map((direction) => NOBODY_ELSE[direction]);
}

const NOBODY_ELSE: Readonly<Record<Direction, string>> = {
    gained: 'Nobody who meets all other criteria of the new version is gained by it alone.',
    lost: 'Nobody who meets all other criteria of the earlier version is lost by it alone.',
};

function aboutReadings({ readings }: ComparedCriterion): string[] {
    return readings.map(({ id, title, change }) => `Read as ${title === null ? id : `${quoted(title)} (${id})`}: ${CHANGE_WORDS[change]}.`);
}
