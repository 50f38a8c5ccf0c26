// Collects why something holds in each of several cohorts: the first reason, and those that name other criteria.
import type { ConflictingParts } from '../components/component-set.js';

export class Reasons {
    private readonly distinct = new Map<string, ConflictingParts>();

    add(reason: ConflictingParts | undefined): void {
        if (reason === undefined) return;
        const key = reason.parts.map(({ criterion }) => criterion.id).join('\n');
        if (!this.distinct.has(key)) this.distinct.set(key, reason);
    }

    /** Null when there is none. */
    get all(): { because: ConflictingParts; alsoBecause: readonly ConflictingParts[] } | null {
        const [because, ...alsoBecause] = this.distinct.values();
        return because === undefined ? null : { because, alsoBecause };
    }
}
