// Values that are compared with limits, or with each other.
import type { Comparison, MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { Window } from '@crit-lang/model/criteria/time.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { key } from '../hierarchy.js';
import type { Pick, Series, ValueQuery } from '../measurements.js';
import { and, not, or, type Smt } from '../smt.js';
import { ABSENT, decided, table, type Verdict } from '../verdict.js';
import type { Patient } from './patient.js';
import { isReplaced } from './replaced.js';
import { plain, said } from './same-text.js';
import { inPlaceOf, neutral, type Scope } from './scope.js';
import { narrowing } from './selections.js';
import { presence } from './short-forms.js';

/** How many of one unit the other is, for the units that random documents use. */
const GRAMS: Readonly<Record<string, number>> = { 'mg/dL': 1, 'g/dL': 1000 };

export function comparison(condition: Comparison, scope: Scope, patient: Patient): Verdict {
    if (isReplaced(condition.left, scope, patient)) return ABSENT;
    const { right } = condition;
    const limit = right.kind === 'parameter' ? (scope.bindings.get(right.name) ?? right) : right;
    if (limit.kind === 'cases') {
        return table(
            limit.rows.map((row) => ({
                when: row.when === null ? null : patient.verdict(row.when, neutral(scope)).met,
                then: patient.verdict({ ...condition, right: row.limit }, scope),
            })),
        );
    }
    const pick = condition.pick ?? scope.defaultPick;
    if (pick !== 'worst') return decided(compared(condition, limit, pick, scope, patient));
    // The worst value is any value that would keep the patient out.
    const [all, one] = [compared(condition, limit, 'every', scope, patient), compared(condition, limit, 'any', scope, patient)];
    if (scope.polarity !== 0) return decided(scope.polarity === 1 ? all : one);
    return { met: all, unmet: not(one), absent: 'false' };
}

function compared(condition: Comparison, limit: Limit, pick: Pick, scope: Scope, patient: Patient): Smt {
    const { left, operator, method, circumstance, lasting, refinements } = condition;
    const window = inPlaceOf(condition.window, scope);
    const narrowed = narrowing(refinements, window, scope, patient);
    const words = [...narrowed.demands.map((demand) => said(demand)), ...(lasting === null ? [] : [said(lasting)]), ...scope.qualifiers];
    const extra = words.length === 0 ? 'true' : patient.free(`value ${said(left)} ${said([window.from, window.to])} ${words.join('; ')}`);
    const series = seriesOf(left, method, circumstance, scope);
    const span = patient.span(window);
    const beside = and([narrowed.holds, extra]);
    if (limit.kind === 'measure') {
        const other = seriesOf(limit.measure, method, circumstance, scope);
        const [one, two]: ValueQuery[] = [series, other].map((each) => ({ series: each, scale: 'absolute', span, pick: 'latest' }));
        if (one === undefined || two === undefined) return beside;
        if (patient.grid === null) [one, two].forEach((query) => patient.measurements.gather(query, 'two'));
        if (patient.grid === null || (pick !== 'latest' && span.from !== span.to)) return and([beside, patient.free(`two ${said(condition)}`)]);
        const [first, second] = [left, limit.measure].map(
            (each) => GRAMS[(each.kind === 'measure' ? patient.hierarchy.term(each.term)?.unit : null) ?? 'mg/dL'] ?? 1,
        );
        return and([beside, patient.measurements.compareTwo(one, operator, two, `${second ?? 1}/${first ?? 1}`, patient.grid)]);
    }
    const [scale, value] =
        limit.kind === 'quantity'
            ? (['absolute', limit.canonical?.value ?? null] as const)
            : limit.kind === 'normal-limit'
              ? ([limit.limit, limit.factor] as const)
              : limit.kind === 'titer' && limit.numerator !== 0
                ? (['titer', `${limit.denominator}/${limit.numerator}`] as const)
                : (['absolute', null] as const);
    if (value === null) return and([beside, patient.free(`comparison ${said(condition)}`)]);
    const query: ValueQuery = { series, scale, span, pick };
    if (patient.grid === null) patient.measurements.gather(query, `${operator} ${value}`);
    const holds = patient.grid === null ? patient.free('gathering') : patient.measurements.compare(query, operator, value, patient.grid);
    if (left.kind === 'dose' && pick === 'latest') stateUse(left, query, window, scope, patient);
    return and([beside, holds]);
}

function seriesOf(expression: MeasureExpression, method: string | null, circumstance: string | null, scope: Scope): Series {
    const around = plain(circumstance ?? '');
    if (expression.kind === 'measure' && expression.component === null && method === null) {
        return { id: `measure ${key(expression.term)} ${around}`, measure: key(expression.term), circumstance: around, sort: 'Real', bounds: () => 'true' };
    }
    const inCohort = expression.kind === 'dose' && expression.of.index ? [expression, scope.index] : expression;
    const isDose = expression.kind === 'dose';
    const term = expression.kind === 'measure' ? key(expression.term) : null;
    return {
        id: `${said(inCohort)} by ${plain(method ?? '')} ${around}`,
        measure: term,
        circumstance: `${around} by ${method ?? ''} of ${expression.kind === 'measure' ? (expression.component ?? '') : said(expression)}`,
        sort: 'Real',
        ...(expression.kind === 'dose' && expression.of.term !== null && expression.of.except.length === 0
            ? { dose: { of: expression.of.term, as: key(expression.inEquivalentsOf ?? expression.of.term) } }
            : {}),
        bounds: (value) => (isDose ? `(>= ${value} 0.0)` : 'true'),
    };
}

/** A dose implies use. */
function stateUse(dose: Extract<MeasureExpression, { kind: 'dose' }>, query: ValueQuery, window: Window, scope: Scope, patient: Patient): void {
    const use = patient.verdict(presence(dose.of, window, 'exposure'), { ...scope, qualifiers: [], replaced: new Set() });
    if (patient.grid === null) return;
    patient.script.assert(or([not(patient.measurements.compare(query, '>', '0', patient.grid)), use.met]));
}
