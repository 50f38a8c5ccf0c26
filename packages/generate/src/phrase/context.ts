// What the phrasing of one criterion knows: the document's terms and definitions, whose criterion it is, and what was already introduced.
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { declaredMembers } from '@crit-lang/model/criteria/declared-members.js';
import type { CriteriaDocument, Definition } from '@crit-lang/model/criteria/document.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import type { Phrase } from './phrase.js';

export interface PhraseContext {
    /** By lower-cased id. */
    terms: ReadonlyMap<string, Term>;
    definitions: ReadonlyMap<string, Definition>;
    /** Terms that the protocol itself counts under a class. */
    membersOf: (classId: string) => string[];
    /** The anchor that goes without saying. */
    defaultAnchor: string;
    /** The index disease, when the criterion is for one cohort (or cohorts of one disease); else null. */
    index: TermSelection | null;
    /** Lists of alternatives read "at least one of" where all must be met, "any of" where one is enough to exclude. */
    polarity: 'include' | 'exclude';
    /** Terms whose abbreviation, and definitions whose content, were already given in this text; grows as the text is made. */
    introduced: Set<string>;
    /** Values of a definition's parameters where its body is spoken. */
    bindings: ReadonlyMap<string, Limit>;
    /** Definitions being spoken, against circles. */
    speaking: readonly string[];
    /** How a condition inside another is phrased; set by `condition.ts`, so that the families of nodes need not know each other. */
    say: (condition: Condition, context: PhraseContext) => Phrase;
}

/** What `phraseContext` may be told; all of it can be left out. */
export interface PhraseOptions {
    polarity?: 'include' | 'exclude';
    /** Cohorts the text is for; null or left out: all. */
    cohorts?: readonly string[] | null;
}

/** Case does not distinguish names, so they are looked up by this key. */
export function nameKey(name: string): string {
    return name.toLowerCase();
}

/** The term of this name, or null when the document does not hold it. */
export function termOf(name: string, context: PhraseContext): Term | null {
    return context.terms.get(nameKey(name)) ?? null;
}

type Names = Pick<PhraseContext, 'terms' | 'definitions'>;

// A document is phrased criterion by criterion, each text with a context of its own; what they share is made once. A document is never changed.
const namesOfDocuments = new WeakMap<CriteriaDocument, Names>();

function namesIn(document: CriteriaDocument): Names {
    let names = namesOfDocuments.get(document);
    if (names === undefined) {
        names = {
            terms: new Map(document.terms.map((term) => [nameKey(term.id), term])),
            definitions: new Map(document.definitions.map((definition) => [nameKey(definition.id), definition])),
        };
        namesOfDocuments.set(document, names);
    }
    return names;
}

/** A context for one text about `document`. */
export function baseContext(document: CriteriaDocument, options: PhraseOptions, say: PhraseContext['say']): PhraseContext {
    const { terms, definitions } = namesIn(document);
    return {
        terms,
        definitions,
        membersOf: (classId) => declaredMembers(document, classId),
        defaultAnchor: document.protocol?.defaultAnchor ?? 'screening',
        index: commonIndex(document, options.cohorts ?? null),
        polarity: options.polarity ?? 'include',
        introduced: new Set(),
        bindings: new Map(),
        speaking: [],
        say,
    };
}

function commonIndex(document: CriteriaDocument, cohorts: readonly string[] | null): TermSelection | null {
    const concerned = document.cohorts.filter((cohort) => cohorts === null || cohorts.includes(cohort.id));
    const [first, ...rest] = concerned.map((cohort) => cohort.index);
    const same = first !== undefined && first !== null && rest.every((index) => index?.term === first.term);
    return same && first.term !== null ? first : null;
}
