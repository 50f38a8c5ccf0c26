// unknown-term, the part that reads 'is grade 3 or higher': what follows 'or' is no term but the direction of the comparison.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Lowering } from '../lowering/lowering.js';

const OPERATORS: ReadonlyMap<string, string> = new Map([
    ['higher', '>='],
    ['greater', '>='],
    ['above', '>='],
    ['worse', '>='],
    ['more', '>='],
    ['lower', '<='],
    ['less', '<='],
    ['below', '<='],
    ['better', '<='],
]);

/** Whether the text goes on with 'or higher': then that is what is reported of the line. */
export function goesOnWithDirection(lowering: Lowering, end: SourceRange['end']): boolean {
    const { source } = lowering;
    const word = /^\s+or\s+([a-z]+)/i.exec(source.text.slice(source.offsetAt(end), source.offsetAt({ line: end.line + 1, character: 0 })))?.[1];
    return word !== undefined && OPERATORS.has(word.toLowerCase());
}

/** Reports a name that stands for a direction after a grade; false when it does not. */
export function reportGradeOrHigher(lowering: Lowering, name: string, range: SourceRange): boolean {
    const operator = OPERATORS.get(name.toLowerCase());
    if (operator === undefined) return false;
    const { source } = lowering;
    const start = source.offsetAt({ line: range.start.line, character: 0 });
    const before = source.text.slice(start, source.offsetAt(range.start));
    const graded = /\bis\s+(grade\s+)?(?:=\s*)?([\w.]+)\s+or\s+$/.exec(before);
    if (graded === null) return false;
    const written = `is ${graded[1] === undefined ? '' : 'grade '}${operator} ${graded[2] ?? ''}`;
    const whole = { ...range, start: source.positionAt(start + graded.index) };
    lowering.report('unknown-term', range, `A direction stands before the grade that it starts from: ${written}.`, {
        fixes: [{ title: `Write '${written}'`, edits: [{ range: whole, newText: written }] }],
    });
    return true;
}
