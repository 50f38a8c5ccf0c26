// unbraced-exceptions: in a list, 'any X except a, b' reads as two items; several exceptions need braces.
import type { AstNode } from 'langium';
import type { Exception, Expression } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';

/** Reports an exception without braces in a list when an item that is only a name follows a comma. */
export function reportUnbracedExceptions(lowering: Lowering, exception: Exception): void {
    const group = enclosingList(exception);
    if (group === undefined) return;
    const item = group.items.find((candidate) => contains(candidate, exception));
    const index = item === undefined ? -1 : group.items.indexOf(item);
    const next = index < 0 ? undefined : group.items[index + 1];
    const exceptionCst = exception.$cstNode;
    const nextCst = next?.$cstNode;
    if (next === undefined || exceptionCst === undefined || nextCst === undefined || !isBareName(next)) return;
    const between = lowering.source.text.slice(exceptionCst.end, nextCst.offset);
    if (!between.includes(',')) return;
    const following = [];
    for (const candidate of group.items.slice(index + 1)) if (isBareName(candidate)) following.push(candidate.$cstNode?.text ?? '');
    const single = exception.single?.$cstNode?.text ?? '';
    const start = exception.single?.$cstNode?.offset ?? exceptionCst.offset;
    lowering.report('unbraced-exceptions', exception, `Only '${single}' is excepted here; '${nextCst.text}' after the comma is read as the next item of the list, which turns the meaning over. Put several exceptions into braces, or start a new line for the next item.`, {
        fixes: [{ title: `Write ${exception.kind} { ${single}, ${nextCst.text} }`, edits: [{ range: lowering.source.range(start, nextCst.end), newText: `{ ${single}, ${nextCst.text} }` }] }],
    });
}

function enclosingList(node: AstNode): { items: Expression[] } | undefined {
    for (let current = node.$container; current !== undefined; current = current.$container) {
        if (current.$type === 'Group') return current as unknown as { items: Expression[] };
        if (current.$type === 'ExceptionItem' || current.$type === 'Body') return undefined;
    }
    return undefined;
}

function contains(outer: AstNode, inner: AstNode): boolean {
    for (let current: AstNode | undefined = inner; current !== undefined; current = current.$container) if (current === outer) return true;
    return false;
}

function isBareName(node: Expression): boolean {
    return node.$type === 'Clinical' && node.verb === undefined && node.responses.length === 0 && node.predicate === undefined && node.clauses.length === 0 && node.subject?.$type === 'Selection' && node.subject.quantity === undefined;
}
