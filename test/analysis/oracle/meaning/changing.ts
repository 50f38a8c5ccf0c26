// Values that rise or fall by so much.
import type { Change } from '@crit-lang/model/criteria/condition.js';
import { and, or } from '../smt.js';
import { ABSENT, decided, table, type Verdict } from '../verdict.js';
import { isReplaced } from './replaced.js';
import type { Patient } from './patient.js';
import { said } from './same-text.js';
import { inPlaceOf, neutral, type Scope } from './scope.js';
import { narrowing } from './selections.js';

export function changing(condition: Change, scope: Scope, patient: Patient): Verdict {
    if (isReplaced(condition.measure, scope, patient)) return ABSENT;
    const amount = condition.amount.kind === 'parameter' ? (scope.bindings.get(condition.amount.name) ?? condition.amount) : condition.amount;
    if (amount.kind === 'cases') {
        return table(
            amount.rows.map((row) => ({
                when: row.when === null ? null : patient.verdict(row.when, neutral(scope)).met,
                then: patient.verdict({ ...condition, amount: row.limit }, scope),
            })),
        );
    }
    if (amount.kind !== 'quantity' || amount.canonical === null) return decided(patient.free(`change ${said(condition)}`));
    const { measure, basis, from, over, lasting, operator, direction, refinements } = condition;
    const window = inPlaceOf(condition.window, scope);
    const narrowed = narrowing(refinements, window, scope, patient);
    const about = `change ${said([measure, basis, from, over])} ${said([window.from, window.to])}`;
    const words = [...narrowed.demands.map((demand) => said(demand)), ...(lasting === null ? [] : [said(lasting)]), ...scope.qualifiers];
    const value = patient.script.variable(about, 'Real');
    const limit = amount.canonical.value;
    const [rise, fall] = [`(${operator} ${value} ${limit}.0)`, `(${operator} (- ${value}) ${limit}.0)`].map((each) => each.replace('.0.0)', '.0)'));
    const holds =
        direction === 'rises'
            ? rise
            : direction === 'falls'
              ? fall
              : operator === '<' || operator === '<='
                ? and([rise ?? '', fall ?? ''])
                : or([rise ?? '', fall ?? '']);
    return decided(and([holds ?? 'true', narrowed.holds, words.length === 0 ? 'true' : patient.free(`${about} ${words.join('; ')}`)]));
}
