// A table of medicines and how long before the study each must not have been used.
import type { Washout } from '@crit-lang/model/criteria/condition.js';
import { sentence, type Block, type Table } from '../clause.js';
import { join, words, type Inline } from '../inline.js';
import { withoutArticle } from '../names.js';
import { selectionWords } from '../selection.js';
import { anchorWords, durationText } from '../windows.js';
import { inner, type Wording } from '../wording.js';

function medicine(row: Washout['rows'][number], wording: Wording): { name: Inline[]; extra: Block[] } {
    const { object, extra } = selectionWords(row.what, inner(wording), null);
    const name = row.minus.length === 0 ? object : join('any other ', withoutArticle(object));
    return { name, extra };
}

/** The lead and table for a washout; 'any other' speaks of the rows above it. */
export function washoutBlock(washout: Washout, wording: Wording, negated: boolean): Block {
    const anchor = anchorWords(washout.anchor, wording).noun;
    const rows = washout.rows.map((row) => ({ ...medicine(row, wording), time: words(durationText(row.duration)) }));
    const table: Table = {
        head: [words('Medicine or treatment'), words(`How long before ${anchor}`)],
        rows: rows.map(({ name, time }) => [name, time]),
    };
    const lead = negated ? 'you have not used any of these' : 'you have used any of these';
    return { ...sentence(words(`${lead} in the time shown before ${anchor}`)), table, extra: rows.flatMap(({ extra }) => extra) };
}
