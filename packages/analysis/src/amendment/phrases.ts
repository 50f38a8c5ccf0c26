// Words that nothing defines and that changed between the versions ("severe", now "severe or moderate"; a statement that was rewritten): each is a fact of its
// own, so no solver can say who is meant by the one and not by the other. Here they are found, tied to each other, or made to add nothing.
import type { PlacedComponent } from '../components/component-set.js';
import type { FactSpace } from '../facts/fact-space.js';
import { type Formula, not } from '../encode/formulas.js';
import { variablesIn } from '../encode/reachable-nodes.js';
import type { Extra as Narrowing } from '../facts/extras.js';
import type { Occurrence } from '../facts/occurrences.js';
import type { Part } from '../subjects/part.js';
import { type FreeFact, freeFactOf } from './free-fact.js';
import type { CommonSpace, Extra } from './common-space.js';

export interface Phrases {
    /** Phrases of the old version in whose place the new one has others, and these. */
    readonly replaced: { readonly old: readonly string[]; readonly new: readonly string[] };
    /** Phrases that only one version has. */
    readonly old: readonly string[];
    readonly new: readonly string[];
    /** Each phrase and that in its place are said of the same patients. */
    readonly tied: Extra;
    /** Besides, no changed phrase leaves out anybody. */
    readonly neutral: Extra;
}

const NOTHING: Extra = new Map();
export const NO_PHRASES: Phrases = { replaced: { old: [], new: [] }, old: [], new: [], tied: NOTHING, neutral: NOTHING };

interface Said {
    /** What stands in its place says something of the same. */
    readonly base: string;
    readonly phrases: readonly string[];
    readonly fact: Formula;
    /** What it comes to when the phrase leaves out nobody; null where that is not known. */
    readonly plain: Formula | null;
}

export function phrasesOf(space: CommonSpace, old: Part | null, current: Part | null): Phrases {
    if (old === null || current === null) return NO_PHRASES;
    const [before, now] = [space.components.placeOf(old).component, space.components.placeOf(current).component];
    // Where they have no fact in common there is nothing to tie.
    if (before !== now) return NO_PHRASES;
    const reader = new PhraseReader(before.component.space, space.formulaOf(old), space.formulaOf(current), current);
    return reader.phrases(before);
}

class PhraseReader {
    private readonly occurrences = new Map<Formula, Occurrence>();
    private readonly free = new Map<Formula, FreeFact>();
    private readonly variables: { readonly old: readonly Formula[]; readonly new: readonly Formula[] };

    constructor(
        private readonly space: FactSpace,
        old: Formula,
        current: Formula,
        private readonly part: Part,
    ) {
        for (const occurrence of space.occurrences.all()) this.occurrences.set(occurrence.formula, occurrence);
        for (const [key, fact] of space.freeFacts) this.free.set(fact, freeFactOf(key));
        this.variables = { old: variablesIn(space.formulas, [old]), new: variablesIn(space.formulas, [current]) };
    }

    phrases(placed: PlacedComponent): Phrases {
        const [before, now] = [this.said('old', 'new'), this.said('new', 'old')];
        if (before.length + now.length === 0) return NO_PHRASES;
        const { formulas } = this.space;
        const tied: Formula[] = [];
        const replaced: { old: string[]; new: string[] } = { old: [], new: [] };
        for (const base of new Set(before.map((each) => each.base))) {
            const [ones, others] = [before, now].map((said) => said.filter((each) => each.base === base));
            if (ones === undefined || others === undefined || others.length === 0) continue;
            const [first, ...rest] = [...ones, ...others].map(({ fact }) => fact);
            for (const fact of rest) tied.push(formulas.equivalent(first as Formula, fact));
            replaced.old.push(...ones.flatMap(({ phrases }) => phrases));
            replaced.new.push(...others.flatMap(({ phrases }) => phrases));
        }
        const neutral = [...before, ...now].flatMap(({ fact, plain }) => (plain === null ? [] : [formulas.equivalent(fact, plain)]));
        neutral.push(...this.impliedByWords([...before, ...now]));
        const only = (said: readonly Said[], without: readonly string[]): string[] =>
            distinct(said.flatMap(({ phrases }) => phrases)).filter((each) => !without.includes(each));
        return {
            replaced: { old: distinct(replaced.old), new: distinct(replaced.new) },
            old: only(before, replaced.old),
            new: only(now, replaced.new),
            tied: tied.length === 0 ? NOTHING : new Map([[placed, tied]]),
            neutral: new Map([[placed, [...tied, ...neutral]]]),
        };
    }

