// Lowers has, had, ever had, onset of, diagnosed with; uses, used, started, stopped, plans.
import type { Aspect, Condition, Lasting } from '@crit-lang/model/criteria/condition.js';
import type { Window as ModelWindow } from '@crit-lang/model/criteria/time.js';
import type { Clinical, DurationClause, Selection } from '../../generated/ast.js';
import { reportMissingWindow } from '../../checks/missing-window.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';
import { ANYTHING, CONDITION, TREATMENT, lowerRefinement, lowerSelection } from '../selections.js';
import type { Expected } from '../resolve-term.js';
import { boundOperator, lowerAnchor, lowerDurationBound, lowerWindow } from '../time.js';
import type { Clauses } from './clauses.js';
import type { Frame } from './frame.js';
import { flagsTaken } from './frame.js';

type DefaultTime = 'now' | 'ever' | 'needs-window' | 'future';

interface VerbMeaning {
    aspect: Aspect;
    negated?: boolean;
    time: DefaultTime;
    of: Expected;
}

const VERBS: Readonly<Record<string, VerbMeaning>> = {
    has: { aspect: 'present', time: 'now', of: CONDITION },
    had: { aspect: 'present', time: 'needs-window', of: CONDITION },
    'ever had': { aspect: 'present', time: 'ever', of: CONDITION },
    'never had': { aspect: 'present', negated: true, time: 'ever', of: CONDITION },
    'onset of': { aspect: 'onset', time: 'needs-window', of: CONDITION },
    'diagnosed with': { aspect: 'diagnosis', time: 'ever', of: CONDITION },
    uses: { aspect: 'exposure', time: 'now', of: TREATMENT },
    used: { aspect: 'exposure', time: 'needs-window', of: TREATMENT },
    'ever used': { aspect: 'exposure', time: 'ever', of: TREATMENT },
    'never used': { aspect: 'exposure', negated: true, time: 'ever', of: TREATMENT },
    started: { aspect: 'start', time: 'needs-window', of: TREATMENT },
    stopped: { aspect: 'stop', time: 'needs-window', of: TREATMENT },
    plans: { aspect: 'planned', time: 'future', of: ANYTHING },
};

export function lowerPresence(lowering: Lowering, node: Clinical, subject: Selection, frame: Frame, clauses: Clauses): Condition {
    const verb = frame.verb ?? 'has';
    const meaning = VERBS[verb];
    const place = lowering.at(node);
    const what = meaning === undefined ? undefined : lowerSelection(lowering, subject, meaning.of, frame.exceptions);
    if (meaning === undefined || what === undefined) return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place };
    const written = clauses.window();
    const duration = clauses.duration();
    const stable = clauses.stableDose();
    const times = clauses.times();
    const refinements = clauses.refinements().map((refinement) => lowerRefinement(lowering, refinement));
    const method = clauses.method();
    clauses.flags(flagsTaken(node, subject));
    clauses.reportRest(meaning.aspect === 'exposure' ? 'the use of a drug or treatment' : 'a condition, procedure or event');
    const timeless = written === undefined && meaning.time === 'needs-window';
    if (timeless) reportMissingWindow(lowering, node, verb, recovered(subject).vague ?? null);
    const condition: Condition = {
        kind: 'presence',
        aspect: meaning.aspect,
        verb,
        what,
        window: written === undefined ? defaultWindow(lowering, meaning.time) : lowerWindow(lowering, written),
        refinements,
        lasting: lowerLasting(lowering, duration),
        times: times === undefined ? null : { operator: boundOperator(recovered(times).bound), count: Number(recovered(times).count ?? '0') },
        stableDose:
            stable === undefined
                ? null
                : {
                      bound:
                          recovered(stable).duration === undefined ? null : lowerDurationBound(lowering, recovered(stable).bound, recovered(stable).duration),
                      before: recovered(stable).anchor === undefined ? null : lowerAnchor(lowering, recovered(stable).anchor),
                  },
        method,
        ...place,
    };
    return meaning.negated === true ? { kind: 'not', of: condition, ...place } : condition;
}

function defaultWindow(lowering: Lowering, time: DefaultTime): ModelWindow {
    if (time === 'now') return lowering.defaultWindow();
    if (time === 'future') return { form: 'after', from: { anchor: lowering.defaultPoint(), offset: null, open: false }, to: null, written: false };
    return lowering.everWindow(time === 'ever');
}

/** 'for at least 3 months', 'used for …', 'sustained for …'. */
export function lowerLasting(lowering: Lowering, clause: DurationClause | undefined): Lasting | null {
    if (clause === undefined) return null;
    const parts = recovered(clause);
    return { ...lowerDurationBound(lowering, parts.bound, parts.duration), sustained: parts.sustained === true };
}
