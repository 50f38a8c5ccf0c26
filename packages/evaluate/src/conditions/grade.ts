// Grades and classes: of the patient (NYHA), of a component (BILAG renal), or of a condition on a scale (neuropathy in CTCAE).
import type { GradeComparison, Presence } from '@crit-lang/model/criteria/condition.js';
import type { Context } from '../context.js';
import { clockFor, isClosed, windowOf } from '../context.js';
import { key } from '../knowledge/knowledge.js';
import { isPartOf, withIndex } from '../knowledge/selection.js';
import type { GradeFact } from '../patient/facts.js';
import type { Judgement, Reason } from '../reason.js';
import { leafReason, notApplicable } from '../reason.js';
import { isInside, singlePoint, spanOf } from '../time/span.js';
import { conditionWords } from '../words/condition-words.js';
import { contradiction } from './presence.js';

export function evaluateGrade(condition: GradeComparison, context: Context): Reason {
    const replaced = [...context.replaced].some((term) => context.knowledge.isA(condition.of?.term ?? condition.scale, term));
    if (replaced) return notApplicable(condition, 'Another criterion stands in place of this one for it.');
    return leafReason(condition, judge(condition, context));
}

/** The positions on a scale that satisfy a comparison; on a plain list only equality says something. */
export function indexesOf({ operator, index }: Pick<GradeComparison, 'operator' | 'index'>, count: number): Set<number> {
    const all = Array.from({ length: count }, (_, position) => position);
    const satisfies = {
        '<': (i: number) => i < index,
        '<=': (i: number) => i <= index,
        '=': (i: number) => i === index,
        '>=': (i: number) => i >= index,
        '>': (i: number) => i > index,
    }[operator];
    return new Set(index < 0 ? [] : all.filter(satisfies));
}

function judge(condition: GradeComparison, context: Context): Judgement {
    const values = context.knowledge.term(condition.scale)?.values ?? [];
    const asked = indexesOf(condition, values.length);
    const unknown = (because: string): Judgement => ({ verdict: 'unknown', because, facts: [], missing: [`whether: ${conditionWords(condition)}`] });
    if (condition.index < 0) return unknown('The scale does not have this grade.');
    const found = factsFor(condition, context);
    const facts = found.map(({ origin }) => origin);
    if (found.length === 0) return absentCondition(condition, asked, values, context) ?? unknown('The grade is not given.');
    if (isOfClass(condition, context)) return judgeMembers(condition, found, asked, unknown('What is said does not settle it.'), context);
    const possible = found.reduce((known, fact) => new Set([...known].filter((index) => fact.indexes.has(index))), new Set(values.keys()));
    if (possible.size === 0) return contradiction(facts);
    const holds = [...possible].filter((index) => asked.has(index)).length;
    const because = `It is ${[...possible].map((index) => values[index] ?? '').join(' or ')}.`;
    if (holds === possible.size) return { verdict: 'met', because, facts, missing: [] };
    if (holds === 0) return { verdict: 'not-met', because, facts, missing: [] };
    return { ...unknown('What is said does not settle it.'), facts };
}

// 'infection is grade >= 3' holds of some member: one suffices. What rules it out is said of all of them, or of each that the patient has in a record
// that leaves none out.
function judgeMembers(condition: GradeComparison, found: readonly GradeFact[], asked: ReadonlySet<number>, unsettled: Judgement, context: Context): Judgement {
    const denies = (fact: GradeFact): boolean => [...fact.indexes].every((index) => !asked.has(index));
    const sure = found.filter((fact) => !fact.ofAll && [...fact.indexes].every((index) => asked.has(index)));
    const denied = found.every(denies) && areAllGraded(condition, found, context) ? found : found.filter((fact) => fact.ofAll && denies(fact));
    if (sure.length > 0) return { verdict: 'met', because: null, facts: sure.map(({ origin }) => origin), missing: [] };
    if (denied.length > 0) return { verdict: 'not-met', because: null, facts: denied.map(({ origin }) => origin), missing: [] };
    return { ...unsettled, facts: found.map(({ origin }) => origin) };
}

/**
 * Whether the record gives a grade to each condition of the class that the patient has: it is closed, and each that is present is graded by its own name. A
 * condition named without 'any' ("peripheral neuropathy") is one condition, so a grade under that name is that of its kinds too.
 */
function areAllGraded({ of }: GradeComparison, found: readonly GradeFact[], context: Context): boolean {
    const { knowledge, patient } = context;
    const term = of?.term ?? null;
    if (of === null || term === null || !isClosed(context, term)) return false;
    const graded = found.flatMap((fact) => (fact.ofAll ? [] : (fact.of?.term ?? [])));
    const isGraded = (present: string): boolean => graded.some((each) => key(each) === key(present) || (!of.any && knowledge.isA(present, each)));
    return patient.presences
        .filter((fact) => fact.holds && fact.aspect !== 'planned')
        .every((fact) => (knowledge.isA(fact.term, term) ? isGraded(fact.term) : !fact.someKind || !knowledge.mayOverlap(fact.term, term)));
}

function isOfClass({ of }: GradeComparison, { knowledge }: Context): boolean {
    return of !== null && of.term !== null && (of.any || knowledge.membersOf(of.term).length > 1);
}

function factsFor(condition: GradeComparison, context: Context): GradeFact[] {
    const clock = clockFor(context, null);
    const span = spanOf(windowOf(condition.window, context));
    const atPoint = singlePoint(span, clock) !== null;
    const of = condition.of === null ? null : withIndex(condition.of, context.index);
    return context.patient.grades.filter((fact) => {
        const sameScale =
            key(fact.scale) === key(condition.scale) &&
            (fact.component === null ? condition.component === null : condition.component !== null && key(fact.component) === key(condition.component));
        const sameSubject =
            of === null || fact.of === null ? of === fact.of : fact.ofAll ? isPartOf(of, fact.of, context.knowledge) : isPartOf(fact.of, of, context.knowledge);
        // In a stretch of time several grades may have been given, so a fact counts where it speaks of the same stretch or of its end.
        const sameTime = isInside(fact.span, span, clock) && (atPoint || endsWith(fact, span, context));
        return sameScale && sameSubject && sameTime;
    });
}

function endsWith(fact: GradeFact, span: ReturnType<typeof spanOf>, context: Context): boolean {
    const clock = clockFor(context, null);
    const whole = isInside(span, fact.span, clock);
    const end = span.to === null || span.openTo ? null : { from: span.to, to: span.to, openFrom: false, openTo: false };
    return whole || (end !== null && isInside(end, fact.span, clock) && singlePoint(fact.span, clock) !== null);
}

// What is not there has no grade, or grade 0 where the scale has one.
function absentCondition(condition: GradeComparison, asked: ReadonlySet<number>, values: readonly string[], context: Context): Judgement | null {
    if (condition.of === null) return null;
    const presence: Presence = {
        kind: 'presence',
        aspect: 'present',
        verb: 'had',
        what: condition.of,
        window: condition.window,
        refinements: [],
        lasting: null,
        times: null,
        stableDose: null,
        method: null,
    };
    const { verdict, because, facts } = context.evaluate(presence, context);
    if (verdict !== 'not-met' || (asked.has(0) && values[0] !== '0')) return null;
    return { verdict: asked.has(0) ? 'met' : 'not-met', because: because ?? 'The condition is absent.', facts, missing: [] };
}
