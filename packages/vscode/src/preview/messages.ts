// What the preview's page and the extension say to each other.
import type { PlainRange, Preview, PreviewKind } from '../requests.js';

export type ToPage =
    | { type: 'show'; preview: Preview; cohorts: { id: string; title: string | null }[] }
    /** What was shown stays; the sentence says why it is not up to date. */
    | { type: 'problem'; kind: PreviewKind; text: string }
    /** Bring a criterion into view; `focus` also puts the cursor on it. */
    | { type: 'reveal'; criterion: string; focus: boolean };

export type FromPage =
    | { type: 'ready' }
    | { type: 'kind'; kind: PreviewKind }
    /** The reader has scrolled to a criterion. */
    | { type: 'scrolled'; criterion: string }
    /** The reader has chosen a place. */
    | { type: 'chosen'; criterion: string; range: PlainRange | null };
