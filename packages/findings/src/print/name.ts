// Names and texts as the language reads them back: quoted only where they have to be.

/** Words of the language that end an unquoted name. */
// prettier-ignore
const KEYWORDS: ReadonlySet<string> = new Set([
    'lln', 'uln', 'accept', 'admits', 'after', 'also', 'and', 'any', 'around', 'assert', 'assessed', 'assume', 'at', 'because', 'before', 'between', 'by', 'case',
    'charge', 'codes', 'declare', 'define', 'definition', 'detectable', 'disjoint', 'during', 'each', 'every', 'except', 'exclude', 'expect', 'explain', 'for', 'from', 'had',
    'half-life', 'has', 'if', 'implies', 'import', 'in', 'include', 'indeterminate', 'ineligible', 'is', 'judgement', 'meets', 'misspelt', 'negative', 'not', 'note',
    'on', 'or', 'otherwise', 'over', 'plans', 'positive', 'provided', 'rationale', 'requiring', 'result', 'since', 'source', 'started', 'statement', 'stopped',
    'to', 'together', 'undetectable', 'unit', 'unless', 'unspecified', 'until', 'used', 'uses', 'with', 'within', 'without', 'wording', 'x',
]);

/** Phrases of the language that begin with a word of their own. */
// prettier-ignore
const PHRASES = [
    'able to', 'agrees to', 'all of', 'as one', 'associated with', 'changes by', 'component name', 'confirmed by', 'consents to', 'diagnosed with', 'diagnosis of',
    'dose of', 'due to', 'ever had', 'ever used', 'exclusive cohorts', 'falls by', 'first dose of', 'healthy volunteers', 'inadequate response', 'instead of',
    'last dose of', 'latest value of', 'less than', 'loss of response', 'molar mass', 'more than', 'never had', 'never used', 'none of', 'nothing else', 'official title',
    'onset of', 'other than', 'rises by', 'start of', 'sustained for', 'the index disease', 'the longer of', 'the shorter of', 'treated with', 'usual units',
    'willing to', 'worst value of', 'each of', 'exactly',
];

// prettier-ignore
const WORD = /^[A-Za-zªµºÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿḀ-ỿ][A-Za-z0-9_ªµºÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿḀ-ỿ]*([-.'’/+][A-Za-z0-9_ªµºÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿḀ-ỿ]+)*\+?$/u;

/** The name, in single quotes where the language would not surely read it as one name. */
export function nameText(name: string): string {
    return isPlain(name) ? name : `'${name.replace(/'(?![A-Za-z])/gu, '’').replace(/[\r\n]+/gu, ' ')}'`;
}

function isPlain(name: string): boolean {
    // 'in situ' is the one phrase of the language that stands inside names.
    const words = name.replace(/(?<=\S) in situ(?= |$)/gu, '').split(' ');
    const small = words.join(' ').toLowerCase();
    if (PHRASES.some((phrase) => ` ${small} `.includes(` ${phrase} `)) || words[0]?.toLowerCase() === 'of') return false;
    return words.every((word) => WORD.test(word) && !KEYWORDS.has(word.toLowerCase()));
}

/** A text in double quotes. */
export function quotedText(text: string): string {
    return `"${text.replace(/["\\]/gu, '\\$&').replace(/\r?\n/gu, '\\n').replace(/\t/gu, '\\t')}"`;
}
