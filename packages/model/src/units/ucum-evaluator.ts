// An exact reader of UCUM codes (case-sensitive form): the factor as a fraction, the dimension, the annotations.
import { Rational } from '../exact/rational.js';
import type { AtomLookup } from './atoms.js';
import { LONGEST_PREFIX, prefixFactor } from './atoms.js';
import type { EvaluatedUnit, UcumFailure, UnitPart } from './ucum-parts.js';
import { Refusal, finishUnit, multiplyParts, partOfAtom, raisePart, unitOne } from './ucum-parts.js';
import { MAXIMUM_UNIT_LENGTH } from './unit.js';

export type UcumEvaluation = { readonly ok: true; readonly value: EvaluatedUnit } | UcumFailure;

const DEEPEST_NESTING = 8;

/**
 * Evaluates a UCUM code by the grammar of the UCUM specification (§2: terms, exponents, annotations, parentheses), left to right.
 * Stricter than the specification in one point: a number with a point ("1.73") is refused, because UCUM would read it as 1 times 73.
 */
export function evaluateUcum(code: string, lookup: AtomLookup): UcumEvaluation {
    if (code.length > MAXIMUM_UNIT_LENGTH) {
        return { ok: false, reason: 'not-ucum', detail: 'it is too long' };
    }
    try {
        const reader = new CodeReader(code, lookup);
        return { ok: true, value: finishUnit(reader.readAll(), code) };
    } catch (refusal) {
        if (refusal instanceof Refusal) {
            return { ok: false, reason: refusal.reason, detail: refusal.message };
        }
        throw refusal;
    }
}

class CodeReader {
    private position = 0;

    constructor(
        private readonly code: string,
        private readonly lookup: AtomLookup,
    ) {}

    readAll(): UnitPart {
        const part = this.readTerm(0);
        if (this.position < this.code.length) {
            throw new Refusal('not-ucum', `"${this.code.slice(this.position)}" is left over`);
        }
        return part;
    }

    private readTerm(depth: number): UnitPart {
        if (depth > DEEPEST_NESTING) {
            throw new Refusal('not-ucum', 'it is nested too deeply');
        }
        let result: UnitPart | undefined;
        let exponent: 1 | -1 = this.take('/') ? -1 : 1;
        for (;;) {
            const next = this.readComponent(depth);
            result = result || exponent === -1 ? multiplyParts(result ?? unitOne(), next, exponent) : next;
            if (this.take('.')) {
                exponent = 1;
            } else if (this.take('/')) {
                exponent = -1;
            } else {
                return result;
            }
        }
    }

    private readComponent(depth: number): UnitPart {
        if (this.take('(')) {
            const inner = this.readTerm(depth + 1);
            if (!this.take(')')) {
                throw new Refusal('not-ucum', 'a parenthesis is not closed');
            }
            return this.withAnnotations(inner);
        }
        if (this.code[this.position] === '{') {
            return this.withAnnotations(unitOne());
        }
        const symbol = this.match(/(?:[A-Za-z%*^'"_]|10[*^]|\[[^\][{}]{1,40}\])+/y);
        if (symbol === '') {
            return this.withAnnotations(this.readNumber());
        }
        const exponent = this.match(/[+-]?\d{1,4}/y);
        return this.withAnnotations(raisePart(this.readSymbol(symbol), exponent === '' ? 1 : Number(exponent)));
    }

    private readNumber(): UnitPart {
        const digits = this.match(/\d{1,12}/y);
        if (digits === '') {
            throw new Refusal('not-ucum', 'a part of it is missing');
        }
        if (/^\.\d/.test(this.code.slice(this.position, this.position + 2))) {
            throw new Refusal('not-ucum', 'UCUM has no numbers with a point');
        }
        if (BigInt(digits) === 0n) {
            throw new Refusal('not-ucum', 'a unit cannot be zero');
        }
        return { ...unitOne(), factor: Rational.of(BigInt(digits)) };
    }

    private readSymbol(symbol: string): UnitPart {
        const whole = this.lookup(symbol);
        if (whole) {
            return partOfAtom(symbol, whole, Rational.ONE);
        }
        for (let length = 1; length <= LONGEST_PREFIX && length < symbol.length; length += 1) {
            const prefix = prefixFactor(symbol.slice(0, length));
            const atom = prefix && this.lookup(symbol.slice(length));
            if (prefix && atom?.metric) {
                return partOfAtom(symbol, atom, prefix);
            }
        }
        throw new Refusal('unknown-atom', symbol);
    }

    private withAnnotations(part: UnitPart): UnitPart {
        const annotations = [...part.annotations];
        while (this.code[this.position] === '{') {
            const annotation = this.match(/\{(?!\/)[!-z|~]*\}/y);
            if (annotation === '') {
                throw new Refusal('not-ucum', 'an annotation is not closed, or holds a blank or a slash at its start');
            }
            annotations.push(annotation.slice(1, -1));
        }
        return { ...part, annotations };
    }

    private take(character: string): boolean {
        const found = this.code[this.position] === character;
        this.position += found ? 1 : 0;
        return found;
    }

    private match(pattern: RegExp): string {
        pattern.lastIndex = this.position;
        const text = pattern.exec(this.code)?.[0] ?? '';
        this.position += text.length;
        return text;
    }
}
