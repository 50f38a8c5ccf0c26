// How far a criterion is formal: one class for each, by the leaves of its rule.
import type { Condition, Refinement, TermSelection } from './condition.js';
import type { CriteriaDocument, Criterion } from './document.js';
import type { Term } from './term.js';
import { walkCondition } from './walk.js';

/**
 * The classes, in the order in which they are decided: a criterion is in the first that applies.
 * - holes: a leaf that the source does not give, or that could not be read or resolved.
 * - prose: a statement that could be typed.
 * - judgement: somebody decides.
 * - attestation: consent, willingness, agreement, ability.
 * - flagged: formal, with a qualifier in the protocol's own words that nothing defines.
 * - declaredOnly: formal, but every term is declared by the author alone, with no parent, code or definition.
 * - typed: wholly formal.
 */
export const CRITERION_CLASSES = ['holes', 'prose', 'judgement', 'attestation', 'flagged', 'declaredOnly', 'typed'] as const;

export type CriterionClass = (typeof CRITERION_CLASSES)[number];

/** What the rule of one criterion holds, definitions that it uses included. */
interface Contents {
    classes: Set<CriterionClass>;
    knownTerm: boolean;
    declaredTerm: boolean;
    /** Definitions already looked into, so that each is read once and circles end. */
    definitions: Set<string>;
}

/** Gives the function that puts a criterion of this document into its class. */
export function criterionClassifier(document: Pick<CriteriaDocument, 'definitions' | 'terms'>): (criterion: Criterion) => CriterionClass {
    const terms = new Map(document.terms.map((term) => [term.id, term]));
    const rules = new Map(document.definitions.map((definition) => [definition.id, definition.rule]));
    return (criterion) => {
        const contents: Contents = { classes: new Set(['typed']), knownTerm: false, declaredTerm: false, definitions: new Set() };
        const readings = criterion.readings.map((reading) => reading.rule);
        for (const rule of readings.length > 0 ? readings : [criterion.rule]) gather(rule, contents, terms, rules);
        if (contents.declaredTerm && !contents.knownTerm) contents.classes.add('declaredOnly');
        return CRITERION_CLASSES.find((each) => contents.classes.has(each)) ?? 'typed';
    };
}

function gather(rule: Condition, contents: Contents, terms: ReadonlyMap<string, Term>, rules: ReadonlyMap<string, Condition>): void {
    const seeTerm = (id: string): void => {
        if (isDeclaredOnly(terms.get(id))) contents.declaredTerm = true;
        else contents.knownTerm = true;
    };
    walkCondition(rule, {
        term: seeTerm,
        selection: (selection) => {
            if (selection.term === null) contents.knownTerm = true;
            else seeTerm(selection.term);
            if (hasTextInExceptions(selection)) contents.classes.add('flagged');
        },
        condition: (condition) => {
            const found = classOfLeaf(condition);
            if (found !== null) contents.classes.add(found);
            if (condition.kind !== 'reference' || contents.definitions.has(condition.definition)) return;
            contents.definitions.add(condition.definition);
            const body = rules.get(condition.definition);
            if (body !== undefined) gather(body, contents, terms, rules);
        },
    });
}

/** The class that a condition by itself puts a criterion into; null when it is formal or contains others. */
function classOfLeaf(condition: Condition): CriterionClass | null {
    switch (condition.kind) {
        case 'unspecified':
        case 'unresolved':
            return 'holes';
        case 'statement':
            return condition.class;
        case 'vague':
            return 'flagged';
        default:
            return 'refinements' in condition && condition.refinements.some(isText) ? 'flagged' : null;
    }
}

/** "requiring "parenteral nutrition"": a refinement in words stands for a fact that nothing defines. */
function isText(refinement: Refinement): boolean {
    return 'text' in refinement;
}

function hasTextInExceptions(selection: TermSelection): boolean {
    return selection.except.some((exception) => exception.refinements.some(isText));
}

function isDeclaredOnly(term: Term | undefined): boolean {
    return term !== undefined && term.origin === 'declared' && term.parents.length === 0 && term.codes.length === 0 && term.definition === null;
}
