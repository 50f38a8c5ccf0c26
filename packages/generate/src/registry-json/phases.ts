// Phases as the registry names them.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { GeneratorNote } from '../target.js';
import { cleanText } from '../phrase/clean-text.js';
import type { RegistryPhase } from './study-record.js';

const PHASES: ReadonlyMap<string, RegistryPhase> = new Map([
    ['0', 'EARLY_PHASE1'],
    ['1', 'PHASE1'],
    ['2', 'PHASE2'],
    ['3', 'PHASE3'],
    ['4', 'PHASE4'],
]);

/** Phase 1/2 is both; a phase that the registry does not have is left out with a note. */
export function registryPhases(document: CriteriaDocument): { phases: RegistryPhase[]; notes: GeneratorNote[] } {
    const phases: RegistryPhase[] = [];
    const notes: GeneratorNote[] = [];
    for (const written of document.protocol?.phases ?? []) {
        const phase = PHASES.get(written);
        if (phase === undefined) {
            notes.push({
                name: 'registry-phase-unknown',
                severity: 'warning',
                criterion: null,
                message: `The registry has no phase '${cleanText(written)}'; it is left out.`,
            });
        } else if (!phases.includes(phase)) {
            phases.push(phase);
        }
    }
    return { phases, notes };
}
