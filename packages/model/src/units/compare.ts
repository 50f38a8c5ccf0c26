// Whether two units measure the same kind of quantity, and if not, why not.
import type { Dimension } from './dimension.js';
import { combineDimensions, exponentOf, sameExponents } from './dimension.js';
import { nameDimension } from './dimension-names.js';
import { displayUnit } from './display.js';
import type { Unit } from './unit.js';

export type IncomparableReason =
    /** Another kind of quantity (mg/dL and mmHg). */
    | 'different-dimension'
    /** The same dimension, but annotated otherwise (mL/min and mL/min/1.73 m2). */
    | 'annotation-differs'
    /** A logarithm against something else, or against another logarithm. */
    | 'logarithmic'
    /** Months or years against days, weeks or hours. */
    | 'calendar'
    /** Half-lives against anything else: the drug decides. */
    | 'half-life'
    /** Mass against amount of substance: the molar mass decides. */
    | 'needs-molar-mass'
    /** International units against anything else: the substance decides. */
    | 'needs-international-unit'
    /** Equivalents against moles: the charge of the ion decides. */
    | 'needs-charge'
    /** A percentage against an amount fraction, where only an agreed equation leads across (HbA1c). */
    | 'needs-relation'
    /** The ratio of the sizes is irrational (degrees and radians). */
    | 'irrational';

export type UnitComparison =
    | { readonly comparable: true }
    /** `message` is a sentence for the protocol writer. */
    | { readonly comparable: false; readonly reason: IncomparableReason; readonly message: string };

/**
 * Annotations that only say what is counted, which the measure says already: `cells/mm3` and `/mm3` are the same unit, `6 points` is 6.
 * All others are compared. In particular copies and IU stay apart from a bare count, since viral loads are written in either.
 */
const COUNTING_ANNOTATIONS = new Set(['cell', 'cells', 'point', 'points', 'letters', 'beats', 'breaths']);

const HALF_LIFE = '{half-life}';

type UnitKind = Pick<Unit, 'ucum' | 'dimension' | 'annotations' | 'scale'>;

/** Whether values in the two units can be compared with nothing but an exact factor (or, for temperatures, an offset). */
export function sameDimension(first: UnitKind, second: UnitKind): boolean {
    return compareUnits(first, second).comparable;
}

/** As `sameDimension`, with the reason where the answer is no. */
export function compareUnits(first: UnitKind, second: UnitKind): UnitComparison {
    if ((first.ucum === HALF_LIFE) !== (second.ucum === HALF_LIFE)) {
        return differ('half-life', first, second);
    }
    if (sameExponents(first.dimension, second.dimension)) {
        return sameAnnotations(first, second) ? { comparable: true } : differ('annotation-differs', first, second);
    }
    if (first.scale === 'logarithmic' || second.scale === 'logarithmic') {
        return differ('logarithmic', first, second);
    }
    return differ(reasonOf(combineDimensions(first.dimension, second.dimension, -1)), first, second);
}

/** The annotations that are compared, as one key: without those that only count, in any order, capitals or not. */
export function annotationKey(unit: Pick<Unit, 'annotations'>): string {
    const exponents = new Map<string, number>();
    for (const annotation of unit.annotations) {
        const below = annotation.startsWith('/');
        const name = (below ? annotation.slice(1) : annotation).toLowerCase();
        if (!COUNTING_ANNOTATIONS.has(name)) {
            exponents.set(name, (exponents.get(name) ?? 0) + (below ? -1 : 1));
        }
    }
    return [...exponents]
        .filter(([, exponent]) => exponent !== 0)
        .map(([name, exponent]) => `${name} ${exponent}`)
        .sort()
        .join(', ');
}

function sameAnnotations(first: UnitKind, second: UnitKind): boolean {
    return annotationKey(first) === annotationKey(second);
}

/** What would have to be known to get from one dimension to the other, judged by what is left when they are divided. */
function reasonOf(rest: Dimension): IncomparableReason {
    const left = Object.keys(rest);
    const only = (...bases: string[]): boolean => left.every((base) => bases.includes(base));
    if (only('mol/mol')) {
        return 'needs-relation';
    }
    if (only('g', 'mol') && exponentOf(rest, 'g') === -exponentOf(rest, 'mol')) {
        return 'needs-molar-mass';
    }
    if (only('eq', 'mol', 'g') && exponentOf(rest, 'eq') !== 0 && exponentOf(rest, 'eq') + exponentOf(rest, 'mol') + exponentOf(rest, 'g') === 0) {
        return 'needs-charge';
    }
    if (exponentOf(rest, '[IU]') !== 0 && only('[IU]', 'g', 'mol', 's', 'eq')) {
        return 'needs-international-unit';
    }
    if (only('mo', 's') && exponentOf(rest, 'mo') === -exponentOf(rest, 's')) {
        return 'calendar';
    }
    return only('[pi]') ? 'irrational' : 'different-dimension';
}

function differ(reason: IncomparableReason, first: UnitKind, second: UnitKind): UnitComparison {
    const [one, two] = [displayUnit(first.ucum), displayUnit(second.ucum)];
    return { comparable: false, reason, message: sentence(reason, one, two, first.dimension, second.dimension) };
}

function sentence(reason: IncomparableReason, one: string, two: string, first: Dimension, second: Dimension): string {
    switch (reason) {
        case 'different-dimension':
            return `${one} is a unit of ${nameDimension(first)}, ${two} of ${nameDimension(second)}.`;
        case 'annotation-differs':
            return `${one} and ${two} look alike but are different quantities: what a unit is taken of, or per, is compared too.`;
        case 'logarithmic':
            return `${one} and ${two} cannot be compared: one is a logarithm.`;
        case 'calendar':
            return `${one} and ${two} cannot be converted: a month has 28 to 31 days.`;
        case 'half-life':
            return `${one} and ${two} cannot be converted: how long a half-life is depends on the drug.`;
        case 'needs-molar-mass':
            return `${one} measures ${nameDimension(first)} and ${two} ${nameDimension(second)}: to convert them, the vocabulary must give the molar mass of the substance.`;
        case 'needs-international-unit':
            return `${one} and ${two} can be converted only where the vocabulary says what one international unit of the substance is.`;
        case 'needs-charge':
            return `${one} and ${two} can be converted only where the vocabulary gives the charge of the ion.`;
        case 'needs-relation':
            return `${one} and ${two} are not multiples of each other: the vocabulary must name the equation that joins them (as for HbA1c).`;
        case 'irrational':
            return `${one} and ${two} differ by a factor with π, which has no exact value.`;
    }
}
