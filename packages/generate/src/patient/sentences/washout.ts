// A table of medicines and how long before the study each must not have been used.
import type { Washout } from '@crit-lang/model/criteria/condition.js';
import { sentence, type Block, type Table } from '../clause.js';
import { enumerate, join, words, type Inline } from '../inline.js';
import { termName, withoutArticle } from '../names.js';
import { selectionWords } from '../selection.js';
import { anchorWords, durationText } from '../windows.js';
import { inner, type Wording } from '../wording.js';

function medicine(row: Washout['rows'][number], wording: Wording): { name: Inline[]; extra: Block[] } {
    const { object, extra } = selectionWords(row.what, inner(wording), null);
    if (row.minus.length === 0) return { name: object, extra };
    const minus = enumerate(row.minus.map((term) => termName(term, wording)), 'and');
    return { name: join('any other ', withoutArticle(object), ' (not ', minus, ')'), extra };
}

/** The lead and table for a washout. */
export function washoutBlock(washout: Washout, wording: Wording, negated: boolean): Block {
    const anchor = anchorWords(washout.anchor, wording).noun;
    const rows = washout.rows.map((row) => medicine(row, wording));
    const table: Table = {
        caption: words(`Time before ${anchor}`),
        head: [words('Medicine or treatment'), words(negated ? 'Not used in this time' : 'Used in this time')],
        rows: rows.map(({ name }, i) => {
            const duration = washout.rows[i]?.duration;
            return [name, words(duration === undefined ? '' : `in the ${durationText(duration)} before`)];
        }),
    };
    const lead = negated ? `you have not used any of these in the time shown before ${anchor}` : `you have used any of these in the time shown before ${anchor}`;
    return { ...sentence(words(lead)), table, extra: rows.flatMap(({ extra }) => extra) };
}
