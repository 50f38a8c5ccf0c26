// window-binds-last: in 'a or b within 6 months' the window is said of b only; the author must say which is meant.
import type { Clinical, Conjunction, Disjunction, Expression, Window } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { shortened, shownText, writtenText } from '../syntax/parts.js';

/** The window that is said of the last part only, after a report; undefined where nothing is wrong. */
export function reportWindowBindsLast(lowering: Lowering, node: Disjunction | Conjunction): Window | undefined {
    const last = node.items.at(-1);
    if (last === undefined || last.$type !== 'Clinical') return undefined;
    const window = last.clauses.find((clause) => clause.$type === 'Window');
    if (window?.$cstNode === undefined || last.$cstNode === undefined || last.clauses.at(-1) !== window) return undefined;
    const others = node.items.slice(0, -1);
    if (!others.every((item): item is Clinical => item.$type === 'Clinical') || others.some(hasWindow)) return undefined;
    // 'female and used rituximab within 6 months': nobody takes the window for the sex or the age.
    if (!others.some((item) => takesWindow(lowering, item)) && takesWindow(lowering, last)) return undefined;
    const join = node.$type === 'Disjunction' ? 'any of' : 'all of';
    const texts = others.map((item) => writtenText(item));
    const withoutWindow = lowering.source.text.slice(last.$cstNode.offset, window.$cstNode.offset).trimEnd();
    const whole = `${join} { ${[...texts, withoutWindow].join('; ')} } ${writtenText(window)}`;
    const lastOnly = `${join} { ${[...texts, writtenText(last)].join('; ')} }`;
    const range = lowering.rangeOf(node);
    const shown = [whole, lastOnly].map((text) => shortened(text.replace(/\s+/g, ' '), 120));
    lowering.report(
        'window-binds-last',
        range,
        `'${shownText(window)}' is said of '${shortened(withoutWindow.replace(/\s+/g, ' '))}' only, but a reader may take it for the whole line. Use braces to say which: ${shown.join(', or ')}.`,
        {
            fixes: [
                { title: 'Apply the window to every part', edits: [{ range, newText: whole }] },
                { title: 'Keep the window on the last part only', edits: [{ range, newText: lastOnly }] },
            ],
        },
    );
    return window;
}

function hasWindow(node: Expression): boolean {
    return node.$type === 'Clinical' && node.clauses.some((clause) => clause.$type === 'Window');
}

// A bare fact and the age are true of the person and not of a time.
function takesWindow(lowering: Lowering, node: Clinical): boolean {
    if (node.verb !== undefined || node.responses.length > 0) return true;
    if (node.subject?.$type !== 'Selection' || node.subject.name === undefined) return true;
    const [hit] = lowering.scope.terms.find(node.subject.name);
    return hit === undefined || (hit.term.kind !== 'fact' && hit.term.id !== 'age');
}
