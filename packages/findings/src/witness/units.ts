// In which unit a value is written: the one that the protocol uses for the measure, else the one that its vocabulary entry is kept in.
import { measureKey } from '@crit-lang/analysis/facts/measures.js';
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { displayQuantity } from '@crit-lang/model/units/display-quantity.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';

export interface WrittenUnit {
    /** As it stands behind the number; null for a pure number. */
    readonly unit: string | null;
    /** The unit that the value is kept in. */
    readonly canonical: string | null;
    /** One of the written unit in the canonical one. */
    readonly factor: Rational;
}

export class UnitsInUse {
    private readonly found = new Map<string, WrittenUnit>();

    constructor(private readonly document: CriteriaDocument) {
        const rules = [
            ...document.criteria.flatMap(({ rule, readings }) => [rule, ...readings.map((reading) => reading.rule)]),
            ...document.definitions.map(({ rule }) => rule),
        ];
        for (const rule of rules) {
            walkCondition(rule, {
                condition: (condition) => {
                    if (condition.kind === 'compare' && condition.right.kind === 'quantity') this.take(condition.left, condition.right);
                },
            });
        }
    }

    private take(
        left: MeasureExpression,
        { value, unit, canonical }: { value: string; unit: string | null; canonical: { value: string; unit: string | null } | null },
    ): void {
        const key = measureKey(left);
        if (this.found.has(key) || canonical === null) return;
        const number = Rational.from(value);
        if (number.isZero || !isProportional(unit) || !isProportional(canonical.unit) || /hba1c/iu.test(key)) return;
        const factor = Rational.from(canonical.value).divide(number);
        if (factor.sign > 0) this.found.set(key, { unit, canonical: canonical.unit, factor });
    }

    unitOf(expression: MeasureExpression): WrittenUnit {
        const used = this.found.get(measureKey(expression));
        if (used !== undefined) return used;
        const unit = expression.kind === 'measure' ? this.keptIn(expression.term) : expression.kind === 'dose' ? 'mg/day' : null;
        if (unit === null) return { unit: null, canonical: null, factor: Rational.ONE };
        const read = parseUnit(unit);
        const written = read.ok ? displayQuantity('2', read.unit.ucum).replace(/^2 /u, '') : unit;
        return { unit: written, canonical: unit, factor: Rational.ONE };
    }

    private keptIn(id: string): string | null {
        return this.document.terms.find((term) => term.id.toLowerCase() === id.toLowerCase())?.unit ?? null;
    }
}

function isProportional(unit: string | null): boolean {
    const read = parseUnit(unit ?? '1');
    return read.ok && read.unit.offset === undefined && read.unit.scale === 'linear';
}
