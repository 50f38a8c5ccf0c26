// How many characters after a number belong to its unit: what the lexer of the language asks. Linear in what it reads.
import { ANNOTATION, DOT, GAP, NUMBER_BELOW, NUMBER_WORD, PARENTHESES, POWER_OF_TEN, SLASH, TIMES_SIGN, WORD, endOf } from './scan-patterns.js';
import { endOfWordGroup, isTimesSign } from './scan-words.js';
import { SUBSTANCE_WORDS } from './spelling-words.js';
import { isUnitWord } from './spelling.js';

export interface ScanOptions {
    /** Words of the language that end a unit: "of", "or", "before" … Compared exactly, capitals included. */
    readonly stopWords: ReadonlySet<string>;
}

/** Longer words are never units, and asking about them would cost their length. */
const LONGEST_KNOWN_WORD = 60;

/**
 * The length of the unit that starts at `offset`, right behind a number (blanks between them are not the unit's); 0 when none starts there.
 * The unit never crosses the end of the line, a comma, a semicolon or a closing bracket. A word that is no known unit is one, unless it is a stop
 * word: so a misspelt unit is reported as such. The multiplication sign is a unit's only before a power of ten ("x 10^9/L", not "x ULN").
 */
export function scanUnit(text: string, offset: number, { stopWords }: ScanOptions): number {
    const scanner = new UnitScanner(text, offset, stopWords);
    return scanner.scan() - offset;
}

class UnitScanner {
    constructor(
        private readonly text: string,
        private readonly start: number,
        private readonly stopWords: ReadonlySet<string>,
    ) {}

    scan(): number {
        let end = this.powerOfTen(this.start);
        if (end > this.start) {
            const word = this.knownWord(this.skipGap(end));
            end = word ?? this.annotation(end);
            return this.rest(end);
        }
        const below = this.match(SLASH, this.start);
        if (below > this.start) {
            // "/mm3", but not "/ 2" and not the "/80" of a blood pressure: those are a division.
            const first = this.knownWord(below) ?? this.annotationBeforeSlash(below);
            return first === undefined ? this.start : this.rest(first);
        }
        const word = this.groupAt(this.start) ?? this.perWord(this.start) ?? this.word(this.start) ?? this.annotationBeforeSlash(this.start);
        return word === undefined ? this.start : this.rest(word);
    }

    /** Annotations, what is below the line, factors, and the substance that is measured. */
    private rest(from: number): number {
        let end = from;
        for (;;) {
            const next = this.nextPart(this.annotation(end));
            if (next === undefined) {
                return this.substance(this.annotation(end));
            }
            end = next;
        }
    }

    private nextPart(end: number): number | undefined {
        const dot = this.match(DOT, end);
        if (dot > end) {
            return this.group(dot) ?? this.word(dot);
        }
        const gapped = this.skipGap(end);
        const slash = this.match(SLASH, gapped);
        if (slash > gapped) {
            const after = this.skipGap(slash);
            // With blanks around it a slash may be a division of measures: only a known unit makes it part of this one.
            return gapped === end && after === slash ? this.below(slash) : this.knownBelow(after);
        }
        return gapped > end ? this.perWord(gapped) : undefined;
    }

    /** What may follow a slash that touches both sides. */
    private below(at: number): number | undefined {
        return this.knownBelow(at) ?? this.group(at) ?? this.annotationAt(at) ?? this.word(at) ?? this.plainNumber(at);
    }

    private knownBelow(at: number): number | undefined {
        const number = this.match(NUMBER_BELOW, at);
        if (number > at) {
            return this.knownWord(this.skipGap(number));
        }
        return this.knownWord(at);
    }

    /** "mL/min/1.73" without the m2 is taken along, so that it is reported as a whole. */
    private plainNumber(at: number): number | undefined {
        const end = this.match(NUMBER_BELOW, at);
        return end > at ? end : undefined;
    }

    private perWord(at: number): number | undefined {
        if (!this.text.startsWith('per', at) || this.stopWords.has('per')) {
            return undefined;
        }
        const after = this.skipGap(at + 3);
        return after > at + 3 ? (this.knownBelow(after) ?? this.word(after)) : undefined;
    }

    private powerOfTen(at: number): number {
        const sign = this.match(TIMES_SIGN, at);
        const ten = sign > at ? this.skipGap(sign) : at;
        const end = this.match(POWER_OF_TEN, ten);
        return end > ten ? end : this.match(NUMBER_WORD, at);
    }

    /** A group of words or a single word; undefined for a stop word and for what starts no word. */
    private word(at: number): number | undefined {
        const end = this.match(WORD, at);
        if (end === at) {
            return undefined;
        }
        const word = this.text.slice(at, end);
        const group = endOfWordGroup(this.text, at, end);
        if (group !== undefined) {
            return group;
        }
        return this.stopWords.has(word) || isTimesSign(word) ? undefined : end;
    }

    private groupAt(at: number): number | undefined {
        const end = this.match(WORD, at);
        return end > at ? endOfWordGroup(this.text, at, end) : undefined;
    }

    private knownWord(at: number): number | undefined {
        const end = this.word(at);
        return end !== undefined && end - at <= LONGEST_KNOWN_WORD && isUnitWord(this.text.slice(at, end)) ? end : undefined;
    }

    private substance(end: number): number {
        const at = this.skipGap(end);
        const wordEnd = at > end ? this.match(WORD, at) : at;
        const word = wordEnd - at <= LONGEST_KNOWN_WORD ? this.text.slice(at, wordEnd) : '';
        return SUBSTANCE_WORDS.has(word) && !this.stopWords.has(word) ? wordEnd : end;
    }

    private group(at: number): number | undefined {
        const end = this.match(PARENTHESES, at);
        return end > at ? end : undefined;
    }

    private annotation(at: number): number {
        return this.match(ANNOTATION, at);
    }

    private annotationAt(at: number): number | undefined {
        const end = this.match(ANNOTATION, at);
        return end > at ? end : undefined;
    }

    /** "{copies}/mL": a brace right behind a number opens a block of the language, unless a slash follows it. */
    private annotationBeforeSlash(at: number): number | undefined {
        const end = this.match(ANNOTATION, at);
        return end > at && this.text[end] === '/' ? end : undefined;
    }

    private skipGap(at: number): number {
        return this.match(GAP, at);
    }

    private match(pattern: RegExp, at: number): number {
        return endOf(pattern, this.text, at);
    }
}
