// Reasons in terms that hold for later states of a document in which the same criteria stand: by places among applications and members.
import type { Member } from '../components/component.js';
import type { ComponentSet, ConflictingParts } from '../components/component-set.js';
import type { Application } from './applications.js';

/** A reason, and those that name other criteria. */
export interface Why {
    readonly because: ConflictingParts;
    readonly alsoBecause: readonly ConflictingParts[];
}

export interface KeptReason {
    /** Place of the cohort among the applications of the criterion. */
    readonly application: number;
    readonly members: readonly Member[];
    readonly isMinimal: boolean;
}

export function keptReasons({ because, alsoBecause }: Why, applications: readonly Application[], components: ComponentSet): KeptReason[] {
    return [because, ...alsoBecause].map(({ parts, isMinimal }) => ({
        application: Math.max(
            0,
            applications.findIndex(({ answer }) => answer.scenario.cohort.id === parts[0]?.cohort),
        ),
        members: parts.map((part) => components.placeOf(part).member),
        isMinimal,
    }));
}

export function restoredReasons(kept: readonly KeptReason[], applications: readonly Application[], components: ComponentSet): Why {
    const [because, ...alsoBecause] = kept.map(({ application, members, isMinimal }): ConflictingParts => {
        const { part, answer } = applications[application] as Application;
        const parts = components.partsIn(components.placeOf(part).component, answer.repaired);
        return { parts: parts.filter((each) => members.includes(components.placeOf(each).member)), isMinimal };
    });
    return { because: because as ConflictingParts, alsoBecause };
}
