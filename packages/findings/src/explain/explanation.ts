// What an explanation of a finding is made of, and of what it is made.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { type Focus, rangesOf } from '../focus.js';
import { sentence } from '../listed.js';
import { claim, type Telling } from '../words.js';

export interface RelatedPlace {
    readonly range: SourceRange;
    readonly message: string;
    /** The text there has no effect either. */
    readonly unnecessary?: boolean;
}

export interface Explanation {
    /** Where it is shown; null at the start of the file. */
    readonly range: SourceRange | null;
    readonly message: string;
    /** Ids, the one spoken of first. */
    readonly criteria: readonly string[];
    readonly related: readonly RelatedPlace[];
    /** The text has no effect: editors fade it. */
    readonly unnecessary?: boolean;
}

export type Explain<Finding> = (finding: Finding, analysis: DocumentAnalysis) => Explanation;

/** Every member of a conflict as a related place, with what it says. */
export function relatedTo(focuses: readonly Focus[], telling?: Telling): RelatedPlace[] {
    return focuses.flatMap((focus) => {
        const range = rangesOf(focus)[0] ?? focus.part.criterion.range;
        return range === undefined ? [] : [{ range, message: sentence(claim(focus, telling)) }];
    });
}
