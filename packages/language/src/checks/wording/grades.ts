// Compares the grades that a wording names ("NYHA class III or IV", "grade ≥ 3") with those that the rule accepts.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import type { FoundTerm } from './term-names.js';

/** The grades of a scale, by their place on it. */
type Grades = ReadonlySet<number>;

export interface RuleGrades {
    scale: Term;
    accepted: Set<number>;
    range: SourceRange | undefined;
}

export interface WordingGrades {
    named: Set<number>;
    start: number;
    end: number;
}

/** What the rule accepts of each scale that it speaks of. */
export function ruleGrades(rule: Condition, term: (id: string) => Term | undefined): RuleGrades[] {
    const found = new Map<string, RuleGrades>();
    walkCondition(rule, {
        condition: (condition) => {
            if (condition.kind !== 'grade' || condition.index < 0) return;
            const scale = term(condition.scale);
            const count = scale?.values?.length ?? 0;
            if (scale === undefined || count === 0) return;
            const entry = found.get(scale.id) ?? { scale, accepted: new Set<number>(), range: condition.range };
            found.set(scale.id, entry);
            for (const index of span(condition.operator, condition.index, count)) entry.accepted.add(index);
        },
    });
    return [...found.values()];
}

/** The grades of a scale that a text names; null when it names none. `alone`: the word grade or class can only mean this scale. */
export function wordingGrades(text: string, terms: readonly FoundTerm[], scale: Term, alone: boolean): WordingGrades | null {
    const starts = terms.filter(({ hits }) => hits.some((hit) => hit.id === scale.id)).map(({ end }) => end);
    if (alone) for (const match of text.matchAll(/\b(?:grades?|class(?:es)?|stages?)\b/gi)) starts.push(match.index);
    let found: WordingGrades | null = null;
    for (const start of [...new Set(starts)].sort((a, b) => a - b)) {
        const read = readGrades(text, start, scale.values ?? []);
        if (read === null) continue;
        if (found === null) found = read;
        else for (const index of read.named) found.named.add(index);
    }
    return found;
}

/** Whether both name the same grades, or, where one may deny what the other says, the opposite ones. */
export function sameGrades(one: Grades, other: Grades, count: number, mayBeOpposite: boolean): boolean {
    const equal = (a: Grades, b: Grades): boolean => a.size === b.size && [...a].every((index) => b.has(index));
    if (equal(one, other)) return true;
    const rest = new Set(Array.from({ length: count }, (_, index) => index).filter((index) => !other.has(index)));
    return mayBeOpposite && equal(one, rest);
}

const LEAD = /^[\s:(]*(?:(?:functional|performance|status|score|grades?|class(?:es)?|stages?|PS|of|is|was|a|an)\b[\s:(]*)*/i;
const BOUNDS: readonly (readonly [RegExp, ComparisonOperator])[] = [
    [/^(?:≥|>\s?=|at least|no less than)\s*/i, '>='],
    [/^(?:≤|<\s?=|at most|no (?:more|greater|higher|worse) than|up to)\s*/i, '<='],
    [/^(?:>|more than|greater than|above|worse than|higher than)\s*/i, '>'],
    [/^(?:<|less than|below|lower than)\s*/i, '<'],
];
const JOINT = /^\s*(-|\/|,\s*(?:or|and)?|or|and|to|through)\s*(?:(?:grade|class|stage)\s+)?/i;
const ROMAN = ['0', 'I', 'II', 'III', 'IV', 'V', 'VI'];

function readGrades(text: string, from: number, values: readonly string[]): WordingGrades | null {
    let at = from + (LEAD.exec(text.slice(from, from + 60))?.[0].length ?? 0);
    const start = at;
    let operator: ComparisonOperator | null = null;
    for (const [pattern, meant] of BOUNDS) {
        const match = pattern.exec(text.slice(at, at + 20));
        if (match === null) continue;
        [operator, at] = [meant, at + match[0].length];
        break;
    }
    const named = new Set<number>();
    let last = -1;
    let range = false;
    for (;;) {
        const value = valueAt(text, at, values);
        if (value === null) break;
        at = value.end;
        if (range && last >= 0) for (let index = last; index <= value.index; index++) named.add(index);
        named.add(value.index);
        last = value.index;
        const joint = JOINT.exec(text.slice(at, at + 20));
        if (joint === null || valueAt(text, at + joint[0].length, values) === null) break;
        range = /^(?:-|to|through)$/i.test(joint[1] ?? '');
        at += joint[0].length;
    }
    if (last < 0) return null;
    const after = /^\s*(?:or|and) (?:(higher|greater|above|more|worse|over)|(lower|less|below|better|under))\b/i.exec(text.slice(at, at + 30));
    if (after !== null) [operator, at] = [after[1] === undefined ? '<=' : '>=', at + after[0].length];
    if (operator !== null) for (const index of span(operator, last, values.length)) named.add(index);
    if (operator === '>' || operator === '<') named.delete(last);
    return { named, start, end: at };
}

function valueAt(text: string, at: number, values: readonly string[]): { index: number; end: number } | null {
    const match = /^(?:[IVX]+|\d|[A-Z][a-c]?|[a-z]+)(?![\p{L}\d.])/u.exec(text.slice(at, at + 20));
    if (match === null) return null;
    const written = match[0];
    const roman = ROMAN.indexOf(written);
    const spellings = [written, ...(roman > 0 ? [String(roman)] : []), ...(/^\d$/.test(written) ? [ROMAN[Number(written)] ?? ''] : [])];
    const index = values.findIndex((value) => spellings.includes(value));
    return index < 0 ? null : { index, end: at + written.length };
}

function span(operator: ComparisonOperator, index: number, count: number): number[] {
    return Array.from({ length: count }, (_, place) => place).filter((place) => {
        switch (operator) {
            case '<':
                return place < index;
            case '<=':
                return place <= index;
            case '=':
                return place === index;
            case '>=':
                return place >= index;
            case '>':
                return place > index;
        }
    });
}
