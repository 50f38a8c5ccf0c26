// Decides which line ends separate items: a newline after what cannot end a line, or before what can only continue one, is dropped.

/** Tokens that cannot end a line: what follows them belongs to the same line. Comparison operators are absent on purpose (LANGUAGE.md, point 1). */
export const CANNOT_END_LINE: ReadonlySet<string> = new Set([
    '{', '(', ',', ';', ':', 'and', 'or', 'not', 'of', 'except', 'other than', 'within', 'before', 'after', 'around', 'at', 'at or before', 'at or after',
    'during', 'since', 'until', 'between', 'from', 'to', 'by', 'in', 'is', 'over', 'for', 'on', 'has', 'had', 'ever had', 'never had', 'onset of',
    'diagnosed with', 'uses', 'used', 'ever used', 'never used', 'started', 'stopped', 'plans', 'meets', 'any', 'any other', 'provided', 'requiring',
    'due to', 'treated with', 'associated with', 'confirmed by', 'with', 'without', 'if', 'unless', 'at least', 'at most', 'more than', 'less than',
    'exactly', 'any of', 'all of', 'none of', 'each of', 'at each of', 'the longer of', 'the shorter of', 'any value of', 'every value of',
    'latest value of', 'worst value of', 'dose of', 'first dose of', 'last dose of', 'start of', 'diagnosis of', 'agrees to', 'consents to',
    'willing to', 'able to', 'sustained for', 'used before', 'instead of', '+', '/', '*',
]);

/** Tokens with which no line can start: they continue the line above. */
export const CONTINUES_LINE: ReadonlySet<string> = new Set([
    '}', ')', ',', ';', 'or', 'and', 'except', 'other than', 'within', 'before', 'after', 'around', 'at or before', 'at or after', 'at', 'at each of',
    'during', 'until', 'since', 'between', 'each', 'on', 'provided', 'by', 'in', 'to', 'requiring', 'due to', 'treated with', 'associated with',
    'confirmed by', 'with', 'without', 'positive', 'negative', 'detectable', 'undetectable', 'indeterminate', 'as one', 'together', 'in total',
    'or never', 'or equivalent', 'over', 'sustained for', 'at a stable dose', 'of', 'falls by', 'rises by', 'changes by', 'instead of',
]);
