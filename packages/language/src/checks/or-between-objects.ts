// or-between-objects: 'has A or B' leaves open whether B is had; names are joined by 'any of { … }'.
import type { Clinical, Conjunction, Disjunction, Expression } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { shortened, shownText, writtenText } from '../syntax/parts.js';

/** Reports 'has A or B' (a verb, then bare names); true when it did. */
export function reportOrBetweenObjects(lowering: Lowering, node: Disjunction | Conjunction): boolean {
    const [first, ...rest] = node.items;
    if (first?.$type !== 'Clinical' || rest.length === 0) return false;
    const verb = verbText(first);
    if (verb === null || first.predicate !== undefined || !rest.every((item) => isBareTerm(lowering, item))) return false;
    const word = node.$type === 'Disjunction' ? 'or' : 'and';
    const items = [first, ...rest] as Clinical[];
    const clauses = [...first.clauses, ...(items.at(-1)?.clauses ?? [])].map((clause) => writtenText(clause)).join(' ');
    const newText = `${verb} ${word === 'or' ? 'any of' : 'all of'} { ${items.map((item) => writtenText(item.subject)).join(', ')} }${clauses === '' ? '' : ` ${clauses}`}`;
    const shown = shortened(newText.replace(/\s+/g, ' '), 120);
    lowering.report(
        'or-between-objects',
        node,
        `'${word}' joins whole conditions, so it is not clear that '${verb}' is also said of '${shownText(items[1]?.subject)}'. Put the names into braces: ${shown}.`,
        {
            fixes: [{ title: `Write '${shortened(shown, 70)}'`, edits: [{ range: lowering.rangeOf(node), newText }] }],
        },
    );
    return true;
}

function verbText(node: Clinical): string | null {
    if (node.verb !== undefined) return node.verb;
    if (node.responses.length > 0) return `${node.responses.join(' or ')} to`;
    return null;
}

function isBareTerm(lowering: Lowering, node: Expression): boolean {
    if (node.$type !== 'Clinical' || node.verb !== undefined || node.responses.length > 0 || node.predicate !== undefined) return false;
    if (node.subject?.$type !== 'Selection' || node.subject.name === undefined) return false;
    if (lowering.scope.definition(node.subject.name) !== undefined) return false;
    return lowering.scope.terms.find(node.subject.name).some((hit) => hit.term.kind !== 'fact');
}
