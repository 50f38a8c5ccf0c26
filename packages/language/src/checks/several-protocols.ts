// several-protocols: criteria belong to one protocol, so a file and what it imports declare one.
import type { Protocol } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { partOf } from '../syntax/parts.js';

export function reportSeveralProtocols(lowering: Lowering, other: Protocol, first: string): void {
    lowering.report(
        'several-protocols',
        lowering.part(other, partOf(other, 'name')),
        `The file and its imports declare more than one protocol ('${first}' and '${other.name}'), so it is not clear to which one a criterion belongs. Keep each protocol in a file of its own, and import only vocabularies and definitions.`,
    );
}
