// empty-list: a list, block or criterion without items is never silently true or false.
import type { AstNode } from 'langium';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Exception, Group, Guard, Refinement } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { quoteText } from '../syntax/written-values.js';
import { keywordOf, partOf, shownText } from '../syntax/parts.js';

const NOT_GIVEN = 'unspecified "The list is not given in the source"';

/** 'has any of { }': the whole line is what a fix replaces, because a hole takes the place of a condition. */
export function reportEmptyList(lowering: Lowering, group: Group): void {
    const text = shownText(group);
    // Without braces the list is missing, not empty; the reader of the text says so.
    if (!text.includes('{')) return;
    const lead = text.slice(0, text.indexOf('{')).trim();
    const line = lineOf(group);
    lowering.report(
        'empty-list',
        group,
        `The list after '${lead}' is empty, so nobody can tell whether it is met. Name its items; if the source does not give them, say so: ${NOT_GIVEN}.`,
        {
            fixes:
                line === undefined
                    ? []
                    : [{ title: 'Say that the list is not given in the source', edits: [{ range: lowering.rangeOf(line), newText: NOT_GIVEN }] }],
        },
    );
}

/** A criterion, reading, definition or assertion without a line. */
export function reportNoRule(lowering: Lowering, node: AstNode, name: string, wording: readonly string[]): void {
    const cst = node.$cstNode;
    const close = cst === undefined ? -1 : cst.text.lastIndexOf('}');
    const text = wording.length > 0 ? `statement ${quoteText(wording.join(' '))}` : 'unspecified "The rule is not given in the source"';
    const fixes: Fix[] = [];
    if (cst !== undefined && close >= 0) {
        const at = cst.offset + close;
        const before = lowering.source.text.slice(0, at).trimEnd().length;
        const [start, indent] = [lowering.source.range(before, at), indentOf(lowering, cst.offset)];
        fixes.push({
            title: wording.length > 0 ? 'Take the wording as a statement' : 'Say that the rule is not given in the source',
            edits: [{ range: start, newText: `\n${indent}  ${text}\n${indent}` }],
        });
    }
    lowering.report(
        'empty-list',
        lowering.part(node, partOf(node, 'name')),
        `'${name}' has no rule, so nobody can tell whether it is met. Write at least one line; if it cannot be typed yet, write statement "…" with the text.`,
        { fixes },
    );
}

/** 'if … { }'. */
export function reportEmptyGuard(lowering: Lowering, node: Guard): void {
    const body = node.body?.$cstNode;
    lowering.report(
        'empty-list',
        lowering.part(node, keywordOf(node, 'if', 'unless')),
        `Nothing stands in the braces after '${node.kind}', so the line asks nothing of these participants. Say what holds for them, or remove the line.`,
        {
            fixes:
                body === undefined
                    ? []
                    : [
                          {
                              title: 'Say that what holds for them is not given in the source',
                              edits: [
                                  {
                                      range: lowering.source.range(body.offset, body.end),
                                      newText: '{ unspecified "What holds for them is not given in the source" }',
                                  },
                              ],
                          },
                      ],
        },
    );
}

/** 'except { }'. */
export function reportEmptyExceptions(lowering: Lowering, node: Exception): void {
    const cst = node.$cstNode;
    const start = cst === undefined ? 0 : lowering.source.text.slice(0, cst.offset).trimEnd().length;
    lowering.report(
        'empty-list',
        node,
        `The list of exceptions is empty, so it excepts nothing. Name what is excepted, or remove '${node.kind}'; if the source does not give the list, write unspecified "…" as a line of its own.`,
        {
            fixes: cst === undefined ? [] : [{ title: `Remove '${node.kind} { }'`, edits: [{ range: lowering.source.range(start, cst.end), newText: '' }] }],
        },
    );
}

/** 'requiring { }'. */
export function reportEmptyRefinement(lowering: Lowering, node: Refinement): void {
    const cst = node.$cstNode;
    const start = cst === undefined ? 0 : lowering.source.text.slice(0, cst.offset).trimEnd().length;
    lowering.report(
        'empty-list',
        node,
        `Nothing stands in the braces after '${node.kind}', so it requires nothing. Say what is required, or remove '${node.kind}'.`,
        {
            fixes: cst === undefined ? [] : [{ title: `Remove '${node.kind} { }'`, edits: [{ range: lowering.source.range(start, cst.end), newText: '' }] }],
        },
    );
}

// The condition that a list stands in, when it is the whole subject of one.
function lineOf(group: Group): AstNode | undefined {
    const container = group.$container;
    return container.$type === 'Clinical' || container.$type === 'Elapsed' ? container : undefined;
}

function indentOf(lowering: Lowering, offset: number): string {
    const text = lowering.source.text;
    const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
    return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}
