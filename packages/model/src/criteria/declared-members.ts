// Which terms the protocol itself counts under a class, beyond what the vocabulary says.
import type { CriteriaDocument } from './document.js';

/** Canonical names of the terms that the document declares to be members of the class (directly), in the order of its declarations. */
export function declaredMembers(document: Pick<CriteriaDocument, 'relations'>, classId: string): string[] {
    return document.relations.flatMap((relation) =>
        relation.kind === 'is-a' && relation.origin === 'declared' && relation.parent === classId ? [relation.child] : [],
    );
}
