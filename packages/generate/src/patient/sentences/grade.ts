// "Your BILAG score is A for your kidneys"; "you have nerve damage of grade 2 or higher on the CTCAE scale".
import type { GradeComparison } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { clause, ofClause, type Block } from '../clause.js';
import { cleanText, join, words, type Inline } from '../inline.js';
import { bodyPart, possessive, termName } from '../names.js';
import { selectionWords } from '../selection.js';
import { windowText } from '../windows.js';
import type { Wording } from '../wording.js';
import { pickText } from './comparison.js';

const BOUND: Readonly<Record<ComparisonOperator, (value: string) => string>> = {
    '=': (value) => value,
    '>=': (value) => `${value} or higher`,
    '<=': (value) => `${value} or lower`,
    '>': (value) => `higher than ${value}`,
    '<': (value) => `lower than ${value}`,
};

/** The sentence for a grade: of the patient, of one part of the body, or of an illness on a scale. */
export function gradeBlock(grade: GradeComparison, wording: Wording, negated: boolean): Block {
    const value = BOUND[grade.operator](cleanText(grade.value));
    const when = join(windowText(grade.window, wording), pickText(grade.pick));
    const scale = termName(grade.scale, wording);
    if (grade.of !== null) return ofClause(gradedIllness(grade, grade.of, value, scale, when, wording, negated));
    if (grade.component !== null) {
        return ofClause(clause({
            before: join(possessive(scale), negated ? ' is not ' : ' is ', `${value} for `),
            object: words(`your ${bodyPart(grade.component)}`),
            after: when,
            noun: 'body parts',
            negative: negated,
        }));
    }
    return ofClause(clause({ object: possessive(scale), verb: { one: negated ? 'is not' : 'is', many: negated ? 'are not' : 'are' }, after: join(` ${value}`, when), noun: 'values', negative: negated }));
}

function gradedIllness(
    grade: GradeComparison, of: NonNullable<GradeComparison['of']>, value: string, scale: Inline[], when: Inline[], wording: Wording, negated: boolean,
): ReturnType<typeof clause> {
    const { object, extra } = selectionWords(of, wording, null);
    return clause({
        before: words(negated ? 'you do not have ' : 'you have '),
        object,
        after: join(/^\d/u.test(grade.value) ? ` of grade ${value} (` : ` graded ${value} (`, scale, ')', when),
        extra,
        negative: negated,
    });
}
