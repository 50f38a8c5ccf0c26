// Time since the last event, and tables of washout periods: said by presence in windows.
import type { Elapsed, Presence, Washout } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import { plainException } from '../knowledge/selection.js';
import type { Context } from './context.js';
import { presenceOf } from './refinements.js';
import { allOf, anyOf, opposite, type Verdict } from './verdicts.js';

export function compileElapsed(condition: Elapsed, context: Context): Verdict {
    const { operator, duration, since, until, orNever } = condition;
    const { formulas } = context.facts;
    const to = { anchor: until, offset: null, open: false };
    // "at least 6 months": one just 6 months ago is far enough. "more than 6 months": that one is too near.
    const open = operator === '>=' || operator === '<' || operator === '=';
    const edge = { anchor: until, offset: { duration, direction: 'before' as const }, open: false };
    const present = (window: Window): Verdict => context.compile(presenceOf(since, window, false), context);
    const recent = present({ form: 'within', from: { ...edge, open }, to, written: true });
    const ever = present({ form: 'at-or-before', from: null, to, written: true });
    const orNot = (verdict: Verdict): Verdict => (orNever ? anyOf([verdict, opposite(ever)], formulas) : verdict);
    switch (operator) {
        case '=':
            return orNot(allOf([present({ form: 'between', from: edge, to: edge, written: true }), opposite(recent)], formulas));
        case '<':
        case '<=':
            return orNot(recent);
        case '>':
        case '>=':
            return orNever ? opposite(recent) : allOf([opposite(recent), ever], formulas);
    }
}

/** Any row that holds makes the table hold. */
export function compileWashout(condition: Washout, context: Context): Verdict {
    return anyOf(
        condition.rows.map((row) => context.compile(useInRow(row, condition), context)),
        context.facts.formulas,
    );
}

/** A row as a use of the drug in the window before the anchor; 'any other' less the drugs of the rows above. */
export function useInRow(row: Washout['rows'][number], { anchor }: Pick<Washout, 'anchor'>): Presence {
    const what = { ...row.what, except: [...row.what.except, ...row.minus.map(plainException)] };
    const window: Window = {
        form: 'within',
        from: { anchor, offset: { duration: row.duration, direction: 'before' }, open: false },
        to: { anchor, offset: null, open: false },
        written: true,
    };
    return { ...presenceOf(what, window, true), ...(row.range === undefined ? {} : { range: row.range }) };
}
