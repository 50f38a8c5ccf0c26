// Facts that follow from others: a response or a dose implies use, a term what it is declared to imply.
import type { Presence } from '@crit-lang/model/criteria/condition.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { plainSelection } from '../knowledge/selection.js';
import type { Span } from '../time/span.js';
import { isInside, upTo } from '../time/span.js';
import type { Origin, PresenceFact } from './facts.js';
import type { Patient } from './patient.js';

/** Adds what follows. What is denied is followed up where it is asked for. */
export function deriveFacts(patient: Patient, knowledge: Knowledge): void {
    for (const fact of patient.responses) {
        if (!fact.holds || fact.responses.includes('contraindication')) continue;
        const origin = derived(fact.origin, 'Any response to a treatment implies that it was used.');
        const stated = statedUse(fact.term, upTo(fact.span), patient, knowledge);
        // The use that the record states is the use that the response was to: how long it lasted is said of that one.
        if (stated === undefined) patient.presences.push({ ...use(fact.term, upTo(fact.span), origin), lasting: fact.lasting });
        else if (stated.lasting === null && fact.lasting !== null) patient.presences.push({ ...stated, lasting: fact.lasting, origin });
    }
    for (const fact of patient.values) {
        const { expression, interval } = fact;
        const positive = interval.low !== null && (interval.low.value.sign > 0 || (interval.low.value.isZero && interval.low.open));
        if (expression.kind !== 'dose' || expression.of.term === null || !positive) continue;
        patient.presences.push(use(expression.of.term, fact.span, derived(fact.origin, 'A dose implies use.')));
    }
    deriveImplied(patient, knowledge);
}

function use(term: string, span: Span, origin: Origin): PresenceFact {
    const none: Pick<Presence, 'refinements' | 'lasting' | 'times' | 'stableDose' | 'method'> = {
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
    };
    return { ...none, aspect: 'exposure', holds: true, what: plainSelection(term), term, someKind: false, span, qualifiers: [], origin };
}

function derived(origin: Origin, why: string): Origin {
    return { ...origin, derived: why };
}

function deriveImplied(patient: Patient, knowledge: Knowledge): void {
    const present = patient.presences
        .filter((fact) => fact.holds && fact.aspect !== 'planned')
        .map((fact) => ({ term: fact.term, span: fact.aspect === 'diagnosis' ? upTo(fact.span) : fact.span, origin: fact.origin }));
    const isTrue = patient.truths.filter((fact) => fact.holds).map(({ term, span, origin }) => ({ term, span, origin }));
    for (const { term, span, origin } of [...present, ...isTrue]) {
        for (const implied of mostSpecific(knowledge.impliedBy(term), knowledge)) {
            const kind = knowledge.term(implied)?.kind;
            const why = derived(origin, `${term} implies ${implied}.`);
            if (kind === 'fact') patient.truths.push({ kind: 'fact', term: implied, holds: true, span, origin: why });
            else if ((kind === 'condition' || kind === 'procedure' || kind === 'event' || kind === 'drug') && !isStated(implied, span, patient, knowledge)) {
                patient.presences.push({ ...use(implied, span, why), aspect: 'present', someKind: true });
            }
        }
    }
}

// The classes of what is implied follow from it anyway.
function mostSpecific(terms: readonly string[], knowledge: Knowledge): string[] {
    return terms.filter((term) => !terms.some((other) => other !== term && knowledge.isA(other, term)));
}

// A kind of it that the record names accounts for what is implied.
function isStated(term: string, span: Span, patient: Patient, knowledge: Knowledge): boolean {
    return statedUse(term, span, patient, knowledge) !== undefined;
}

function statedUse(term: string, span: Span, patient: Patient, knowledge: Knowledge): PresenceFact | undefined {
    const clock = { timeline: knowledge.timeline, halfLife: knowledge.halfLifeOf(term) };
    return patient.presences.find(
        (fact) => fact.holds && fact.aspect !== 'planned' && fact.aspect !== 'diagnosis' && knowledge.isA(fact.term, term) && isInside(fact.span, span, clock),
    );
}
