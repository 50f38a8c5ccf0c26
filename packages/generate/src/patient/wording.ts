// What a sentence needs to know while it is worded: the terms, the definitions, the cohort in question and the polarity.
import type { CriteriaDocument, Criterion, Definition } from '@crit-lang/model/criteria/document.js';
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import type { Block } from './clause.js';
import { cleanText } from '../phrase/clean-text.js';

/** How many uses of definitions one criterion may expand; a chain of definitions that each use the last one twice grows without bound. */
const EXPANSIONS = 200;

/** How many conditions one criterion may word, so that no nesting, however clever, keeps a machine busy. */
const CONDITIONS = 20_000;

/** The facts about the document that no sentence changes. */
export class Glossary {
    private readonly terms: ReadonlyMap<string, Term>;
    private readonly sharedPlain: ReadonlySet<string>;
    private readonly parents: ReadonlySet<string>;
    readonly definitions: ReadonlyMap<string, Definition>;
    /** Criterion id to the criteria that stand in its place for some terms. */
    readonly replacedBy: ReadonlyMap<string, Criterion[]>;

    constructor(readonly document: CriteriaDocument) {
        this.terms = new Map(document.terms.map((term) => [term.id, term]));
        this.definitions = new Map(document.definitions.map((definition) => [definition.id, definition]));
        const replacing = document.criteria.filter((criterion) => criterion.replaces !== null);
        this.replacedBy = new Map(replacing.map(({ replaces }) => [replaces ?? '', replacing.filter((other) => other.replaces === replaces)]));
        this.parents = new Set(document.terms.flatMap((term) => term.parents));
        const plain = document.terms.map((term) => cleanText(term.plain ?? '').toLowerCase()).filter((text) => text !== '');
        const seen = new Set<string>();
        this.sharedPlain = new Set(plain.filter((text) => seen.size === seen.add(text).size));
    }

    term(id: string): Term | undefined {
        return this.terms.get(id);
    }

    /** Whether two terms of the document have this plain wording, so that it alone does not say which is meant. */
    isSharedPlain(plain: string): boolean {
        return this.sharedPlain.has(plain.toLowerCase());
    }

    /** Whether other terms of the document are kinds of this one. */
    isClass(id: string): boolean {
        return this.parents.has(id);
    }

    /** Whether a term is this one or a kind of it, however far down. */
    isA(id: string, ancestor: string): boolean {
        const seen = new Set<string>();
        const open = [id];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            if (next === ancestor) return true;
            if (seen.has(next)) continue;
            seen.add(next);
            open.push(...(this.terms.get(next)?.parents ?? []));
        }
        return false;
    }
}

/** Puts a condition, or its contrary, into words. */
export type Render = (condition: Condition, wording: Wording, negated: boolean) => Block;

/** The state in which a condition is worded. */
export interface Wording {
    /** For the parts of a condition: the families of sentences do not know each other. */
    render: Render;
    glossary: Glossary;
    term(id: string): Term | undefined;
    /** The cohort's disease in a section for one cohort; null in the part for everyone. */
    index: TermSelection | null;
    /** Under "You cannot join if". */
    excluding: boolean;
    /** The condition stands by itself under its heading, so that "You can still join if …" can follow it. */
    topLevel: boolean;
    /** What the sentence before this one has named, and all that this one speaks of: "it". Null when that is not so. */
    named: TermSelection | null;
    /** An undefined word about time stands before the name: "recent". It takes the place of a window that nobody wrote. */
    undefinedTime: boolean;
    /** The words go into the middle of a sentence: no lists. */
    inLine: boolean;
    /** Values of the parameters of the definition that is being expanded. */
    parameters: ReadonlyMap<string, Limit>;
    /** Definitions under expansion, against a definition that uses itself. */
    expanding: readonly string[];
    /** What is left of the allowed work, shared by all sentences of one criterion. */
    budget: { expansions: number; conditions: number };
}

/** The wording of a criterion's rule. */
export function wordingFor(render: Render, glossary: Glossary, index: TermSelection | null, excluding: boolean): Wording {
    return {
        render,
        glossary,
        term: (id) => glossary.term(id),
        index,
        excluding,
        topLevel: true,
        named: null,
        undefinedTime: false,
        inLine: false,
        parameters: new Map(),
        expanding: [],
        budget: { expansions: EXPANSIONS, conditions: CONDITIONS },
    };
}

/** The wording of parts of a condition: they no longer stand by themselves under the heading. */
export function inner(wording: Wording): Wording {
    return wording.topLevel ? { ...wording, topLevel: false } : wording;
}
