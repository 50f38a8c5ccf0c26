// Units that may have been meant: near spellings for an unknown unit, right ones for a unit of the wrong kind.
import { plainUnitText } from './characters.js';
import { commonUnitCodes, findCommonUnit } from './common-units.js';
import { compareUnits } from './compare.js';
import { displayUnit } from './display.js';
import { editDistance } from './edit-distance.js';
import { UNIT_WORDS } from './spelling-words.js';
import { WHOLE_UNITS } from './spelling-whole-units.js';
import type { Unit } from './unit.js';

const MOST_SUGGESTIONS = 5;
const LONGEST_MISSPELLING = 40;

interface Candidate {
    readonly key: string;
    readonly shown: string;
}

let candidates: readonly Candidate[] | undefined;

/**
 * The known spellings nearest to what was written, best first, at most five; none when nothing is near.
 * @param expected UCUM codes that the place expects: at the same distance they come first.
 */
export function suggestSpellings(written: string, expected: readonly string[] = []): readonly string[] {
    const key = keyOf(written);
    if (key === '' || key.length > LONGEST_MISSPELLING) {
        return expected.slice(0, MOST_SUGGESTIONS).map((code) => displayUnit(code));
    }
    const preferred = new Set(expected.map((code) => displayUnit(code)));
    const limit = Math.max(1, Math.floor(key.length / 3));
    const best = new Map<string, number>();
    for (const { key: other, shown } of [...expectedCandidates(expected), ...allCandidates()]) {
        const distance = editDistance(key, other, limit);
        if (distance <= limit) {
            // Half a step decides between equals, and never outweighs a letter.
            const rank = distance - (preferred.has(shown) ? 0.5 : 0);
            best.set(shown, Math.min(rank, best.get(shown) ?? Number.POSITIVE_INFINITY));
        }
    }
    return [...best]
        .sort(([, first], [, second]) => first - second)
        .slice(0, MOST_SUGGESTIONS)
        .map(([shown]) => shown);
}

/**
 * What to offer where a unit of the wrong kind stands: the expected units, then common units that are comparable with the first of them.
 * @param expected the units of the measure, its own first.
 */
export function suggestUnits(written: string, expected: readonly Unit[]): readonly string[] {
    const own = expected.map((unit) => displayUnit(unit.ucum));
    const first = expected[0];
    const key = keyOf(written);
    const comparable = first
        ? commonUnitCodes().filter((code) => {
              const value = findCommonUnit(code);
              return value !== undefined && compareUnits({ ...value, ucum: code }, first).comparable;
          })
        : [];
    const near = comparable
        .map((code) => ({ shown: displayUnit(code), distance: editDistance(key, keyOf(code), LONGEST_MISSPELLING) }))
        .sort((one, two) => one.distance - two.distance)
        .map(({ shown }) => shown);
    return [...new Set([...own, ...near])].slice(0, MOST_SUGGESTIONS);
}

/** Capitals and blanks are what writers slip on most; they cost nothing. */
function keyOf(written: string): string {
    return plainUnitText(written).replaceAll(' ', '').toLowerCase();
}

function allCandidates(): readonly Candidate[] {
    candidates ??= [
        ...commonUnitCodes().map((code) => ({ key: keyOf(displayUnit(code)), shown: displayUnit(code) })),
        ...[...UNIT_WORDS, ...WHOLE_UNITS].flatMap(({ ucum, spellings }) => spellings.map((spelling) => ({ key: keyOf(spelling), shown: displayUnit(ucum) }))),
    ];
    return candidates;
}

function expectedCandidates(expected: readonly string[]): readonly Candidate[] {
    return expected.map((code) => ({ key: keyOf(displayUnit(code)), shown: displayUnit(code) }));
}
