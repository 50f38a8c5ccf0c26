// Grades and classes: "NYHA class II", "BILAG A in the renal organ system", "neuropathy of CTCAE grade ≥ 2".
import type { Condition, GradeComparison } from '@crit-lang/model/criteria/condition.js';
import { sameMeaning } from '../frame/same-meaning.js';
import { cleanText } from './clean-text.js';
import { termOf } from './context.js';
import type { PhraseContext } from './context.js';
import { joinWords } from './join.js';
import { scaleName } from './name.js';
import { operatorSign } from './number.js';
import { slots } from './slots.js';
import type { Slots } from './slots.js';
import { pickBefore, windowAfter } from './time.js';

/** The wording around the component, condition or scale that is graded; `value` stands for several values at once. */
export function gradeSlots(grade: GradeComparison, context: PhraseContext, value = valueText(grade)): Slots {
    const window = windowAfter(grade.window);
    const pick = pickBefore(grade.pick);
    if (grade.component !== null) {
        const noun = cleanText(termOf(grade.scale, context)?.componentName ?? 'component');
        const before = `${pick}${scaleName(grade.scale, context)} ${value} in `;
        return slots(`${before}the `, ` ${noun}${window}`, { listBefore: before, listAfter: window, listNoun: ` ${plural(noun)}` });
    }
    if (grade.of !== null) {
        const scale = scaleName(grade.scale, context);
        return slots(pick, ` of ${/\b(grade|class|stage)$/iu.test(scale) ? scale : `${scale} grade`} ${value}${window}`);
    }
    return slots(pick, ` ${value}${window}`);
}

/** What a component is called in a text. */
export function componentText(component: string): string {
    return cleanText(component);
}

/** Grades that differ in nothing but the value, as one: the first of them, and "I or II". Null when the items are not such. */
export function alternativeGrades(items: readonly Condition[]): { grade: GradeComparison; values: string } | null {
    const grades = items.filter((item) => item.kind === 'grade');
    const [first] = grades;
    if (
        first === undefined ||
        items.length < 2 ||
        grades.length !== items.length ||
        first.operator !== '=' ||
        !grades.every((grade) => sameButValue(first, grade))
    ) {
        return null;
    }
    return {
        grade: first,
        values: joinWords(
            grades.map((grade) => cleanText(grade.value)),
            'or',
        ),
    };
}

function sameButValue(a: GradeComparison, b: GradeComparison): boolean {
    return sameMeaning({ ...a, value: null, index: null }, { ...b, value: null, index: null });
}

function valueText(grade: GradeComparison): string {
    const value = cleanText(grade.value);
    return grade.operator === '=' ? value : `${operatorSign(grade.operator)} ${value}`;
}

function plural(noun: string): string {
    return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
