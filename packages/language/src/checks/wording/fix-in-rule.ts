// Writes what the wording says into the rule: the number, the number with its unit, or the sign of the comparison.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { Fix } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../syntax/source-text.js';
import type { SpokenValue } from './spoken-value.js';
import type { RuleValue } from './stated-values.js';

/** `range` is where the number of the rule stands. Nothing where the two differ in more than one of these. */
export function fixInRule(source: SourceText, range: SourceRange, wording: SpokenValue, rule: RuleValue, differs: 'wording-only' | 'comparison'): Fix[] {
    const [start, end] = [source.offsetAt(range.start), source.offsetAt(range.end)];
    const write = (from: number, to: number, newText: string): Fix[] => [
        { title: `Write '${newText}' in the rule, as in the wording`, edits: [{ range: source.range(from, to), newText }] },
    ];
    if (differs === 'comparison') {
        const sign = /(<=|>=|≤|≥|<|>)\s*$/.exec(source.text.slice(Math.max(0, start - 10), start));
        if (sign === null || wording.operator === null || wording.operator === '=') return [];
        const from = start - sign[0].length;
        return write(from, from + (sign[1] ?? '').length, wording.operator);
    }
    const number = wording.value.toString();
    if (!/^\d+(?:\.\d+)?$/.test(number)) return [];
    if (isSameUnit(wording, rule)) return write(start, end, number);
    const unit = unitOf(wording);
    const written = /^[ \t]*[^\s,;(){}]+/.exec(source.text.slice(end, end + 60))?.[0] ?? '';
    // A measure in one unit of time has none in another: a month is no number of weeks.
    if (rule.counted.kind === 'time' && rule.about.size > 0) return [];
    // In a range the unit is that of the other end too.
    const isEnd = /\bto\s+(?:under\s+)?$/.test(source.text.slice(Math.max(0, start - 20), start));
    if (unit === null || isEnd || unitTail(rule) !== written.trim()) return [];
    return write(start, end + written.length, `${number} ${unit}`);
}

function isSameUnit({ counted: a }: SpokenValue, { counted: b }: SpokenValue): boolean {
    if (a.kind === 'time' && b.kind === 'time') return a.unit === b.unit;
    if (a.kind === 'unit' && b.kind === 'unit') return a.unit.ucum === b.unit.ucum;
    return a.kind === b.kind;
}

/** The unit as the wording has it, where the language knows it so. */
function unitOf(value: SpokenValue): string | null {
    const tail = unitTail(value);
    if (value.counted.kind === 'time') return tail;
    const reading = value.counted.kind === 'unit' && tail !== null ? parseUnit(tail) : undefined;
    return reading?.ok === true && value.counted.kind === 'unit' && reading.unit.ucum === value.counted.unit.ucum ? tail : null;
}

/** What stands behind the number in what is shown of a value; null where that is not one word. */
function unitTail({ shown }: SpokenValue): string | null {
    return /\d\s+([^\s\d]\S*)$/.exec(shown)?.[1] ?? null;
}
