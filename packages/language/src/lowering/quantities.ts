// Lowers numbers with units against the measure they belong to: exact, converted to the measure's own unit, checked on the way.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Unit } from '@crit-lang/model/units/unit.js';
import { reportMissingUnit } from '../checks/missing-unit.js';
import { reportUnitPair } from '../checks/unit-pair-disagrees.js';
import { reportUnknownUnit } from '../checks/unknown-unit.js';
import { reportOutOfRange } from '../checks/value-out-of-range.js';
import { reportImplausible } from '../checks/value-implausible.js';
import { reportWrongUnit } from '../checks/wrong-unit.js';
import type { Quantity } from '../generated/ast.js';
import { recovered } from '../syntax/recovered.js';
import { exactNumber } from './exact-number.js';
import type { Lowering } from './lowering.js';
import { substanceOf } from './substance.js';

/** What a number is compared with: its unit, and the term whose range it must lie in. */
export interface MeasureContext {
    /** As in a message: "creatinine", "the dose of prednisone". */
    called: string;
    term: Term | null;
    /** The unit values are kept in; null where any unit will do. */
    unit: string | null;
    /** A difference of two values: its size says nothing about plausible values. */
    difference: boolean;
}

export function measureContext(term: Term): MeasureContext {
    return { called: term.id, term, unit: term.unit ?? null, difference: false };
}

/** Lowers a quantity; `context` is null where nothing is known of what it measures. */
export function lowerQuantity(lowering: Lowering, node: Quantity, context: MeasureContext | null): ModelQuantity {
    const quantity = lowerSingleQuantity(lowering, node, context);
    const { pairNumber, pairUnit } = recovered(node);
    if (pairNumber === undefined || pairUnit === undefined) return quantity;
    const pair = Rational.parse(pairNumber);
    reportUnitPair(lowering, node, quantity, { number: pairNumber, unit: pairUnit }, context);
    return { ...quantity, pair: { value: pair.ok ? pair.value.toString() : '0', unit: pairUnit } };
}

/** 'from 45 to 70 % predicted': the unit after the upper end is said of both. */
export function shareUnit(low: Quantity | undefined, high: Quantity | undefined): void {
    if (low !== undefined && high?.unit !== undefined && low.unit === undefined) low.unit = high.unit;
}

function lowerSingleQuantity(lowering: Lowering, node: Quantity, context: MeasureContext | null): ModelQuantity {
    const written = recovered(node).unit;
    const value = exactNumber(node);
    if (written === undefined) return withoutUnit(lowering, node, value, context);
    const expected = typeof context?.unit === 'string' ? parseUnit(context.unit) : undefined;
    const reading = parseUnit(written, expected?.ok === true ? { expected: [expected.unit.ucum] } : {});
    if (!reading.ok) {
        reportUnknownUnit(lowering, node, written, reading, context);
        return { value, unit: written, canonical: null };
    }
    if (context === null || (context.unit === null && context.term === null)) return { value, unit: written, canonical: { value, unit: written } };
    return converted(lowering, node, { value, written, unit: reading.unit }, context, expected?.ok === true ? expected.unit : parsedPlain());
}

function parsedPlain(): Unit | null {
    const reading = parseUnit('1');
    return reading.ok ? reading.unit : null;
}

function converted(
    lowering: Lowering,
    node: Quantity,
    quantity: { value: string; written: string; unit: Unit },
    context: MeasureContext,
    target: Unit | null,
): ModelQuantity {
    const { value, written, unit } = quantity;
    if (target === null) return { value, unit: written, canonical: { value, unit: written } };
    const conversion = convert(Rational.from(value), unit, target, { ...substanceOf(context.term), difference: context.difference });
    if (!conversion.ok) {
        reportWrongUnit(lowering, node, written, target, context, conversion.message);
        return { value, unit: written, canonical: null };
    }
    const canonical = { value: conversion.value.toString(), unit: context.unit };
    checkValue(lowering, node, conversion.value, context);
    return { value, unit: written, canonical };
}

function withoutUnit(lowering: Lowering, node: Quantity, value: string, context: MeasureContext | null): ModelQuantity {
    if (context === null) return { value, unit: null, canonical: { value, unit: null } };
    const target = context.unit === null ? null : parseUnit(context.unit);
    const plain = target === null || (target.ok && Object.keys(target.unit.dimension).length === 0 && target.unit.factor.equals(Rational.ONE));
    if (!plain) {
        reportMissingUnit(lowering, node, context);
        return { value, unit: null, canonical: null };
    }
    checkValue(lowering, node, Rational.from(value), context);
    return { value, unit: null, canonical: { value, unit: context.unit } };
}

function checkValue(lowering: Lowering, node: Quantity, value: Rational, context: MeasureContext): void {
    if (context.term === null || context.difference) return;
    if (!reportOutOfRange(lowering, node, value, context.term)) reportImplausible(lowering, node, value, context.term);
}
