// States what occurs in a model: for each cell of time in which something is there, one fact, as special as the model says.
import { type Extra, relateExtras } from '@crit-lang/analysis/facts/extras.js';
import type { Leaf } from '@crit-lang/analysis/facts/leaves.js';
import type { Occurrence } from '@crit-lang/analysis/facts/occurrences.js';
import type { Model } from '@crit-lang/analysis/components/model.js';
import type { Condition, Presence, Refinement, ResponseKind, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { DurationBound, Window } from '@crit-lang/model/criteria/time.js';
import { lengthWithin } from './durations.js';
import { windowInside } from './windows.js';

/** A fact with the occurrence that it is of. */
export interface StatedOccurrence {
    readonly occurrence: Pick<Occurrence, 'track' | 'leaf' | 'cell'>;
    readonly fact: Condition;
}

/** The facts, those that say most of one thing first. What lies in a time that nobody can name is left out. */
export function occurrenceFacts(model: Model, defaultAnchor: string): StatedOccurrence[] {
    const places = new Map<string, Occurrence[]>();
    for (const occurrence of model.space.occurrences.all()) {
        const place = `${occurrence.track}\n${occurrence.leaf.id}\n${occurrence.cell}`;
        const same = places.get(place);
        if (same === undefined) places.set(place, [occurrence]);
        else same.push(occurrence);
    }
    return [...places.values()].flatMap((same) => factsAt(same, model, defaultAnchor));
}

/** The terms that stand for a leaf: the leaf's own, or several of its members where a list counts so many. */
function termsFor(leaf: Leaf, { space, isTrue }: Pick<Model, 'space' | 'isTrue'>): string[] {
    const counted = `${leaf.term.toLowerCase()} {`;
    const most = [...space.freeFacts].reduce((found, [key, formula]) => {
        const [, number = '1', rest = ''] = /^member (\d+) (.*)$/su.exec(key) ?? [];
        return rest.startsWith(counted) && isTrue(formula) === true ? Math.max(found, Number(number)) : found;
    }, 1);
    if (most < 2) return [leaf.term];
    const { knowledge } = space;
    const members = leaf.terms.filter((term) => !leaf.terms.some((other) => other !== term && knowledge.isA(other, term)));
    return members.length < most ? [leaf.term] : members.slice(0, most).map((term) => knowledge.term(term)?.id ?? term);
}

function factsAt(same: readonly Occurrence[], model: Model, defaultAnchor: string): StatedOccurrence[] {
    const { knowledge, occurrences } = model.space;
    const [first] = same;
    const isSo = same.filter(({ formula }) => model.isTrue(formula) === true);
    if (first === undefined || isSo.length === 0) return [];
    const halfLife = knowledge.halfLifeOf(first.leaf.term);
    const example = occurrences.cellsOf(first.leaf).cells[first.cell]?.example ?? null;
    const inside = example === null ? null : windowInside(example, defaultAnchor, halfLife);
    if (inside === null) return [];
    const window = saidOf(first.track, inside, occurrences.cellsOf(first.leaf).cells.length === 1);
    const implies = (one: Extra, other: Extra): boolean => relateExtras(one, other, halfLife, knowledge) === 'implies';
    const says = (extras: readonly Extra[], asked: readonly Extra[]): boolean => asked.every((extra) => extras.some((each) => implies(each, extra)));
    const isNotSo = same.filter((occurrence) => !isSo.includes(occurrence));
    const groups: { extras: Extra[]; lacking: Extra[] }[] = [];
    for (const { having, lacking } of [...isSo].sort((one, other) => other.having.length - one.having.length)) {
        if (groups.some((group) => says(group.extras, having) && !lacking.some((lack) => says(group.extras, [lack])))) continue;
        const joined = groups.find((group) => {
            const extras = [...group.extras, ...having];
            const isTooMuch = isNotSo.some((other) => other.lacking.length === 0 && says(extras, other.having));
            return !isTooMuch && ![...group.lacking, ...lacking].some((lack) => says(extras, [lack]));
        });
        if (joined === undefined) groups.push({ extras: [...having], lacking: [...lacking] });
        else {
            joined.extras.push(...having);
            joined.lacking.push(...lacking);
        }
    }
    const terms = termsFor(first.leaf, { space: model.space, isTrue: (formula) => model.isTrue(formula) });
    return groups.flatMap((group) => {
        const denied = isNotSo.filter((other) =>
            says(
                group.extras,
                other.having.filter(({ kind }) => kind !== 'lasting' && kind !== 'stable dose'),
            ),
        );
        const having = denied.flatMap((other) => other.having);
        return terms.map((term) => ({ occurrence: first, fact: factOf({ ...first, leaf: { ...first.leaf, term } }, group.extras, having, window, model) }));
    });
}

/** `denied`: of what narrows it, what must not be said. */
function factOf({ track, leaf }: Occurrence, extras: readonly Extra[], denied: readonly Extra[], window: Window, model: Model): Condition {
    const { knowledge } = model.space;
    const halfLife = knowledge.halfLifeOf(leaf.term);
    const single = extras.flatMap((extra) => (extra.kind === 'both' ? extra.parts : [extra]));
    const boundOf = (taken: readonly DurationBound[], left: readonly DurationBound[]): DurationBound | null => {
        const [only] = taken;
        if (only === undefined || (taken.length === 1 && left.length === 0)) return only ?? null;
        const length = lengthWithin(taken, left, halfLife);
        return length === null ? only : { operator: '=', duration: length };
    };
    const lastingIn = (list: readonly Extra[]): Extract<Extra, { kind: 'lasting' }>[] => list.filter((extra) => extra.kind === 'lasting');
    const stableIn = (list: readonly Extra[]): Extract<Extra, { kind: 'stable dose' }>[] => list.filter((extra) => extra.kind === 'stable dose');
    const long = boundOf(
        lastingIn(single).map(({ bound }) => bound),
        lastingIn(denied).map(({ bound }) => bound),
    );
    const lasting = long === null ? null : { operator: long.operator, duration: long.duration, sustained: lastingIn(single)[0]?.bound.sustained ?? false };
    const [stable] = stableIn(single);
    const stableBound = boundOf(
        stableIn(single).flatMap(({ bound }) => bound ?? []),
        stableIn(denied).flatMap(({ bound }) => bound ?? []),
    );
    const refinements = distinct(single.flatMap((extra): Refinement[] => (extra.kind === 'refinement' ? [extra.refinement] : [])));
    const method = single.find((extra) => extra.kind === 'method')?.method ?? null;
    const words = [...new Set(single.flatMap((extra) => (extra.kind === 'qualifier' ? [extra.word] : [])))];
    const what: TermSelection = { term: leaf.term, index: false, any: false, except: [] };
    const kind = knowledge.term(leaf.term)?.kind;
    const fact = ((): Condition => {
        if (track.startsWith('response '))
            return { kind: 'response', responses: [track.slice('response '.length) as ResponseKind], to: what, window, lasting, refinements };
        if (track.startsWith('result ')) return { kind: 'result', test: what, result: track.slice('result '.length), window, method, refinements };
        if (track === 'present' && kind === 'fact') return { kind: 'fact', term: leaf.term, window };
        if (track === 'present' && kind === 'criteria') return { kind: 'meets', criteria: leaf.term, window };
        const stableDose = stable === undefined ? null : { bound: stableBound, before: stable.before };
        return { kind: 'presence', ...aspectOf(track, kind === 'drug', window), what, window, refinements, lasting, times: null, stableDose, method };
    })();
    return words.reduceRight<Condition>((inner, qualifier) => ({ kind: 'vague', qualifier, condition: inner }), fact);
}

// Of responses and diagnoses the language takes any time up to the default point where no window is written.
function saidOf(track: Occurrence['track'], window: Window, isOnlyCell: boolean): Window {
    const isDefault = window.form === 'at' && !window.written;
    if (!isDefault || track === 'present' || track.startsWith('result ')) return window;
    const isEver = isOnlyCell && (track === 'diagnosis' || track.startsWith('response '));
    return isEver ? { form: 'ever', from: null, to: window.to, written: track === 'diagnosis' } : { ...window, written: true };
}

function aspectOf(track: Occurrence['track'], isDrug: boolean, { form }: Window): Pick<Presence, 'aspect' | 'verb'> {
    switch (track) {
        case 'onset':
            return isDrug ? { aspect: 'start', verb: 'started' } : { aspect: 'onset', verb: 'onset of' };
        case 'stop':
            return { aspect: 'stop', verb: 'stopped' };
        case 'diagnosis':
            return { aspect: 'diagnosis', verb: 'diagnosed with' };
        case 'planned':
            return { aspect: 'planned', verb: 'plans' };
        default:
            if (isDrug) return { aspect: 'exposure', verb: form === 'at' ? 'uses' : 'used' };
            return { aspect: 'present', verb: form === 'at' ? 'has' : 'had' };
    }
}

function distinct(refinements: readonly Refinement[]): Refinement[] {
    return [...new Map(refinements.map((refinement) => [JSON.stringify(withoutPlaces(refinement)), refinement])).values()];
}

/** The same without places in the text: a fact of a witness stands nowhere yet. */
export function withoutPlaces<Part>(part: Part): Part {
    return JSON.parse(JSON.stringify(part, (name, value: unknown) => (name === 'range' ? undefined : value))) as Part;
}
