// Numbers of a wording that are no values: list markers, references, years, the width of a scale, parts of names.

/** What a number that is no value is: skipped altogether, or kept because the rule may have it too. */
export type NoValue = 'skip' | 'mention' | null;

const REFERENCE =
    /\b(?:annex|attachment|appendix|app\.|section|sec\.|table|tab\.|figure|fig\.|part|cohorts?|arms?|groups?|phase|version|ver\.|v|vs\.|visits?|days?|weeks?|months?|cycles?|no\.|nr\.|number|criteri(?:on|a)|items?|steps?|types?|coronavirus|protocol|amendment|edition|schedule|period|line|lines|chapter|page|§|#|et al\.?,?|since|year|in)\s*\(?$/i;
const SCALE_BEHIND =
    /^\s*(?:-?\s?(?:cm|mm|point|points|pt))?\s*(?:-?\s?(?:point|level|item))?\s*(?:analog(?:ue)? |numeric(?:al)? |rating |visual |likert )*(?:scale|VAS|NRS|joint count|lead\b)/i;
const SCALE_BEFORE =
    /\b(?:total score|maximum score|max\. score|score range|range|ranging|out of|scale (?:of|from)|scored from|from)\s*(?:of|is|:|from)?\s*\(?\s*(?:\d+(?:\.\d+)?\s*(?:-|to|and)\s*)?$/i;

/** Whether the number from `start` to `end` is no value; `bounded`: an operator stands at it. */
export function noValue(text: string, start: number, end: number, bounded: boolean): NoValue {
    const [before, behind] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 40)];
    if (isPartOfName(text, start, end)) return 'skip';
    if (isListMarker(text, start, end)) return 'skip';
    if (bounded) return null;
    if (/^(?:st|nd|rd|th)\b/i.test(behind)) return 'mention';
    if (isYear(text.slice(start, end), behind)) return 'mention';
    if (isScale(before, behind)) return 'mention';
    // "24-hour urine", "12-lead ECG", "6-minute walk": part of what is measured.
    if (/^-[a-z]+(?!\s+(?:period|washout|wash-out|window|interval|duration|history))/i.test(behind)) return 'mention';
    if (REFERENCE.test(before) && !/^\s*(?:-\s?)?(?:hours?|days?|weeks?|months?|years?|%|mg|g\b|mL)/i.test(behind)) return 'mention';
    return null;
}

/** "SLEDAI-2K", "CD20", "IL-6", "COVID-19", "T1". */
function isPartOfName(text: string, start: number, end: number): boolean {
    const before = text.slice(Math.max(0, start - 2), start);
    if (/[\p{L}_]$/u.test(before) || /[\p{L})\]][-/.+]$/u.test(before)) return !/(?:^|[^\p{L}])[x×]$/u.test(before);
    // A decimal point or slash that belongs to a longer number or code.
    if (/\d[.:]$/.test(before)) return true;
    const behind = text.slice(end, end + 3);
    return /^[A-Z][A-Za-z]?(?![A-Za-z])/.test(behind) && !/^(?:[CFKLUMG](?:\b|\/)|mm)/.test(behind);
}

/** "1)", "2.", "(a)", "3.1 Relapsed", "(2) Hepatic". */
function isListMarker(text: string, start: number, end: number): boolean {
    if (end - start > 4 || !/\d/.test(text[start] ?? '')) return false;
    const before = text.slice(Math.max(0, start - 30), start).trimEnd();
    const behind = text.slice(end, end + 30);
    const opensLine = before === '' || /[.;:,)\]]$/.test(before) || /(?:^|\s)[-•*]$/.test(before);
    if (/\($/.test(before)) return /^\)/.test(behind) && !/[a-z]\s*\($/i.test(before) ? true : /^\)\s*[A-Z(]/.test(behind) && opensItem(before.slice(0, -1));
    if (!opensLine) return false;
    return (
        /^\)/.test(behind) ||
        /^\.(?!\d)\s*[A-Z(]/.test(behind) ||
        (/\./.test(text.slice(start, end)) && /^\s+[A-Z][a-z]/.test(behind) && (before === '' || /[.]$/.test(before)))
    );
}

function opensItem(before: string): boolean {
    return before.trim() === '' || /[.;:,]\s*$/.test(before);
}

function isYear(number: string, behind: string): boolean {
    return /^(?:19|20)\d\d$/.test(number) && !/^\s*(?:\/|x\b|×|cells|mg|mL|%|steps|IU|U\b|copies|g\b|pg|ng|kcal|mm)/i.test(behind);
}

function isScale(before: string, behind: string): boolean {
    return SCALE_BEHIND.test(behind) || SCALE_BEFORE.test(before) || /^\s*-\s*\d+(?:\.\d+)?\s*(?:-?\s?(?:cm|mm|point)s?)?\s*(?:scale|VAS|NRS)/i.test(behind);
}

/** The 9 of 10^9, the 10 of "x 10^9": part of a unit. */
export function isExponent(text: string, { start, end }: { start: number; end: number }): boolean {
    return (
        /10\s?(?:\^|\*\*?|E|e)\s?[+-]?$/.test(text.slice(Math.max(0, start - 6), start)) ||
        /^(?:\^|\*\*|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻])/.test(text.slice(end)) ||
        /\/\s?1\.73$/.test(text.slice(Math.max(0, end - 7), end)) ||
        (/\/\s?$/.test(text.slice(Math.max(0, start - 2), start)) && /^\s?(?:h|hours?|hrs?|m2|m²)\b/.test(text.slice(end)))
    );
}

/** "66/68 joint count", "1/2": no values, unless a unit makes them two of a pair ("140/90 mmHg"). */
export function isSlashPair(text: string, { start, end }: { start: number; end: number }, measured: boolean): boolean {
    const pair = /\d\s?\/\s?$/.test(text.slice(Math.max(0, start - 4), start)) || /^\s?\/\s?\d/.test(text.slice(end, end + 3));
    return pair && !measured;
}
