// wrong-kind-of-term: a drug where a laboratory value is needed, a test where a condition is.
import type { Term, TermKind } from '@crit-lang/model/criteria/term.js';
import type { AstNode } from 'langium';
import type { Fix } from '../diagnostics/diagnostic.js';
import type { Clinical, GradeTest, LimitValue } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import type { Expected } from '../lowering/resolve-term.js';
import { nameRange } from '../lowering/name-range.js';
import { partOf } from '../syntax/parts.js';
import { goesOnWithDirection } from './grade-or-higher.js';

const HOW_TO_SAY: Readonly<Record<TermKind, string>> = {
    condition: 'Say has, had … within, ever had or onset of before a condition.',
    drug: 'Say uses, used … within, ever used or a response (inadequate response to …) before a drug.',
    lab: 'Compare a laboratory value with a limit, as in: creatinine <= 1.5 x ULN.',
    measure: 'Compare a measurement with a limit, as in: FVC >= 50 % predicted.',
    score: 'Compare a score with a limit, as in: SLEDAI-2K >= 6.',
    grade: 'Compare a grade, as in: NYHA class <= II, or: BILAG is A in at least 1 of { … }.',
    test: 'Say positive or negative after a test.',
    procedure: 'Say had … within or plans before a procedure.',
    event: 'Say had … within or plans before an event.',
    fact: 'A fact stands alone, as in: pregnant.',
    criteria: 'Say meets before classification criteria.',
};

/** The verb of a drug for each verb of a condition, and the other way round. */
const OTHER_VERB: Readonly<Record<string, string>> = {
    has: 'uses',
    had: 'used',
    'ever had': 'ever used',
    'never had': 'never used',
    uses: 'has',
    used: 'had',
    'ever used': 'ever had',
    'never used': 'never had',
};

export function reportWrongKind(lowering: Lowering, node: AstNode, name: string, term: Term, expected: Expected): void {
    const graded = gradedWithoutScale(node, term);
    if (graded !== undefined) {
        reportMissingScale(lowering, node, name, graded);
        return;
    }
    lowering.report(
        'wrong-kind-of-term',
        nameRange(lowering, node, name),
        `'${name}' is ${article(term.kind)} in the vocabulary, and ${expected.called} is expected here, so the line cannot be checked. ${HOW_TO_SAY[term.kind]}`,
        {
            fixes: fixes(lowering, node, name, term),
        },
    );
}

/** 'neuropathy is grade 3': the grade of a condition, and no scale is named. */
function gradedWithoutScale(node: AstNode, term: Term): GradeTest | undefined {
    const line = node.$container;
    if (term.kind !== 'condition' || line?.$type !== 'Clinical') return undefined;
    const { predicate } = line as Clinical;
    return predicate?.$type === 'GradeTest' && predicate.grade ? predicate : undefined;
}

function reportMissingScale(lowering: Lowering, node: AstNode, name: string, graded: GradeTest): void {
    const end = lowering.rangeOf(graded).end;
    if (goesOnWithDirection(lowering, end)) return;
    const range = nameRange(lowering, node, name);
    lowering.report(
        'wrong-kind-of-term',
        range,
        `'${name}' is a condition, and a condition has a grade on a scale only, which this line does not name, so it cannot be checked. Name the scale, as in: ${name} is grade >= 3 in CTCAE.`,
        { fixes: [{ title: "Add 'in CTCAE'", edits: [{ range: { ...range, start: end, end }, newText: ' in CTCAE' }] }] },
    );
}

/** A multiple of a limit of normal that laboratories do not give. */
export function reportNoNormalLimit(lowering: Lowering, node: LimitValue, term: Term): void {
    lowering.report(
        'wrong-kind-of-term',
        node,
        `Laboratories give no ${node.limit === 'ULN' ? 'upper' : 'lower'} limit of normal for ${term.id}, so a multiple of ${node.limit} cannot be checked. Give the limit as a value with its unit.`,
    );
}

// A verb that fits the term, where the line says nothing else.
function fixes(lowering: Lowering, node: AstNode, name: string, term: Term): Fix[] {
    const line = node.$container;
    if (line?.$type !== 'Clinical') return [];
    const clinical = line as Clinical;
    const written = partOf(clinical, 'verb');
    const subject = clinical.subject?.$cstNode;
    if (clinical.verb === undefined || written === undefined || subject === undefined || clinical.predicate !== undefined) return [];
    const range = lowering.part(clinical, written);
    const other = OTHER_VERB[clinical.verb];
    switch (term.kind) {
        case 'criteria':
            return [{ title: `Write 'meets ${name}'`, edits: [{ range, newText: 'meets' }] }];
        case 'fact':
            return [{ title: `Write '${name}' alone`, edits: [{ range: lowering.source.range(written.offset, subject.offset), newText: '' }] }];
        case 'test': {
            const end = lowering.source.range(subject.end, subject.end);
            return ['positive', 'negative'].map((result) => ({
                title: `Write '${name} ${result}'`,
                edits: [
                    { range: lowering.source.range(written.offset, subject.offset), newText: '' },
                    { range: end, newText: ` ${result}` },
                ],
            }));
        }
        case 'drug':
        case 'condition':
            return other === undefined ? [] : [{ title: `Write '${other} ${name}'`, edits: [{ range, newText: other }] }];
        default:
            return [];
    }
}

function article(kind: TermKind): string {
    const called = kind === 'criteria' ? 'a set of classification criteria' : kind === 'lab' ? 'a laboratory value' : kind;
    return called.startsWith('a ') ? called : /^[aeiou]/.test(called) ? `an ${called}` : `a ${called}`;
}
