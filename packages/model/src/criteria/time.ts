// Anchors, durations and windows of the criteria model.
import type { ComparisonOperator, ExactText } from './value.js';

export type DurationUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'half-life';

/** Calendar units stay as written (a month is no fixed number of days); half-lives are those of the drug spoken of. */
export type Duration = { kind: 'simple'; number: ExactText; unit: DurationUnit } | { kind: 'longer' | 'shorter'; of: [Duration, Duration] };

export interface DurationBound {
    operator: ComparisonOperator;
    duration: Duration;
}

/** A named point of the timeline (`event` null), or one that an event of the patient fixes ("first dose of rituximab"). */
export interface Anchor {
    name: string;
    event: 'onset' | 'diagnosis' | 'start' | 'first-dose' | 'last-dose' | null;
}

/** An end of a window: the anchor itself, or so long before or after it. Windows are closed unless `open`. */
export interface Endpoint {
    anchor: Anchor;
    offset: { duration: Duration; direction: 'before' | 'after' } | null;
    open: boolean;
}

export type WindowForm =
    | 'at'
    | 'at-each-of'
    | 'within'
    | 'between'
    | 'before'
    | 'after'
    | 'at-or-before'
    | 'at-or-after'
    | 'at-least-before'
    | 'at-most-before'
    | 'at-least-after'
    | 'at-most-after'
    | 'during'
    | 'since'
    | 'until'
    | 'ever';

export type ValuePick = 'any' | 'every' | 'latest' | 'worst';

/** A stretch of time in whole calendar days; an end that is null is unbounded. */
export interface Window {
    form: WindowForm;
    from: Endpoint | null;
    to: Endpoint | null;
    /** `at-each-of`: the points, each asked for by itself. */
    points?: Anchor[];
    /** False when the author wrote no window and the protocol's default stands in. */
    written: boolean;
}
