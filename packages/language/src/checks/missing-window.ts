// missing-window: 'had', 'used', 'onset of', 'started', 'stopped' need to say when.
import type { AstNode } from 'langium';
import type { Clinical } from '../generated/ast.js';
import type { Lowering } from '../lowering/lowering.js';
import { partOf } from '../syntax/parts.js';

/** `vague` is the qualifier before the term; "recent" and its like are reported as vague words instead. Said once for a block whose items share the verb. */
export function reportMissingWindow(lowering: Lowering, node: Clinical, verb: string, vague: string | null): void {
    if (vague !== null && /\b(recent|recently|prior|previous|past)\b/i.test(vague)) return;
    const line = lineWithVerb(node);
    const end = line.$cstNode?.end ?? 0;
    const window = `within 6 months before ${lowering.defaultAnchor}`;
    const written = partOf(line, 'verb');
    const ever = verb === 'had' || verb === 'used' ? ` If any time in the past counts, write 'ever ${verb}'.` : '';
    const everFix =
        ever === '' || written === undefined
            ? []
            : [{ title: `Write 'ever ${verb}'`, edits: [{ range: lowering.part(line, written), newText: `ever ${verb}` }] }];
    lowering.report(
        'missing-window',
        lowering.part(line, written),
        `'${verb}' does not say when, so one site looks back for weeks and another for a lifetime. It is read as any time up to ${lowering.defaultAnchor}; add a window, for example '${window}'.${ever}`,
        {
            fixes: [
                { title: `Add '${window}' (set the time that is meant)`, edits: [{ range: lowering.source.range(end, end), newText: ` ${window}` }] },
                ...everFix,
            ],
        },
    );
}

// An item of a list takes the verb of the list around it.
function lineWithVerb(node: Clinical): Clinical {
    for (let at: AstNode | undefined = node; at !== undefined; at = at.$container) {
        if (at.$type === 'Clinical' && (at as Clinical).verb !== undefined) return at as Clinical;
        if (at.$type === 'Criterion' || at.$type === 'Definition') break;
    }
    return node;
}
