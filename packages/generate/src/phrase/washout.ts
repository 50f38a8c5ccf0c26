// Washout tables: which drug must not have been used for how long before an anchor.
import type { Washout } from '@crit-lang/model/criteria/condition.js';
import type { PhraseContext } from './context.js';
import { clause, listed } from './phrase.js';
import type { Phrase } from './phrase.js';
import { selectionText } from './selection.js';
import { anchorText, durationText } from './time.js';

/** "use of any of the following before leukapheresis:" and a line a drug. */
export function washoutPhrase(washout: Washout, context: PhraseContext): Phrase {
    const rows = washout.rows.map((row) => {
        const name = selectionText(row.what, context);
        const drug = row.minus.length === 0 ? name : `${name.replace(/^any (?=.)/u, 'any other ')} (not named above)`;
        return clause(`${drug}: within ${durationText(row.duration)}`);
    });
    return listed(`use of any of the following before ${anchorText(washout.anchor)}`, rows);
}
