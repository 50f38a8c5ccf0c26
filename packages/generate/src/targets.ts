// The one place where generators are registered.
import { patientTarget } from './patient/patient-text.js';
import { registryJsonTarget } from './registry-json/registry-json.js';
import { registryTarget } from './registry/registry.js';
import { rulesTarget } from './rules/rules.js';
import type { Target } from './target.js';

/** Every target that is built, in the order in which help texts list them. */
export const TARGETS: readonly Target[] = [registryTarget, registryJsonTarget, patientTarget, rulesTarget];

/** The target with this id, or null. */
export function targetById(id: string): Target | null {
    return TARGETS.find((target) => target.id === id) ?? null;
}
