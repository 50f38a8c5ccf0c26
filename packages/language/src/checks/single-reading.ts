// single-reading: readings show in how many ways a text can be taken, so there are two or more, and they differ.
import type { Reading as ModelReading } from '@crit-lang/model/criteria/document.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Reading } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { partOf } from '../syntax/parts.js';
import { indentationAt, removalOfPart } from '../syntax/removal.js';
import { sameMeaningKey } from './same-meaning-key.js';

export function reportSingleReading(lowering: Lowering, nodes: readonly Reading[], readings: readonly ModelReading[]): void {
    const [only] = nodes;
    if (only !== undefined && nodes.length === 1) {
        lowering.report(
            'single-reading',
            lowering.part(only, partOf(only, 'name')),
            'A criterion declares either no reading or at least two: readings exist to show in how many ways the text can be taken. Add the other reading, or write the lines without reading { … }.',
            {
                fixes: withoutReadings(lowering, only, only),
            },
        );
        return;
    }
    const seen = new Map<string, string>();
    readings.forEach((reading, index) => {
        const key = `${JSON.stringify(reading.cohorts)} ${sameMeaningKey(reading.rule)}`;
        const earlier = seen.get(key);
        const node = nodes[index];
        if (earlier === undefined) seen.set(key, reading.id);
        else if (node !== undefined)
            lowering.report(
                'single-reading',
                lowering.part(node, partOf(node, 'name')),
                `The reading '${reading.id}' says the same as '${earlier}', so the criterion has only one of the two. Write what differs, or remove one.`,
                { fixes: only !== undefined && nodes.length === 2 ? withoutReadings(lowering, only, node) : [removal(lowering, node)] },
            );
    });
}

/** The lines of the first reading in the place of all from it to the last, which says the same or is the first itself. */
function withoutReadings({ source }: Lowering, node: Reading, last: Reading): Fix[] {
    const body = node.body?.$cstNode;
    const [first, end] = [node.$cstNode, last.$cstNode?.end];
    if (body === undefined || first === undefined || end === undefined || (node.body?.lines ?? []).length === 0 || node.cohorts.length > 0) return [];
    // What is said in a comment of the other reading would be lost.
    if (source.text.slice(body.end, end).includes('//')) return [];
    const inner = source.text.slice(body.offset + 1, body.end - 1).trim();
    const start = source.text.indexOf(inner, body.offset + 1);
    // Where the lines stood deeper than the readings, they move to the left with what they hold.
    const text = inner.replaceAll(`\n${indentationAt(source, start)}`, `\n${indentationAt(source, first.offset)}`);
    return [{ title: 'Write the lines without reading { … }', edits: [{ range: source.range(first.offset, end), newText: text }] }];
}

function removal({ source }: Lowering, { name, $cstNode: cst }: Reading): Fix {
    return { title: `Remove the reading '${name}'`, edits: [removalOfPart(source, { offset: cst?.offset ?? 0, end: cst?.end ?? 0 })] };
}
