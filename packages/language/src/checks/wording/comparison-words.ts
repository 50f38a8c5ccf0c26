// How the words and signs around a number bound it: "at least 2", "≥ 2", "2 or more", "no more than 2".
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';

type Phrases = readonly (readonly [RegExp, ComparisonOperator])[];

/** Right before the number; the first that fits counts, so longer phrases come first. */
const BEFORE: Phrases = [
    [/(?:>\s?=|=\s?>|≥|>\s?\/\s?=)\s*$/, '>='],
    [/(?:<\s?=|=\s?<|≤|<\s?\/\s?=)\s*$/, '<='],
    [/>\s*$/, '>'],
    [/<\s*$/, '<'],
    [/(?:^|[^<>])=\s*$/, '='],
    [/\b(?:greater|more|higher|larger|longer|older) than or (?:equal|equals) to\s+(?:the\s+|an?\s+)?$/i, '>='],
    [/\b(?:equal to or (?:greater|more|higher|larger|longer) than|equal or (?:greater|more|higher) than)\s+$/i, '>='],
    [/\b(?:less|lower|smaller|fewer|shorter|younger) than or (?:equal|equals) to\s+(?:the\s+|an?\s+)?$/i, '<='],
    [/\b(?:equal to or (?:less|lower|smaller|fewer|shorter) than|equal or (?:less|lower) than)\s+$/i, '<='],
    [/\b(?:no|not) (?:be )?(?:less|fewer|lower|shorter|younger) than\s+(?:an?\s+)?$/i, '>='],
    [/\b(?:no|not) (?:be )?(?:more|greater|higher|longer|older|larger) than\s+(?:an?\s+)?$/i, '<='],
    [/\bnot (?:to )?(?:exceed|exceeding)\s+(?:an?\s+)?$/i, '<='],
    [/\bnot (?:be )?(?:above|over)\s+$/i, '<='],
    [/\bnot (?:be )?(?:below|under)\s+$/i, '>='],
    [/\bat (?:least|minimum)\s+(?:an?\s+|the (?:last|past|previous)\s+)?$/i, '>='],
    [/\b(?:a )?min(?:imum|\.|imal)?(?: (?:duration|period|of|dose|score))*\s+(?:of\s+)?(?:the\s+)?$/i, '>='],
    [/\bmax(?:imum|imal) (?:[\w-]+ ){1,4}(?:is|of|:)\s+$/i, '<='],
    [/\bmin(?:imum|imal) (?:[\w-]+ ){1,4}(?:is|of|:)\s+$/i, '>='],
    [/\bat (?:most|maximum)\s+$/i, '<='],
    [/\bup to\s+(?:and including\s+)?$/i, '<='],
    [/\b(?:a )?max(?:imum|\.|imal)?(?: (?:duration|period|of|dose|score))*\s+(?:of\s+)?(?:the\s+)?$/i, '<='],
    [/\b(?:more|greater|higher|longer|older|larger|later) than\s+(?:the\s+|an?\s+)?$/i, '>'],
    [/\b(?:exceed(?:s|ing)?|in excess of|above|over|beyond)\s+(?:the\s+|an?\s+)?$/i, '>'],
    [/\b(?:less|fewer|lower|shorter|younger|smaller) than\s+(?:the\s+|an?\s+)?$/i, '<'],
    [/\b(?:below|under)\s+(?:the\s+|an?\s+)?$/i, '<'],
    [/\bequal(?:s|ling)? (?:to )?$/i, '='],
];

/** Right behind the number and its unit. */
const AFTER: Phrases = [
    [/^\s*(?:of age )?(?:or|and) (?:more|greater|above|higher|over|older|longer|later|up)\b/i, '>='],
    [/^\s*(?:old )?(?:of age )?(?:or|and) older\b/i, '>='],
    [/^\s*\+(?!\w)/, '>='],
    [/^\s*(?:or|and) (?:less|fewer|below|lower|under|younger|shorter|smaller)\b/i, '<='],
];

/** The operator that the text before and after a number says; null when it says none. */
export function operatorAround(before: string, after: string): ComparisonOperator | null {
    // "over 6 months", "over the past 12 months" is a stretch of time, not a bound.
    for (const [pattern, operator] of BEFORE)
        if (pattern.test(before))
            return /\bover\s+(?:the\s+|an?\s+)?$/i.test(before) && /^[\s-]*(?:\w+\s+)?(?:hour|day|week|month|year)/i.test(after) ? null : operator;
    for (const [pattern, operator] of AFTER) if (pattern.test(after)) return operator;
    return null;
}
