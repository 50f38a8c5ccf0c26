// "Your BILAG score is A for your kidneys"; "you have nerve damage of grade 2 or higher on the CTCAE scale".
import type { Condition, GradeComparison, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { sameMeaning } from '../../frame/same-meaning.js';
import { clause, ofClause, type Block, type Clause } from '../clause.js';
import { cleanText } from '../../phrase/clean-text.js';
import { enumerate, join, words, type Inline } from '../inline.js';
import { bodyPart, possessive, scaleName, termName } from '../names.js';
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

/** Whether conditions ask for several values of one grade: "NYHA class I or II". */
export function isOneGrade(conditions: readonly Condition[]): conditions is GradeComparison[] {
    const [first, ...others] = conditions;
    if (first?.kind !== 'grade' || first.operator !== '=' || others.length === 0) return false;
    return others.every((other) => other.kind === 'grade' && sameMeaning({ ...other, value: '', index: 0 }, { ...first, value: '', index: 0 }));
}

/** The sentence for a grade: of the patient, of one part of the body, or of an illness on a scale. */
export function gradeBlock(grade: GradeComparison, wording: Wording, negated: boolean, alternatives: readonly string[] = []): Block {
    const values = enumerate(
        [grade.value, ...alternatives].map((value) => words(cleanText(value))),
        'or',
    )
        .map((part) => part.text)
        .join('');
    const value = BOUND[grade.operator](values);
    const when = join(windowText(grade.window, wording), pickText(grade.pick));
    const scale = termName(grade.scale, wording);
    if (grade.of !== null) return ofClause(gradedIllness(grade, grade.of, value, when, wording, negated));
    if (grade.component !== null) {
        return ofClause(
            clause({
                before: join(possessive(scale), negated ? ' is not ' : ' is ', `${value} for `),
                object: words(`your ${bodyPart(grade.component)}`),
                after: when,
                noun: 'body parts',
                negative: negated,
            }),
        );
    }
    return ofClause(
        clause({
            object: possessive(scale),
            verb: { one: negated ? 'is not' : 'is', many: negated ? 'are not' : 'are' },
            after: join(` ${value}`, when),
            noun: 'values',
            negative: negated,
        }),
    );
}

function gradedIllness(grade: GradeComparison, of: TermSelection, value: string, when: Inline[], wording: Wording, negated: boolean): Clause {
    const { object, extra } = selectionWords(of, wording, null);
    const graded = grade.operator === '<' || grade.operator === '>' ? `a grade ${value}` : `grade ${value}`;
    return clause({
        before: words(negated ? 'you do not have ' : 'you have '),
        object,
        after: join(` of ${graded} on the ${scaleName(grade.scale)} scale`, when),
        extra,
        negative: negated,
    });
}