    // What is called "recent, clinically significant" is best called "clinically significant" too.
    private impliedByWords(changed: readonly Said[]): Formula[] {
        return changed.flatMap(({ fact, phrases }) => {
            const occurrence = this.occurrences.get(fact);
            if (occurrence === undefined) return [];
            const words = wordsOfText(phrases.join(' '));
            return [...this.occurrences.values()].flatMap((other) => {
                if (other === occurrence || other.track !== occurrence.track || other.leaf !== occurrence.leaf || other.cell !== occurrence.cell) return [];
                const said = other.having.flatMap(wordsIn);
                const isSaidBesides = other.lacking.length === 0 && said.length > 0 && said.length === other.having.length;
                return isSaidBesides && wordsOfText(said.map(({ text }) => text).join(' ')).every((word) => words.includes(word))
                    ? [this.space.formulas.implies(fact, other.formula)]
                    : [];
            });
        });
    }

    /** What one version says in words that the other one does not have. */
    private said(version: 'old' | 'new', other: 'old' | 'new'): Said[] {
        const theirs = new Set(this.variables[other].flatMap((variable) => this.wordsOf(variable)));
        return this.variables[version].flatMap((variable): Said[] => {
            const changed = this.wordsOf(variable).filter((word) => !theirs.has(word));
            if (changed.length === 0) return [];
            const occurrence = this.occurrences.get(variable);
            if (occurrence !== undefined) return [this.saidOf(occurrence, new Set(changed))];
            const fact = this.free.get(variable);
            if (fact === undefined) return [];
            // What an inclusion asks for besides leaves out nobody when all have it; what an exclusion names, when none has it.
            const nobodyLeftOut = fact.narrows || this.part.criterion.kind === 'include' ? 0 : not(0);
            return [
                {
                    base: fact.base,
                    phrases: fact.phrase === null ? [] : [fact.phrase],
                    fact: variable,
                    plain: fact.narrows || fact.phrase !== null ? nobodyLeftOut : null,
                },
            ];
        });
    }

    private wordsOf(variable: Formula): string[] {
        const occurrence = this.occurrences.get(variable);
        if (occurrence !== undefined) return [...occurrence.having, ...occurrence.lacking].flatMap(wordsIn).map(({ key }) => key);
        const fact = this.free.get(variable);
        return fact === undefined ? [] : [fact.key];
    }

    private saidOf(occurrence: Occurrence, changed: ReadonlySet<string>): Said {
        const { track, leaf, cell, having, lacking, formula } = occurrence;
        const isKept = (extra: Narrowing): boolean => !wordsIn(extra).some(({ key }) => changed.has(key));
        const keys = (extras: readonly Narrowing[]): string =>
            extras
                .map((extra) => (isKept(extra) ? extra.key : ''))
                .sort()
                .join(';');
        const plain = lacking.every(isKept) ? this.plainKind(occurrence, having.filter(isKept)) : null;
        const phrases = [...having, ...lacking].flatMap(wordsIn).filter(({ key }) => changed.has(key));
        return { base: `${track}\n${leaf.id}\n${cell}\n${keys(having)}|${keys(lacking)}`, phrases: phrases.map(({ text }) => text), fact: formula, plain };
    }

    private plainKind({ track, leaf, cell, lacking }: Occurrence, having: readonly Narrowing[]): Formula | null {
        const key = (extras: readonly Narrowing[]): string =>
            extras
                .map((extra) => extra.key)
                .sort()
                .join(';');
        for (const each of this.occurrences.values()) {
            if (each.track === track && each.leaf === leaf && each.cell === cell && key(each.having) === key(having) && key(each.lacking) === key(lacking))
                return each.formula;
        }
        return null;
    }
}

/** The words in an extra that nothing defines. */
function wordsIn(extra: Narrowing): { key: string; text: string }[] {
    switch (extra.kind) {
        case 'qualifier':
            return [{ key: extra.key, text: extra.word }];
        case 'refinement':
            return 'text' in extra.refinement ? [{ key: extra.key, text: extra.refinement.text }] : [];
        case 'method':
            return [{ key: extra.key, text: extra.method }];
        case 'both':
            return extra.parts.flatMap(wordsIn);
        default:
            return [];
    }
}

const wordsOfText = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
