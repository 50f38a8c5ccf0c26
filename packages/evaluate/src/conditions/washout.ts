// A table of drugs and how long before a point each must not have been used: any row that holds makes it hold.
import type { Presence, Washout } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import type { Reason } from '../reason.js';
import { groupReason } from '../reason.js';
import { anyOf } from '../verdict.js';

export function evaluateWashout(condition: Washout, context: Context): Reason {
    const rows = condition.rows.map((row) => context.evaluate(useInRow(row, condition), context));
    return groupReason(condition, anyOf(rows.map(({ verdict }) => verdict)), rows);
}

/** A row as a use of the drug in the window before the anchor; 'any other' less the rows above. */
export function useInRow(row: Washout['rows'][number], { anchor }: Pick<Washout, 'anchor'>): Presence {
    const except = row.minus.map((term) => ({
        form: 'except' as const,
        selection: { term, index: false, any: false, except: [] },
        refinements: [],
        provided: null,
    }));
    return {
        kind: 'presence',
        aspect: 'exposure',
        verb: 'used',
        what: { ...row.what, except: [...row.what.except, ...except] },
        window: {
            form: 'within',
            from: { anchor, offset: { duration: row.duration, direction: 'before' }, open: false },
            to: { anchor, offset: null, open: false },
            written: true,
        },
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
        ...(row.range === undefined ? {} : { range: row.range }),
    };
}
