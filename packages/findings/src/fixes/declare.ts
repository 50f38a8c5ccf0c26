// Fixes that declare what nobody declared: the usual limit of normal, to be put right by the author.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { KnowledgeUndeclared } from '@crit-lang/analysis/questions/finding.js';
import { nameText } from '../print/name.js';
import { CHANGES, type Proposal, type Workplace } from './proposal.js';

/** Nothing where the answer is no number that the vocabulary suggests. */
export function declareUndeclared({ question, parts }: KnowledgeUndeclared, { analysis, files }: Workplace): Proposal[] {
    const { document } = analysis;
    const last = document.criteria.findLast(({ origin, range }) => origin === 'written' && range?.file === 0);
    const first = document.criteria.find(({ origin, range }) => origin === 'written' && range?.file === 0);
    const file = files.of(first?.range);
    if (question.kind !== 'normal limit' || file === undefined || first?.range === undefined || last === undefined) return [];
    const term = parts[0]?.setting.knowledge.term(question.measure);
    const unit = term?.reference?.unit ?? null;
    if (term?.reference === undefined || unit === null) return [];
    const value = question.limit === 'ULN' ? term.reference.high : term.reference.low;
    const quantity = { value, unit, canonical: { value, unit } };
    const relations: CriteriaDocument['relations'] = [
        ...document.relations,
        { kind: 'limit-interval', measure: term.id, limit: question.limit, low: quantity, high: quantity, source: null },
    ];
    const at = file.lineStart(file.stretchOf(first.range).start);
    const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
    return [
        {
            title: `Declare the ${question.limit} of ${term.id}: ${value} ${unit} is usual; write your laboratory's`,
            changes: CHANGES.nobody,
            document: { ...document, relations },
            edits: [
                file.edit(
                    { start: at, end: at },
                    `declare ${question.limit} of ${nameText(term.id)} from ${value} ${unit} to ${value} ${unit}${newline}${newline}`,
                ),
            ],
        },
    ];
}
