// What the editor shows of a number with a unit: the same value in the other usual units, and what is usual.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import { roundForDisplay } from '@crit-lang/model/exact/rounding.js';
import { convert } from '@crit-lang/model/units/convert.js';
import { displayQuantity } from '@crit-lang/model/units/display-quantity.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Unit } from '@crit-lang/model/units/unit.js';
import { substanceOf } from '@crit-lang/language/lowering/substance.js';
import { bold, bullets, paragraphs, plain } from '../markdown.js';
import { withUnit } from './term-text.js';

/** A value of a measure, in Markdown; `number` and `unit` as written. Null when nothing can be said of it. */
export function quantityText(number: string, unit: string, term: Term | null): string | null {
    const value = Rational.parse(number);
    const from = parseUnit(unit);
    if (!value.ok || !from.ok) return null;
    const others = inOtherUnits(number, unit, term);
    if (others.length === 0 && term === null) return null;
    return paragraphs([
        `${bold(displayQuantity(number, from.unit.ucum))}${others.length === 0 ? '' : ` = ${others.map(plain).join(' = ')}`}`,
        bullets(usual(term)),
    ]);
}

/** A value of a measure in its other usual units, the most usual first; empty where it has none or cannot be converted. */
export function inOtherUnits(number: string, unit: string, term: Term | null): string[] {
    const value = Rational.parse(number);
    const from = parseUnit(unit);
    return value.ok && from.ok ? otherUnits(from.unit, term).flatMap((to) => inUnit(value.value, from.unit, to, term) ?? []) : [];
}

/** A multiple of a limit of normal: about how much that is where the usual upper limit holds. */
export function normalLimitText(factor: string, limit: 'ULN' | 'LLN', term: Term | null): string | null {
    const reference = term?.reference;
    const value = Rational.parse(factor);
    if (term === null || reference === undefined || !value.ok) return null;
    const edge = limit === 'ULN' ? reference.high : reference.low;
    const about = roundForDisplay(value.value.multiply(Rational.from(edge)), 3).text;
    return paragraphs([
        `${bold(`${factor} × ${limit}`)} of ${plain(term.id)}`,
        `With a ${limit === 'ULN' ? 'usual upper' : 'usual lower'} limit of ${plain(withUnit(edge, reference.unit))} that is about ${plain(withUnit(about, reference.unit))}; laboratories differ.`,
    ]);
}

/** The units of the term that are not the written one, each once. */
function otherUnits(written: Unit, term: Term | null): Unit[] {
    const units: Unit[] = [];
    for (const text of [term?.unit, ...(term?.usualUnits ?? [])]) {
        const reading = text === undefined || text === null ? null : parseUnit(text);
        if (reading?.ok === true && reading.unit.ucum !== written.ucum && !units.some(({ ucum }) => ucum === reading.unit.ucum)) units.push(reading.unit);
    }
    return units;
}

function inUnit(value: Rational, from: Unit, to: Unit, term: Term | null): string | null {
    const converted = convert(value, from, to, substanceOf(term));
    if (!converted.ok) return null;
    const { text, exact } = roundForDisplay(converted.value);
    return `${exact && converted.by !== 'equation' ? '' : 'about '}${displayQuantity(text, to.ucum)}`;
}

function usual(term: Term | null): (string | null)[] {
    if (term === null) return [];
    const range = (what: string, values: Term['reference']): string | null =>
        values === undefined ? null : `${what} of ${plain(term.id)}: ${plain(values.low)} to ${plain(withUnit(values.high, values.unit))}`;
    return [range('Usual range', term.reference), range('Plausible range', term.plausible)];
}
