// What stands around a number of a wording: the term it is said of, the words that bound it, a scale of grades.
import type { FoundTerm } from './term-names.js';

/** No term. */
export const NOTHING: ReadonlySet<string> = new Set();
const LINK =
    /^(?:[\s,:=<>≤≥-]|\([^()]{0,40}\)|\b(?:of|is|are|was|were|be|at|the|an?|or|and|levels?|values?|scores?|counts?|rates?|index|serum|plasma|blood|total|predicted|percentage|elevated|reduced|increased|decreased|increase|decrease|decline|declines|in|by|between|from|to|more|less|greater|lower|higher|fewer|than|least|most|minimum|maximum|no|not|above|below|over|under|exceed|exceeds|exceeding|up|equal|must|should|measured|with|dose|doses|daily|count|concentration|result|limit|times)\b)*\(?[\s<>≤≥=]*$/i;
const FURTHEST_TERM = 70;
const MEASURED: ReadonlySet<string> = new Set(['lab', 'measure', 'score', 'drug', 'test']);

/** The measures of the name right behind a number. */
export function termBehind(text: string, end: number, terms: readonly FoundTerm[]): ReadonlySet<string> {
    const next = terms.find((term) => term.start > end);
    if (next === undefined || !/^\s+$/.test(text.slice(end, next.start))) return NOTHING;
    return new Set(next.hits.filter(({ kind }) => kind === 'lab' || kind === 'measure' || kind === 'score').map((hit) => hit.id));
}

/** The terms of the name right before a number, with nothing but linking words between. */
export function termBefore(text: string, start: number, terms: readonly FoundTerm[]): ReadonlySet<string> {
    const term = lastBefore(terms, start);
    if (term === undefined || start - term.end > FURTHEST_TERM || !LINK.test(text.slice(term.end, start))) return NOTHING;
    return new Set(term.hits.filter((hit) => MEASURED.has(hit.kind)).map((hit) => hit.id));
}

/** The last name that ends before a place; names come in the order of the text. */
function lastBefore(terms: readonly FoundTerm[], at: number): FoundTerm | undefined {
    let [low, high] = [0, terms.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((terms[middle]?.end ?? Infinity) <= at) low = middle + 1;
        else high = middle;
    }
    return terms[low - 1];
}

const GRADE_BEFORE = /\b(?:grades?|class(?:es)?|stages?)(?:[\s:(=≥>≤<,-]|of|is|at least|or|and|to|\d|[IV])*$/i;

/** The 3 of "grade 3", "ECOG 0-1", "stage 4": a grade is compared as such. */
export function isGrade(text: string, number: { start: number }, terms: readonly FoundTerm[]): boolean {
    const before = text.slice(Math.max(0, number.start - 40), number.start);
    if (GRADE_BEFORE.test(before)) return true;
    const scale = lastBefore(terms, number.start);
    return (
        scale !== undefined &&
        scale.hits.some((hit) => hit.kind === 'grade') &&
        /^[\s:(]*(?:(?:score|status|performance|PS|of|is|class|grade|or|and|to|at least|less than|[≥≤<>=,-]|\d)[\s]*)*$/i.test(
            text.slice(scale.end, number.start),
        )
    );
}

/** Where the words and signs begin that bound a number: the "no more than" of "no more than 3". */
export function startOfComparison(text: string, start: number): number {
    const sign =
        /(?:[<>≤≥=]\s?=?\s*|\b(?:at least|at most|(?:no |not )?(?:more|less|greater|fewer|higher|lower) than|minimum of|maximum of|within|up to|exceeding|above|below|over|under)\s+)$/i.exec(
            text.slice(Math.max(0, start - 20), start),
        );
    return sign === null ? start : start - sign[0].length;
}
