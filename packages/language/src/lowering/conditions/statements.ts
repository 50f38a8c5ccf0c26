// Lowers free text: statements, attestations of the participant, judgements.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Window as ModelWindow } from '@crit-lang/model/criteria/time.js';
import type { Attestation, Judgement, Prose } from '../../generated/ast.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';
import { lowerWindow } from '../time.js';
import { Clauses } from './clauses.js';
import type { Frame } from './frame.js';
import { withInherited } from './inherited.js';

export function lowerProse(lowering: Lowering, node: Prose, frame: Frame): Condition {
    const parts = recovered(node);
    return {
        kind: 'statement',
        class: 'prose',
        verb: null,
        text: parts.text ?? '',
        by: null,
        window: windowOf(lowering, node, frame, 'a statement'),
        ...lowering.at(node),
    };
}

export function lowerAttestation(lowering: Lowering, node: Attestation, frame: Frame): Condition {
    const parts = recovered(node);
    const window = windowOf(lowering, node, frame, 'what the participant agrees to');
    return { kind: 'statement', class: 'attestation', verb: parts.kind ?? 'agrees to', text: parts.text ?? '', by: null, window, ...lowering.at(node) };
}

export function lowerJudgement(lowering: Lowering, node: Judgement, frame: Frame): Condition {
    const parts = recovered(node);
    const window = windowOf(lowering, node, frame, 'a judgement');
    return { kind: 'statement', class: 'judgement', verb: null, text: parts.text ?? '', by: parts.who ?? null, window, ...lowering.at(node) };
}

function windowOf(lowering: Lowering, node: Prose | Attestation | Judgement, frame: Frame, what: string): ModelWindow | null {
    const bag = new Clauses(lowering, withInherited(lowering, node, recovered(node).clauses ?? [], frame, what));
    const window = bag.window();
    bag.reportRest(what);
    return window === undefined ? null : lowerWindow(lowering, window);
}
