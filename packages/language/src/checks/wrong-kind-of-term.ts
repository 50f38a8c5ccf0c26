// wrong-kind-of-term: a drug where a laboratory value is needed, a test where a condition is.
import type { Term, TermKind } from '@crit-lang/model/criteria/term.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import type { Expected } from '../lowering/resolve-term.js';
import { nameRange } from '../lowering/resolve-term.js';

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

export function reportWrongKind(lowering: Lowering, node: AstNode, name: string, term: Term, expected: Expected): void {
    lowering.report('wrong-kind-of-term', nameRange(lowering, node, name), `'${name}' is ${article(term.kind)} in the vocabulary, and ${expected.called} is expected here. ${HOW_TO_SAY[term.kind]}`);
}

function article(kind: TermKind): string {
    const called = kind === 'criteria' ? 'a set of classification criteria' : kind === 'lab' ? 'a laboratory value' : kind;
    return called.startsWith('a ') ? called : /^[aeiou]/.test(called) ? `an ${called}` : `a ${called}`;
}
