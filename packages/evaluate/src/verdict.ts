// The verdicts, and the logic that joins them (strong Kleene, with parts that do not apply left out).

/**
 * - met: the written condition holds; an exclusion that is met excludes.
 * - not-met: it does not hold, on what is known.
 * - unknown: what is known does not settle it.
 * - not-applicable: the line or criterion is not for this patient; it neither fails an inclusion nor triggers an exclusion.
 */
export type Verdict = 'met' | 'not-met' | 'unknown' | 'not-applicable';

/** Whether something definite is said of a single fact: a verdict of a leaf that applies. */
export type Truth = Exclude<Verdict, 'not-applicable'>;

/** Holds when every part that applies holds; of nothing it holds. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
    if (verdicts.includes('not-met')) return 'not-met';
    if (verdicts.includes('unknown')) return 'unknown';
    return verdicts.length > 0 && !verdicts.includes('met') ? 'not-applicable' : 'met';
}

/** Holds when some part that applies holds; of nothing it does not hold. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
    if (verdicts.includes('met')) return 'met';
    if (verdicts.includes('unknown')) return 'unknown';
    return verdicts.length > 0 && !verdicts.includes('not-met') ? 'not-applicable' : 'not-met';
}

export function negationOf(verdict: Verdict): Verdict {
    if (verdict === 'met') return 'not-met';
    return verdict === 'not-met' ? 'met' : verdict;
}

/** `allOf` for facts. */
export function every(truths: readonly Truth[]): Truth {
    return truths.includes('not-met') ? 'not-met' : truths.includes('unknown') ? 'unknown' : 'met';
}

/** `anyOf` for facts. */
export function some(truths: readonly Truth[]): Truth {
    return truths.includes('met') ? 'met' : truths.includes('unknown') ? 'unknown' : 'not-met';
}

export function opposite(truth: Truth): Truth {
    return truth === 'met' ? 'not-met' : truth === 'not-met' ? 'met' : 'unknown';
}
