// From the text of a unit to the unit: spelling, UCUM code, exact factor, dimension, annotations.
import { findAtom } from './atoms.js';
import { hasHiddenCharacters } from './characters.js';
import { findCommonUnit } from './common-units.js';
import { spellingToUcum } from './spelling.js';
import { suggestSpellings } from './suggest.js';
import { evaluateUcum } from './ucum-evaluator.js';
import type { EvaluatedUnit } from './ucum-parts.js';
import type { UcumValidator } from './ucum-validator.js';
import { ucumExponents } from './ucum-validator.js';
import type { DurationUnit, Unit, UnitFailure, UnitReading } from './unit.js';
import { MAXIMUM_UNIT_LENGTH } from './unit.js';

export interface UnitParseOptions {
    /** A full UCUM library, asked about every unit outside the tables; without one, Crit's own reading of UCUM stands. */
    readonly validator?: UcumValidator;
    /** UCUM codes that the place expects: they come first among the suggestions. */
    readonly expected?: readonly string[];
}

// prettier-ignore
const DURATIONS: ReadonlyMap<string, DurationUnit> = new Map([
    ['min', 'minute'], ['h', 'hour'], ['d', 'day'], ['wk', 'week'], ['mo', 'month'], ['a', 'year'], ['{half-life}', 'half-life'],
]);

/** Units read already: a folder of protocols writes the same few dozen thousands of times. */
const known = new Map<string, UnitReading>();
const MOST_KNOWN = 1000;

/**
 * Reads a unit as a protocol writes it, or as UCUM code.
 * Never throws and never guesses: what is not understood, or has no exact size, is answered with a reason and suggestions.
 */
export function parseUnit(written: string, options: UnitParseOptions = {}): UnitReading {
    if (options.validator) {
        return readUnit(written, options);
    }
    const before = known.get(written);
    if (before) {
        return before;
    }
    const reading = readUnit(written, options);
    // Failures are not kept: their suggestions depend on what the place expects.
    if (reading.ok) {
        if (known.size >= MOST_KNOWN) {
            known.clear();
        }
        known.set(written, reading);
    }
    return reading;
}

function readUnit(written: string, options: UnitParseOptions): UnitReading {
    if (written.length > MAXIMUM_UNIT_LENGTH) {
        return failure('too-long', `A unit has at most ${MAXIMUM_UNIT_LENGTH} characters.`, () => []);
    }
    if (hasHiddenCharacters(written)) {
        return failure('unknown-unit', 'This unit holds invisible characters. Type it anew.', () => []);
    }
    const spelling = spellingToUcum(written);
    if (!spelling.ok) {
        if (spelling.reason === 'ambiguous-unit') {
            const instead = spelling.instead.map((word) => written.trim().replace(spelling.word, word));
            return failure('ambiguous-unit', `"${spelling.word}" is not taken as a unit: ${spelling.because ?? 'it has two meanings'}.`, () => instead);
        }
        return options.validator?.validate(written.trim()).valid
            ? failure('no-exact-factor', withoutFactor(written), () => suggestSpellings(written, options.expected))
            : unknownUnit(written, spelling.word, options);
    }
    return parseUcum(spelling.ucum, { ...options, written });
}

/** Reads a UCUM code (of the model, the vocabulary or a data file), without the spellings of protocols. */
export function parseUcum(code: string, options: UnitParseOptions & { readonly written?: string } = {}): UnitReading {
    const written = options.written ?? code;
    const common = findCommonUnit(code);
    if (common) {
        return { ok: true, unit: unitOf(written, code, common) };
    }
    const evaluation = evaluateUcum(code, findAtom);
    const verdict = options.validator?.validate(code);
    if (!evaluation.ok) {
        return evaluation.reason === 'no-exact-factor' || verdict?.valid
            ? failure('no-exact-factor', withoutFactor(written), () => suggestSpellings(written, options.expected))
            : unknownUnit(written, written.trim(), options);
    }
    if (verdict && !verdict.valid) {
        return unknownUnit(written, written.trim(), options);
    }
    if (verdict && evaluation.value.scale !== 'logarithmic' && !agrees(evaluation.value, verdict.exponents)) {
        return failure('no-exact-factor', withoutFactor(written), () => suggestSpellings(written, options.expected));
    }
    return { ok: true, unit: unitOf(written, code, evaluation.value) };
}

function unitOf(written: string, ucum: string, value: EvaluatedUnit): Unit {
    const duration = DURATIONS.get(ucum);
    return {
        written,
        ucum,
        dimension: value.dimension,
        factor: value.factor,
        annotations: value.annotations,
        scale: value.scale,
        ...(value.offset ? { offset: value.offset } : {}),
        ...(duration ? { duration } : {}),
    };
}

function agrees(value: EvaluatedUnit, exponents: readonly number[]): boolean {
    return exponents.length === 0 || ucumExponents(value.dimension).every((exponent, index) => exponent === exponents[index]);
}

function unknownUnit(written: string, word: string, options: UnitParseOptions): UnitReading {
    const part = word === '' || word === written.trim() ? '' : ` ("${word}")`;
    return failure('unknown-unit', `"${written.trim()}" is not a unit that Crit or UCUM knows${part}.`, () => suggestSpellings(written, options.expected));
}

function withoutFactor(written: string): string {
    return `UCUM knows "${written.trim()}", but it has no exact size in other units, so values in it cannot be compared.`;
}

// Suggestions are looked for when they are first read: many readers only ask whether a word is a unit, and the search is slow.
function failure(reason: UnitFailure, message: string, search: () => readonly string[]): UnitReading {
    let found: readonly string[] | undefined;
    return {
        ok: false,
        reason,
        message,
        get suggestions() {
            return (found ??= search());
        },
    };
}
