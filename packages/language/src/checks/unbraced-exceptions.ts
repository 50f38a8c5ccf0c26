// unbraced-exceptions: in a list, 'any X except a, b' reads as two items; several exceptions need braces.
import type { AstNode } from 'langium';
import type { Exception, Expression, Group } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { shownText, writtenText } from '../syntax/parts.js';
import { indentationAt } from '../syntax/removal.js';

/** Reports an exception without braces in a list when an item that is only a name follows a comma. */
export function reportUnbracedExceptions(lowering: Lowering, exception: Exception): void {
    const group = enclosingList(exception);
    const item = group?.items.find((candidate) => contains(candidate, exception));
    const cst = exception.$cstNode;
    if (group === undefined || item === undefined || cst === undefined) return;
    const following = namesAfterCommas(lowering, group, group.items.indexOf(item), cst.end);
    const [next] = following;
    const last = following.at(-1)?.$cstNode;
    const comma = lowering.source.text.indexOf(',', cst.end);
    if (next === undefined || last === undefined) return;
    const names = [exception.single, ...following];
    const braced = `{ ${names.map((name) => writtenText(name)).join(', ')} }`;
    const start = exception.single?.$cstNode?.offset ?? cst.offset;
    lowering.report(
        'unbraced-exceptions',
        exception,
        `Only '${shownText(exception.single)}' is excepted here; '${shownText(next)}' after the comma is read as the next item of the list, which turns the meaning over. Put several exceptions into braces, or start a new line for the next item.`,
        {
            fixes: [
                {
                    title: `Write '${exception.kind} { ${names.map((name) => shownText(name)).join(', ')} }'`,
                    edits: [{ range: lowering.source.range(start, last.end), newText: braced }],
                },
                {
                    title: `Keep '${shownText(next)}' as an item, on a line of its own`,
                    edits: [
                        {
                            range: lowering.source.range(comma, next.$cstNode?.offset ?? comma + 1),
                            newText: `\n${indentationAt(lowering.source, item.$cstNode?.offset ?? comma)}`,
                        },
                    ],
                },
            ],
        },
    );
}

/** Bare names that follow one another after commas, without a line end between them. */
function namesAfterCommas(lowering: Lowering, group: Group, index: number, end: number): Expression[] {
    const names: Expression[] = [];
    let from = end;
    for (const next of group.items.slice(index + 1)) {
        if (next.$cstNode === undefined || !isBareName(next)) break;
        const between = lowering.source.text.slice(from, next.$cstNode.offset);
        if (!between.includes(',') || /[\r\n;]/.test(between)) break;
        names.push(next);
        from = next.$cstNode.end;
    }
    return names;
}

function enclosingList(node: AstNode): Group | undefined {
    for (let current = node.$container; current !== undefined; current = current.$container) {
        if (current.$type === 'Group') return current as Group;
        if (current.$type === 'ExceptionItem' || current.$type === 'Body') return undefined;
    }
    return undefined;
}

function contains(outer: AstNode, inner: AstNode): boolean {
    for (let current: AstNode | undefined = inner; current !== undefined; current = current.$container) if (current === outer) return true;
    return false;
}

function isBareName(node: Expression): boolean {
    return (
        node.$type === 'Clinical' &&
        node.verb === undefined &&
        node.responses.length === 0 &&
        node.predicate === undefined &&
        node.clauses.length === 0 &&
        node.subject?.$type === 'Selection' &&
        node.subject.quantity === undefined
    );
}
