// The alternatives in a rule: items of lists, exceptions, rows of tables, guards; each with the rule as it would be without it.
import type { Condition, Exception, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { useInRow } from '../compile/elapsed.js';

export type AlternativeKind = 'item' | 'counted item' | 'exception' | 'row' | 'washout row' | 'guard';

export interface Alternative {
    readonly kind: AlternativeKind;
    readonly range: SourceRange | undefined;
    /** When a patient takes this alternative. */
    readonly condition: Condition;
    /** The rule without it; null where nothing sensible is left. Made when it is asked for, as are the next ones: most are not. */
    readonly without: (() => Condition) | null;
    /** 1 where the alternative lets in, -1 where it keeps out, as far as the rule itself goes; 0 where neither. */
    readonly polarity: 1 | -1 | 0;
    /** The list that it stands in: the same object for all of its items. */
    readonly list: Condition | TermSelection;
    /** For the items of an 'any of': the rule with 'all of' instead. */
    readonly asAll: (() => Condition) | null;
    /** For the items of an 'any of': the rule with only these items, by place. */
    readonly place: number;
    readonly keeping: ((places: readonly number[]) => Condition) | null;
}

type Rebuild = (condition: Condition) => Condition;
type Sign = 1 | -1 | 0;

/** In the order in which they stand. Those inside definitions are left out: they belong to several criteria. */
export function alternativesOf(rule: Condition): Alternative[] {
    const found: Alternative[] = [];
    visit(rule, (condition) => condition, 1, found);
    return found;
}

function visit(condition: Condition, rebuild: Rebuild, polarity: Sign, found: Alternative[]): void {
    const opposite: Sign = polarity === 1 ? -1 : polarity === -1 ? 1 : 0;
    switch (condition.kind) {
        case 'all':
        case 'any': {
            const { of } = condition;
            of.forEach((item, place) => {
                if (condition.kind === 'any' && of.length > 1) {
                    const keeping = (places: readonly number[]): Condition => rebuild({ ...condition, of: of.filter((_item, at) => places.includes(at)) });
                    found.push({
                        kind: 'item',
                        range: item.range,
                        condition: item,
                        without: () => keeping([...of.keys()].filter((at) => at !== place)),
                        polarity,
                        list: condition,
                        asAll: () => rebuild({ ...condition, kind: 'all' }),
                        place,
                        keeping,
                    });
                }
                visit(item, (changed) => rebuild({ ...condition, of: of.map((each, at) => (at === place ? changed : each)) }), polarity, found);
            });
            break;
        }
        case 'not':
            visit(condition.of, (of) => rebuild({ ...condition, of }), opposite, found);
            break;
        case 'vague':
            visit(condition.condition, (inner) => rebuild({ ...condition, condition: inner }), polarity, found);
            break;
        case 'repeated':
            visit(condition.of, (of) => rebuild({ ...condition, of }), polarity, found);
            break;
        case 'count':
            visitCount(condition, rebuild, polarity, found);
            break;
        case 'guard':
            found.push({
                kind: 'guard',
                range: condition.when.range ?? condition.range,
                condition: condition.form === 'if' ? condition.when : { kind: 'not', of: condition.when },
                without: null,
                polarity: 0,
                list: condition,
                asAll: null,
                place: 0,
                keeping: null,
            });
            visit(condition.then, (then) => rebuild({ ...condition, then }), polarity, found);
            if (condition.otherwise !== null) visit(condition.otherwise, (otherwise) => rebuild({ ...condition, otherwise }), polarity, found);
            break;
        case 'cases':
            visitRows(condition.rows, condition, found);
            condition.rows.forEach((row, place) =>
                visit(
                    row.then,
                    (then) => rebuild({ ...condition, rows: condition.rows.map((each, at) => (at === place ? { ...each, then } : each)) }),
                    polarity,
                    found,
                ),
            );
            break;
        case 'compare':
            if (condition.right.kind === 'cases') visitRows(condition.right.rows, condition, found);
            break;
        case 'washout':
            if (condition.rows.length > 1) {
                condition.rows.forEach((row, place) =>
                    found.push({
                        kind: 'washout row',
                        range: row.range,
                        condition: useInRow(row, condition),
                        without: () => rebuild({ ...condition, rows: condition.rows.filter((_row, at) => at !== place) }),
                        polarity,
                        list: condition,
                        asAll: null,
                        place,
                        keeping: (places) => rebuild({ ...condition, rows: condition.rows.filter((_row, at) => places.includes(at)) }),
                    }),
                );
            }
            condition.rows.forEach((row, place) =>
                visitExceptions(
                    row.what,
                    (what) => rebuild({ ...condition, rows: condition.rows.map((each, at) => (at === place ? { ...each, what } : each)) }),
                    (what) => useInRow({ ...row, what, minus: [] }, condition),
                    polarity,
                    found,
                ),
            );
            break;
        case 'presence':
            visitExceptions(
                condition.what,
                (what) => rebuild({ ...condition, what }),
                (what) => ({ ...condition, what }),
                polarity,
                found,
            );
            break;
        case 'response':
            visitExceptions(
                condition.to,
                (to) => rebuild({ ...condition, to }),
                (to) => ({ ...condition, to }),
                polarity,
                found,
            );
            break;
        case 'result':
            visitExceptions(
                condition.test,
                (test) => rebuild({ ...condition, test }),
                (test) => ({ ...condition, test }),
                polarity,
                found,
            );
            break;
        case 'elapsed':
            visitExceptions(
                condition.since,
                (since) => rebuild({ ...condition, since }),
                (since) => ({ ...condition, since }),
                polarity,
                found,
            );
            break;
        case 'grade':
            if (condition.of !== null)
                visitExceptions(
                    condition.of,
                    (of) => rebuild({ ...condition, of }),
                    (of) => ({ ...condition, of }),
                    polarity,
                    found,
                );
            break;
        case 'meets':
        case 'fact':
        case 'change':
        case 'statement':
        case 'unspecified':
        case 'reference':
        case 'unresolved':
            break;
    }
}

function visitCount(condition: Extract<Condition, { kind: 'count' }>, rebuild: Rebuild, polarity: Sign, found: Alternative[]): void {
    const { items, bound } = condition;
    const needed = bound.operator === '>' ? bound.count + 1 : bound.count;
    const raises = bound.operator === '>=' || bound.operator === '>';
    const sign: Sign = raises ? polarity : bound.operator === '=' ? 0 : polarity === 1 ? -1 : polarity === -1 ? 1 : 0;
    // Of a list all of which is needed, and of one that counts members, no item is an alternative.
    const areAlternatives = raises && needed >= 1 && needed < items.length && (needed === 1 || items.every(({ counts }) => counts === 'one'));
    items.forEach((item, place) => {
        if (areAlternatives) {
            const keeping = (places: readonly number[]): Condition => rebuild({ ...condition, items: items.filter((_item, at) => places.includes(at)) });
            found.push({
                kind: 'counted item',
                range: item.condition.range,
                condition: item.condition,
                without: () => keeping([...items.keys()].filter((at) => at !== place)),
                polarity: sign,
                list: condition,
                asAll: null,
                place,
                keeping,
            });
        }
        const changed: Rebuild = (inner) => rebuild({ ...condition, items: items.map((each, at) => (at === place ? { ...each, condition: inner } : each)) });
        visit(item.condition, changed, sign, found);
    });
}

function visitRows(rows: readonly { when: Condition | null; then?: Condition; limit?: Limit }[], list: Condition, found: Alternative[]): void {
    const conditions = rows.flatMap(({ when }) => when ?? []);
    rows.forEach(({ when }, place) => {
        const otherwise: Condition = { kind: 'not', of: { kind: 'any', of: conditions } };
        const range = when?.range ?? rows[place]?.then?.range ?? list.range;
        found.push({ kind: 'row', range, condition: when ?? otherwise, without: null, polarity: 0, list, asAll: null, place, keeping: null });
    });
}

function visitExceptions(
    selection: TermSelection,
    rebuild: (changed: TermSelection) => Condition,
    leaf: (what: TermSelection) => Condition,
    polarity: Sign,
    found: Alternative[],
): void {
    selection.except.forEach((exception, place) => {
        // 'other than the index disease' is there for every cohort, not as an alternative of its own.
        if (exception.selection.index) return;
        const keeping = (places: readonly number[]): Condition =>
            rebuild({ ...selection, except: selection.except.filter((each, at) => each.selection.index || places.includes(at)) });
        found.push({
            kind: 'exception',
            range: exception.range ?? exception.selection.range,
            condition: taken(exception, leaf),
            without: () => keeping([...selection.except.keys()].filter((at) => at !== place)),
            polarity: polarity === 1 ? -1 : polarity === -1 ? 1 : 0,
            list: selection,
            asAll: null,
            place,
            keeping,
        });
    });
}

function taken({ selection, refinements, provided }: Exception, leaf: (what: TermSelection) => Condition): Condition {
    const there = leaf(selection);
    const narrowed: Condition = 'refinements' in there && refinements.length > 0 ? { ...there, refinements: [...there.refinements, ...refinements] } : there;
    return provided === null ? narrowed : { kind: 'all', of: [narrowed, provided] };
}
