// The measure that a number belongs to: the term of the line, the header's age, or the vocabulary entry around it.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Clinical, Operand, Term as TermNode } from '@crit-lang/language/generated/ast.js';
import { lowerTerm } from '@crit-lang/language/lowering/term.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { AstNode } from 'langium';
import { enclosing, isClinical, isTerm } from './syntax-tree.js';

/** The term whose value a number is; null when the line names none. */
export function measureAround(node: AstNode, compilation: Compilation): Term | null {
    const named = (name: string | undefined): Term | null => (name === undefined ? null : (compilation.scope.terms.find(name)[0]?.term ?? null));
    if (node.$container?.$type === 'AgeProperty') return named('age');
    if (node.$type === 'LimitValue' && (node as { measure?: string }).measure !== undefined) return named((node as { measure?: string }).measure);
    const entry: TermNode | undefined = enclosing(node, isTerm);
    if (entry !== undefined) return named((entry as Partial<TermNode>).name) ?? lowerTerm(entry, 'declared').term;
    for (let line = enclosing(node, isClinical); line !== undefined; line = enclosing(line.$container, isClinical)) {
        const subject = (line as Partial<Clinical>).subject;
        // Inside a group the items may leave the comparison to the line around them.
        const term = named(firstName(subject));
        if (term !== null) return subject?.$type === 'Selection' && subject.doseOf ? null : term;
    }
    return null;
}

/** The first name in what a line speaks of. */
function firstName(operand: Operand | undefined): string | undefined {
    switch (operand?.$type) {
        case 'Selection':
            return operand.name;
        case 'Group': {
            const [first] = operand.items;
            return first !== undefined && isClinical(first) ? firstName((first as Partial<Clinical>).subject) : undefined;
        }
        default:
            return undefined;
    }
}
