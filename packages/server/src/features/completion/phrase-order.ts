// The order in which phrases are offered: what writers need most comes first.

const ORDER: readonly string[] = [
    // At the top of a file
    ...['include', 'exclude', 'cohort', 'protocol', 'for', 'define', 'patient', 'assert', 'accept', 'declare', 'arm', 'import', 'vocabulary'],
    ...['condition', 'drug', 'lab', 'test', 'score', 'fact', 'procedure', 'measure', 'grade', 'event', 'criteria'],
    // In the header
    ...[
        'registry',
        'version',
        'phase',
        'age',
        'sex',
        'healthy volunteers',
        'timeline',
        'assessed',
        'values',
        'sponsor',
        'identifier',
        'official title',
        'acronym',
    ],
    // At the start of a line
    ...['has', 'had', 'ever had', 'never had', 'uses', 'used', 'ever used', 'never used', 'started', 'stopped', 'plans', 'meets', 'diagnosed with', 'onset of'],
    ...[
        'any of',
        'all of',
        'at least',
        'none of',
        'inadequate response',
        'intolerance',
        'contraindication',
        'loss of response',
        'relapse',
        'not',
        'if',
        'unless',
    ],
    ...[
        'statement',
        'agrees to',
        'consents to',
        'willing to',
        'able to',
        'judgement',
        'unspecified',
        'wording',
        'short',
        'plain',
        'rationale',
        'note',
        'source',
    ],
    ...['any', 'the index disease', 'dose of', 'used before', 'case', 'reading'],
    // After a value
    ...['>=', '<=', '>', '<', '=', 'from', 'is', 'positive', 'negative', 'detectable', 'undetectable', 'indeterminate', 'falls by', 'rises by', 'changes by'],
    // After what the line speaks of
    ...[
        'within',
        'at',
        'before',
        'after',
        'at or before',
        'since',
        'between',
        'until',
        'during',
        'around',
        'at or after',
        'at each of',
        'for',
        'at a stable dose',
        'sustained for',
    ],
    ...['except', 'other than', 'requiring', 'due to', 'with', 'without', 'treated with', 'associated with', 'confirmed by', 'by', 'on', 'in', 'instead of'],
    ...['and', 'or', 'at most', 'more than', 'less than', 'exactly'],
];

const PLACES: ReadonlyMap<string, number> = new Map(ORDER.map((phrase, place) => [phrase, place]));

/** A number from 0 to under 1: lower comes first; phrases that are not listed come last. */
export function orderOf(phrase: string): number {
    return (PLACES.get(phrase) ?? ORDER.length) / (ORDER.length + 1);
}
