// The one place where generators are registered.
import type { Target } from './target.js';

/** Every target that is built, in the order in which help texts list them. */
export const TARGETS: readonly Target[] = [];

/** The target with this id, or null. */
export function targetById(id: string): Target | null {
    return TARGETS.find((target) => target.id === id) ?? null;
}
