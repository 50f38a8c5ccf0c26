// The list of words at the end of the page: names that do not explain themselves, with their everyday explanation.
import { cleanText, compareCodePoints } from '../phrase/clean-text.js';
import { spanText, words } from './inline.js';
import { Mentions } from './mentions.js';
import { termName, withoutArticle } from './names.js';
import type { Explanation } from './patient-document.js';
import type { Wording } from './wording.js';

/** The mentioned terms that need an explanation and have one, by name. A plain paraphrase explains itself, and patients know their own medicines. */
export function explainedWords(used: ReadonlySet<string>, wording: Wording): Explanation[] {
    const found = [...used].flatMap((id) => {
        const term = wording.term(id);
        const meaning = cleanText(term?.explain ?? '').replace(/[.\s]+$/u, '');
        const name = withoutArticle(termName(id, wording));
        const [mention] = name;
        // "Medicine that weakens the immune system" says what it is.
        const isDescribed = mention?.kind === 'mention' && mention.named === null && / (?:that|which|for people with) /u.test(mention.text);
        const isClear = isDescribed || mention?.kind !== 'mention' || (mention.nature === 'illness' && mention.named === null) || mention.named === 'drug';
        if (meaning === '' || isClear || term?.kind === 'test') return [];
        const mentions = new Mentions(new Set());
        return [{ word: mentions.sentence(name), meaning: mentions.sentence(words(meaning)) }];
    });
    const key = (explanation: Explanation): string => spanText(explanation.word).toLowerCase();
    return found.sort((a, b) => compareCodePoints(key(a), key(b)));
}
