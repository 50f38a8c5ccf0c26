// missing-window: 'had', 'used', 'onset of', 'started', 'stopped' need to say when.
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';

/** `vague` is the qualifier before the term; "recent" and its like are reported as vague words instead. */
export function reportMissingWindow(lowering: Lowering, node: AstNode, verb: string, vague: string | null): void {
    if (vague !== null && /\b(recent|recently|prior|previous|past)\b/i.test(vague)) return;
    const range = lowering.rangeOf(node);
    const end = { ...range, start: range.end };
    const ever = verb === 'had' || verb === 'used' ? ` If any time in the past counts, write 'ever ${verb}'.` : '';
    lowering.report('missing-window', range, `'${verb}' does not say when. It is read as any time up to ${lowering.defaultAnchor}; add a window, for example 'within 6 months before ${lowering.defaultAnchor}'.${ever}`, {
        fixes: [{ title: `Add 'within 6 months before ${lowering.defaultAnchor}' (set the time that is meant)`, edits: [{ range: end, newText: ` within 6 months before ${lowering.defaultAnchor}` }] }],
    });
}
