// After error recovery a syntax node may lack any of its parts; lowering takes nodes in this form.
import type { AstNode } from 'langium';

/** A node of which every property may be missing, `$type` apart. */
export type Recovered<T extends AstNode> = T extends AstNode ? { [K in keyof T]: K extends '$type' ? T[K] : T[K] | undefined } : never;

/** Views a node as possibly incomplete. */
export function recovered<T extends AstNode>(node: T): Recovered<T> {
    return node as unknown as Recovered<T>;
}
