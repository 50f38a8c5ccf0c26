// unknown-grade: a scale has only the grades of its definition.
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import { writeName } from '../syntax/write-name.js';

export function reportUnknownGrade(lowering: Lowering, node: AstNode, written: string, scale: Term): void {
    const range = lowering.rangeOf(node);
    const values = scale.values ?? [];
    lowering.report('unknown-grade', range, `${scale.id} has no grade '${written}'. It has ${values.join(scale.ordered === true ? ' < ' : ', ')}.`, {
        fixes: values.slice(0, 6).map((value) => ({ title: `Write '${value}'`, edits: [{ range, newText: writeName(value) }] })),
    });
}
