// The place of a name inside a longer line.
import type { AstNode } from 'langium';
import { namePart } from '../syntax/parts.js';
import type { Lowering } from './lowering.js';

/** The range of a node's name as written, for a fix that replaces just the name. */
export function nameRange(lowering: Lowering, node: AstNode, name: string): ReturnType<Lowering['rangeOf']> {
    return lowering.part(node, namePart(node, name));
}
