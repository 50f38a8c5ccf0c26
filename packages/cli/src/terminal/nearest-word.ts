// The word of a list that a mistyped one most likely stands for.
import { compareText } from '@crit-lang/vocabulary/name-key.js';
import { editDistance } from '@crit-lang/vocabulary/nearest-names.js';

/** At most `limit` words that differ from `typed` in few letters, nearest first; case does not count. */
export function nearestWords(typed: string, words: readonly string[], limit = 3): string[] {
    const furthest = typed.length <= 3 ? 1 : typed.length <= 7 ? 2 : 3;
    return words
        .map((word) => ({ word, distance: editDistance(typed.toLowerCase(), word.toLowerCase(), furthest) }))
        .filter(({ distance }) => distance <= furthest)
        .sort((a, b) => a.distance - b.distance || compareText(a.word, b.word))
        .slice(0, limit)
        .map(({ word }) => word);
}

/** " Did you mean 'a' or 'b'?", or nothing. */
export function didYouMean(typed: string, words: readonly string[]): string {
    const near = nearestWords(typed, words);
    return near.length === 0 ? '' : ` Did you mean ${near.map((word) => `'${word}'`).join(' or ')}?`;
}
