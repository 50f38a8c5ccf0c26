// window-binds-last: in 'a or b within 6 months' the window is said of b only; the author must say which is meant.
import type { Conjunction, Disjunction, Expression } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';

export function reportWindowBindsLast(lowering: Lowering, node: Disjunction | Conjunction): void {
    const last = node.items.at(-1);
    if (last === undefined || last.$type !== 'Clinical') return;
    const window = last.clauses.find((clause) => clause.$type === 'Window');
    if (window?.$cstNode === undefined || last.clauses.at(-1) !== window) return;
    const others = node.items.slice(0, -1);
    if (others.some(hasWindow) || !others.every((item) => item.$type === 'Clinical')) return;
    const join = node.$type === 'Disjunction' ? 'any of' : 'all of';
    const windowText = window.$cstNode.text;
    const range = lowering.rangeOf(node);
    const texts = node.items.map((item) => (item.$cstNode?.text ?? '').replace(/\s+/g, ' '));
    const lastText = (texts.at(-1) ?? '').slice(0, -windowText.length).trim();
    const whole = `${join} { ${[...texts.slice(0, -1), lastText].join('; ')} } ${windowText}`;
    const lastOnly = `${join} { ${texts.join('; ')} }`;
    lowering.report('window-binds-last', range, `'${windowText}' is said of '${lastText}' only, but a reader may take it for the whole line. Use braces to say which: ${whole}, or ${lastOnly}.`, {
        fixes: [
            { title: 'Apply the window to every part', edits: [{ range, newText: whole }] },
            { title: 'Keep the window on the last part only', edits: [{ range, newText: lastOnly }] },
        ],
    });
}

function hasWindow(node: Expression): boolean {
    return node.$type === 'Clinical' && node.clauses.some((clause) => clause.$type === 'Window');
}
