// window-twice: an item has a window of its own inside a block that has one too.
import type { Window } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { shownText } from '../syntax/parts.js';

export function reportWindowTwice(lowering: Lowering, own: Window, outer: Window): void {
    const start = own.$cstNode?.offset ?? 0;
    const before = lowering.source.text.slice(0, start).trimEnd().length;
    lowering.report(
        'window-twice',
        own,
        `This item has a window of its own ('${shownText(own)}'), and the block around it has one too ('${shownText(outer)}'). Only one can hold: take this item out of the block, or leave the window to the block.`,
        {
            fixes: [
                {
                    title: `Leave the window to the block: ${shownText(outer)}`,
                    edits: [{ range: lowering.source.range(before, own.$cstNode?.end ?? start), newText: '' }],
                },
            ],
            related: [{ range: lowering.rangeOf(outer), message: 'The window of the block' }],
        },
    );
}
