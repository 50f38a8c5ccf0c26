// or-between-objects: 'has A or B' leaves open whether B is had; names are joined by 'any of { … }'.
import type { Conjunction, Disjunction, Expression } from '../generated/ast.js';
import type { Clinical } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';

/** Reports 'has A or B' (a verb, then bare names); true when it did. */
export function reportOrBetweenObjects(lowering: Lowering, node: Disjunction | Conjunction): boolean {
    const [first, ...rest] = node.items;
    if (first?.$type !== 'Clinical' || rest.length === 0) return false;
    const verb = verbText(first);
    if (verb === null || first.predicate !== undefined || !rest.every((item) => isBareTerm(lowering, item))) return false;
    const joined = node.$type === 'Disjunction' ? 'any of' : 'all of';
    const names = [first.subject?.$cstNode?.text ?? '', ...rest.map((item) => (item as Clinical).subject?.$cstNode?.text ?? '')];
    const clauses = [...first.clauses, ...(rest.at(-1) as Clinical).clauses].map((clause) => clause.$cstNode?.text ?? '').join(' ');
    const newText = `${verb} ${joined} { ${names.join(', ')} }${clauses === '' ? '' : ` ${clauses}`}`;
    const range = lowering.rangeOf(node);
    lowering.report('or-between-objects', range, `'${node.$type === 'Disjunction' ? 'or' : 'and'}' joins whole conditions, so it is not clear that '${verb}' is also said of '${names[1] ?? ''}'. Put the names into braces: ${newText}.`, {
        fixes: [{ title: `Write ${newText.length > 70 ? `${newText.slice(0, 70)}…` : newText}`, edits: [{ range, newText }] }],
    });
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
