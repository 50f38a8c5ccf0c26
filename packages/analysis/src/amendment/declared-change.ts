// A change of what stands beside the criteria, with the criteria that it may reach.

export type DeclaredKind = 'header' | 'cohort' | 'definition' | 'term' | 'relation';

export interface DeclaredChange {
    readonly kind: DeclaredKind;
    /** The name of what changed. */
    readonly name: string;
    /** A sentence. */
    readonly message: string;
    /** What follows "because", where it changes the meaning of criteria; null where it cannot. */
    readonly because: string | null;
    /** Criteria of the new version (of the old one where removed) whose meaning depends on it, in their order. */
    readonly reaches: readonly string[];
    /** Those of them whose meaning did change. */
    readonly alters: readonly string[];
}
