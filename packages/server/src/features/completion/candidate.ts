// One thing that completion offers, before it is put into the form of the editor protocol.
import type { CompletionItemKind } from 'vscode-languageserver-types';

export interface Candidate {
    /** What the list shows. */
    label: string;
    /** Right behind the label, smaller: what the name stands for. */
    aside?: string;
    /** At the end of the row: the kind. */
    description?: string;
    /** One sentence in Markdown. */
    help?: string;
    /** Canonical name of the term; its definition is shown when the row is chosen. */
    term?: string;
    kind: CompletionItemKind;
    insert: string;
    /** `insert` has tab stops. */
    snippet?: boolean;
    /** What is being typed is compared with this. */
    filter: string;
    /** Lower comes first. */
    rank: number;
    /** Where what is being typed began. */
    start: number;
}

/** Ranks, in the order in which the list shows them. */
export const RANK = {
    /** Few, and made for the place: units of the lab, anchors, cohorts, grades. */
    fitting: 100,
    /** Terms of the kind that the place asks for. */
    term: 200,
    phrase: 300,
    /** Terms of another kind. */
    other: 400,
    /** Names that only look alike. */
    near: 500,
} as const;
