// A document in which one criterion is read in another of its ways, and what the evaluator knows of it.
import { Knowledge } from '@crit-lang/evaluate/knowledge/knowledge.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

export type ChosenReading = { readonly criterion: string; readonly id: string } | null;

/** The document with that reading as the criterion's first, which is the one that the evaluator goes by. */
export function documentReadAs(document: CriteriaDocument, reading: ChosenReading): CriteriaDocument {
    if (reading === null) return document;
    const criteria = document.criteria.map((criterion) => {
        const chosen = criterion.id === reading.criterion ? criterion.readings.find(({ id }) => id === reading.id) : undefined;
        if (chosen === undefined) return criterion;
        return { ...criterion, rule: chosen.rule, readings: [chosen, ...criterion.readings.filter((each) => each !== chosen)] };
    });
    return { ...document, criteria };
}

const known = new WeakMap<CriteriaDocument, Map<string, Knowledge>>();

/** What the evaluator knows of the document in that reading; several patients of one document share it. */
export function knowledgeRead(document: CriteriaDocument, reading: ChosenReading): Knowledge {
    const readings = known.get(document) ?? new Map<string, Knowledge>();
    known.set(document, readings);
    const name = reading === null ? '' : JSON.stringify([reading.criterion, reading.id]);
    const found = readings.get(name) ?? new Knowledge(documentReadAs(document, reading));
    readings.set(name, found);
    return found;
}
