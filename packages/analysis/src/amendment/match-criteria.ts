// Which criterion of the old version is which of the new one: by id, else by what it means, else by its words.
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import { FALSE, not, TRUE } from '../encode/formulas.js';
import { meaningOf } from '../knowledge/meaning.js';
import type { Part } from '../subjects/part.js';
import type { CommonSpace } from './common-space.js';
import { likeness } from './wording.js';

export interface CriterionPair {
    readonly old: Criterion | null;
    readonly new: Criterion | null;
}

/** Below this two texts are of two criteria. */
const ALIKE = 0.6;
/** Ids that are given anew from the top shift: an id counts at once only where something else is alike too. */
const SOMEWHAT_ALIKE = 0.3;
/** So many pairs are asked whether they mean the same. */
const MOST_ASKED = 4000;

/** In the order of the new version, each removed one after what it stood behind. */
export function matchCriteria(space: CommonSpace): CriterionPair[] {
    const [old, current] = [[...space.merged.old.keys()], [...space.merged.new.keys()]];
    const before = new Map<Criterion, Criterion>();
    const taken = new Set<Criterion>();
    const join = (isSame: (one: Criterion, other: Criterion) => boolean): void => {
        for (const criterion of current) {
            if (before.has(criterion)) continue;
            const found = old.find((each) => !taken.has(each) && each.origin === criterion.origin && isSame(each, criterion));
            if (found === undefined) continue;
            before.set(criterion, found);
            taken.add(found);
        }
    };
    const idOf = indexIdsIn(space);
    const hasId = (one: Criterion, other: Criterion): boolean => idOf(one).toLowerCase() === other.id.toLowerCase();
    const isWritten = ({ origin }: Criterion): boolean => origin === 'written';
    let asked = 0;
    join((one, other) => hasId(one, other) && (!isWritten(one) || looksAlike(one, other)));
    join(
        (one, other) =>
            isWritten(one) &&
            meaningOf(one.rule) === meaningOf(other.rule) &&
            one.kind === other.kind &&
            likeness(textOf(one), textOf(other)) >= SOMEWHAT_ALIKE,
    );
    join((one, other) => isWritten(one) && asked++ < MOST_ASKED && meanTheSame(space, one, other));
    join((one, other) => hasId(one, other));
    join((one, other) => isWritten(one) && one.kind === other.kind && likeness(textOf(one), textOf(other)) >= ALIKE);
    return inOrder(old, current, before);
}

/** Index conditions go by the ids of their cohorts. */
function indexIdsIn({ merged }: CommonSpace): (criterion: Criterion) => string {
    return ({ id, origin, cohorts }) => {
        const pair = origin === 'index' ? merged.cohorts.find(({ old }) => old !== null && cohorts?.[0] === old.id) : undefined;
        return pair?.old === undefined || pair.old === null ? id : id.replace(pair.old.id, pair.id);
    };
}

function looksAlike(one: Criterion, other: Criterion): boolean {
    if (meaningOf(one.rule) === meaningOf(other.rule)) return true;
    if (one.title !== null && one.title === other.title) return true;
    return likeness(textOf(one), textOf(other)) >= SOMEWHAT_ALIKE;
}

/** The words of the author; where there are none, those of the rule. */
function textOf({ title, wording, short, rule }: Criterion): string {
    const words = [title ?? '', short ?? '', ...wording].join(' ').trim();
    return wording.length > 0
        ? words
        : `${words} ${[...meaningOf(rule).matchAll(/"(?:term|scale|text|criteria|qualifier|definition)":"([^"]+)"/gu)].map(([, word]) => word).join(' ')}`;
}

function meanTheSame(space: CommonSpace, one: Criterion, other: Criterion): boolean {
    const pairs = space.merged.cohorts.flatMap((cohort): [Part | null, Part | null][] =>
        cohort.old === null || cohort.new === null ? [] : [[space.partOf('old', one, cohort.id, null), space.partOf('new', other, cohort.id, null)]],
    );
    return pairs.some(([first]) => first !== null) && pairs.every(([first, second]) => areEquivalent(space, first, second));
}

function areEquivalent(space: CommonSpace, one: Part | null, other: Part | null): boolean {
    if (one === null || other === null) return one === other;
    const [first, second] = [space.components.placeOf(one), space.components.placeOf(other)];
    if (first.component !== second.component) return false;
    const [a, b] = [space.formulaOf(one), space.formulaOf(other)];
    if (a === b) return a !== TRUE && a !== FALSE;
    const { component } = first.component;
    return [
        [a, not(b)],
        [not(a), b],
    ].every((formulas) => component.memo(`ask  ${formulas.join()}`, () => component.ask([], formulas)) === 'unsat');
}

function inOrder(old: readonly Criterion[], current: readonly Criterion[], before: ReadonlyMap<Criterion, Criterion>): CriterionPair[] {
    const after = new Map([...before].map(([now, then]) => [then, now]));
    const pairs: CriterionPair[] = current.map((criterion) => ({ old: before.get(criterion) ?? null, new: criterion }));
    old.forEach((criterion, index) => {
        if (after.has(criterion)) return;
        // Behind the nearest criterion above it that is still there.
        let place = 0;
        for (let at = index - 1; at >= 0 && place === 0; at--) place = pairs.findIndex((pair) => pair.old === old[at]) + 1;
        pairs.splice(place, 0, { old: criterion, new: null });
    });
    return pairs;
}
