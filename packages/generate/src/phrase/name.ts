// How a term is named: its full title with the abbreviation at the first mention, then the abbreviation.
import { cleanText } from './clean-text.js';
import { nameKey, termOf } from './context.js';
import type { PhraseContext } from './context.js';

/**
 * The name of a term as a text shows it. An abbreviation (SLE) comes with its title the first time: "systemic lupus erythematosus (SLE)".
 * Classification criteria go by their title alone. A name that is not in the document is shown as written.
 */
export function termName(name: string, context: PhraseContext): string {
    const id = cleanText(name);
    const term = termOf(name, context);
    const title = term?.title === null || term?.title === undefined ? '' : cleanText(term.title);
    if (term === null || title === '' || nameKey(title) === nameKey(id)) {
        return id;
    }
    if (term.kind === 'criteria' || nameKey(title).includes(nameKey(id))) {
        return title;
    }
    if (!isAbbreviation(id) || context.introduced.has(nameKey(name))) {
        return id;
    }
    context.introduced.add(nameKey(name));
    return `${title} (${id})`;
}

/** The name of a scale before its value: its abbreviation alone, "BILAG A". */
export function scaleName(name: string, context: PhraseContext): string {
    const id = cleanText(name);
    return isAbbreviation(id) ? id : termName(name, context);
}

/** Two capitals, or a capital with a digit, in one word: SLE, BILAG, DAS28, mRSS. */
function isAbbreviation(name: string): boolean {
    return !name.includes(' ') && (/\p{Lu}.*\p{Lu}/u.test(name) || /\p{Lu}.*\d/u.test(name));
}
