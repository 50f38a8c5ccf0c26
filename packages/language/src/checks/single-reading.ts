// single-reading: readings show in how many ways a text can be taken, so there are two or more, and they differ.
import type { Reading as ModelReading } from '@crit-lang/model/criteria/document.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Reading } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { partOf } from '../syntax/parts.js';
import { sameMeaningKey } from './same-meaning-key.js';

export function reportSingleReading(lowering: Lowering, nodes: readonly Reading[], readings: readonly ModelReading[]): void {
    const [only] = nodes;
    if (only !== undefined && nodes.length === 1) {
        lowering.report(
            'single-reading',
            lowering.part(only, partOf(only, 'name')),
            'A criterion declares either no reading or at least two: readings exist to show in how many ways the text can be taken. Add the other reading, or write the lines without reading { … }.',
            {
                fixes: withoutReading(lowering, only),
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
            );
    });
}

function withoutReading(lowering: Lowering, node: Reading): Fix[] {
    const first = node.body?.lines[0]?.$cstNode;
    const last = node.body?.lines.at(-1)?.$cstNode;
    if (first === undefined || last === undefined || node.cohorts.length > 0) return [];
    return [
        {
            title: 'Write the lines without reading { … }',
            edits: [{ range: lowering.rangeOf(node), newText: lowering.source.text.slice(first.offset, last.end) }],
        },
    ];
}
