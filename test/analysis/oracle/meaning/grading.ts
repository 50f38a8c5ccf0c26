// Grades: of the patient, and of what the patient has.
import type { GradeComparison } from '@crit-lang/model/criteria/condition.js';
import type { Pick, Series, ValueQuery } from '../measurements.js';
import type { Chosen, Demand } from '../occurrence-query.js';
import { and, integer, not, or, type Smt } from '../smt.js';
import { ABSENT, decided, type Verdict } from '../verdict.js';
import { key } from '../hierarchy.js';
import type { Patient } from './patient.js';
import { said } from './same-text.js';
import { inPlaceOf, type Scope } from './scope.js';
import { chosenIn, mayBe } from './selections.js';
import { presence, selectionOf } from './short-forms.js';

export function grading(condition: GradeComparison, scope: Scope, patient: Patient): Verdict {
    const { scale, component, of, operator, index } = condition;
    if ([...scope.replaced].some((term) => patient.hierarchy.isA(of?.term ?? scale, term))) return ABSENT;
    const window = inPlaceOf(condition.window, scope);
    const span = patient.span(window);
    const values = patient.hierarchy.term(scale)?.values ?? [];
    const chosen = of === null ? null : chosenIn(of, window, scope, patient);
    if (index < 0 || (of !== null && chosen === null)) return decided(patient.free(`grade ${said(condition)}`));
    const hasZero = values[0] === '0';
    const least = of === null || hasZero ? 0 : -1;
    const graded = (kind: string | null, number: number, pick: Pick): Smt => {
        const series: Series = {
            id: `grade ${key(scale)} ${key(component ?? '')} ${kind ?? ''} ${number}`,
            measure: null,
            circumstance: '',
            sort: 'Int',
            bounds: (value) => and([`(>= ${value} ${integer(least)})`, `(<= ${value} ${values.length - 1})`]),
        };
        const query: ValueQuery = { series, scale: 'absolute', span, pick };
        if (patient.grid === null) {
            patient.measurements.gather(query, `${operator} ${index}`);
            return patient.free('gathering');
        }
        if (kind === null) return patient.measurements.compare(query, operator, String(index), patient.grid);
        // Who has such a grade of it has it.
        const there = patient.occurrences.kindOccurs(
            kind,
            { track: 'present', what: { term: kind, except: [] }, span, demands: [], through: null },
            patient.grid,
        );
        patient.script.assert(or([not(patient.measurements.compare(query, '>=', String(hasZero ? 1 : 0), patient.grid)), there]));
        return and([patient.measurements.compare(query, operator, String(index), patient.grid), patient.measurements.compare(query, '>=', '0', patient.grid)]);
    };
    const isMeant = (kind: string, number: number, { term, except }: Chosen): Smt => {
        const has = (demand: Demand): Smt => patient.free(`graded ${scale} ${kind} ${number} ${said(demand)}`);
        if (!patient.hierarchy.isA(kind, term)) return 'false';
        return not(or(except.map(({ selection, demands, provided }) => and([isMeant(kind, number, selection), provided, ...demands.map(has)]))));
    };
    const asked = (pick: Pick): Smt => {
        if (chosen === null) return graded(null, 0, pick);
        if (patient.grid === null)
            patient.verdict(presence(selectionOf(chosen.term), window, 'present'), { ...scope, qualifiers: [], replaced: new Set(), window: null });
        const kinds = patient.hierarchy.kindsOf(chosen.term).filter((kind) => mayBe(kind, chosen, patient.hierarchy));
        // Of a class there may be several of no named kind, each with a grade of its own.
        return or(
            kinds.flatMap((kind) =>
                Array.from({ length: patient.hierarchy.isSingle(kind) ? 1 : 4 }, (_each, number) =>
                    and([isMeant(kind, number, chosen), graded(kind, number, pick)]),
                ),
            ),
        );
    };
    const pick = condition.pick ?? scope.defaultPick;
    if (pick !== 'worst') return decided(asked(pick));
    if (scope.polarity !== 0) return decided(asked(scope.polarity === 1 ? 'every' : 'any'));
    return { met: asked('every'), unmet: not(asked('any')), absent: 'false' };
}
