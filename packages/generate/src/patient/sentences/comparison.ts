// "Your creatinine level is more than 1.5 times the highest normal value in the 8 weeks before …".
import type { Comparison } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator, Limit } from '@crit-lang/model/criteria/value.js';
import type { ValuePick } from '@crit-lang/model/criteria/time.js';
import { quantityText } from '../amounts.js';
import { clause, ofClause, sentence, type Block } from '../clause.js';
import { cleanText } from '../../phrase/clean-text.js';
import { join, words, type Inline } from '../inline.js';
import { limitWords } from '../limits.js';
import { doseNote, measureWords } from '../measure.js';
import { methodText } from '../method.js';
import { refinementWords } from '../refinement.js';
import { boundedDuration, windowText } from '../windows.js';
import type { Wording } from '../wording.js';

const PICK_WORDS: Readonly<Record<ValuePick, string>> = {
    any: ' at least once',
    every: ' each time it is checked',
    latest: ' (the latest result counts)',
    worst: ' (the worst result counts)',
};

/** Which of several results counts; nothing where the protocol's default stands. */
export function pickText(pick: ValuePick | null): string {
    return pick === null ? '' : PICK_WORDS[pick];
}

/** "at least 18 years old". */
function ageText(operator: ComparisonOperator, limit: Limit): string | null {
    if (limit.kind !== 'quantity') return null;
    const age = quantityText({ ...limit, unit: limit.unit ?? 'years' });
    switch (operator) {
        case '>=':
            return `at least ${age} old`;
        case '>':
            return `older than ${age}`;
        case '<=':
            return `at most ${age} old`;
        case '<':
            return `younger than ${age}`;
        case '=':
            return `exactly ${age} old`;
    }
}

// "At least 18 years old and at most 65 years old" needs its unit once.
function ageRange(ages: readonly string[]): string {
    const unit = /(?: years| months| weeks| days)? old$/u;
    const [low = '', high] = ages;
    if (high === undefined) return low;
    return unit.exec(low)?.[0] === unit.exec(high)?.[0] ? `${low.replace(unit, '')} and ${high}` : `${low} and ${high}`;
}

function isAge(comparison: Comparison): boolean {
    return comparison.left.kind === 'measure' && comparison.left.term.toLowerCase() === 'age' && comparison.left.component === null;
}

/** The words after "is" that place a value in time and method. */
function circumstances(comparison: Comparison, wording: Wording, refined: Inline[], pick: ValuePick | null): Inline[] {
    return join(
        refined,
        comparison.circumstance === null ? '' : ` on ${cleanText(comparison.circumstance)}`,
        comparison.lasting === null ? '' : ` for ${boundedDuration(comparison.lasting)}${comparison.lasting.sustained ? ' without a break' : ''}`,
        windowText(comparison.window, wording),
        pickText(pick),
        comparison.method === null ? '' : ` (measured with ${methodText(comparison.method)})`,
    );
}

/** The sentence for one comparison; `upper` is the other end of a range over the same value. */
export function comparisonBlock(comparison: Comparison, wording: Wording, negated: boolean, upper: Comparison | null = null): Block {
    const not = negated ? ' not' : '';
    const refined = refinementWords(comparison.refinements, wording);
    // A sentence of its own is easier to read; under "not" the words must stay with it.
    const everyTime = comparison.pick === 'every' && !negated && !wording.inLine && upper === null && !isAge(comparison);
    const rest = circumstances(comparison, wording, refined.after, everyTime ? null : comparison.pick);
    if (isAge(comparison)) {
        const ages = [comparison, ...(upper === null ? [] : [upper])].map((end) => ageText(end.operator, end.right));
        if (ages.every((age) => age !== null)) {
            return ofClause(clause({ before: join(`you are${not} ${ageRange(ages)}`, rest), extra: refined.extra, negative: negated }));
        }
    }
    const { object, plural, extra: aboutMeasure } = measureWords(comparison.left, wording);
    const limit = limitWords(comparison.operator, comparison.right, comparison.left, wording);
    const upperLimit = upper === null ? null : limitWords(upper.operator, upper.right, upper.left, wording);
    const each = everyTime ? [sentence(words('this must be so each time it is checked'))] : [];
    const extra = [...each, ...doseNote(comparison.left), ...aboutMeasure, ...limit.extra, ...(upperLimit?.extra ?? []), ...refined.extra];
    const base = clause({ object, plural, verb: { one: `is${not}`, many: `are${not}` }, noun: 'values', extra, negative: negated });
    if (limit.kind === 'table') {
        return { ...ofClause({ ...base, after: join(limit.lead, rest) }), items: limit.items };
    }
    const range = upperLimit?.kind === 'words' ? join(limit.text, ' and ', upperLimit.text) : limit.text;
    return ofClause({ ...base, after: join(words(' '), range, rest) });
}
