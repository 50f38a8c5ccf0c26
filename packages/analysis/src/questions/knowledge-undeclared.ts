// knowledge-undeclared: would two criteria contradict each other, if a relation held that nobody declared? It asks, and asserts nothing.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import type { DocumentAnalysis, World } from '../document-analysis.js';
import { compareCuts, type Cut } from '../encode/cut.js';
import { not } from '../encode/formulas.js';
import { membershipOf, withIndex } from '../knowledge/selection.js';
import type { Part } from '../subjects/part.js';
import { applicationsOf } from './applications.js';
import { type Bound, boundsIn, measureOf } from './bounds.js';
import type { KnowledgeUndeclared, UndeclaredQuestion } from './finding.js';
import { OpenCriteria } from './neighbourhoods.js';

export function knowledgeUndeclared(analysis: DocumentAnalysis, world: World): KnowledgeUndeclared[] {
    return [...aboutValues(analysis, world), ...aboutHalfLives(analysis, world), ...aboutClasses(world), ...aboutIndexDiseases(analysis, world)];
}

function aboutValues(analysis: DocumentAnalysis, world: World): KnowledgeUndeclared[] {
    const open = new OpenCriteria('knowledge-undeclared', analysis, world);
    const found = new Map<string, KnowledgeUndeclared>();
    for (const answer of world.cohorts) {
        const applications = open.all.flatMap((criterion) => criterion.applications.filter((each) => each.answer === answer));
        const bounds = applications.flatMap(({ part }) => boundsIn(part, analysis.components));
        const later = new Map<string, Bound[]>();
        for (const bound of bounds) later.set(measureOf(bound), [...(later.get(measureOf(bound)) ?? []), bound]);
        for (const one of bounds) {
            // Each pair once, in the order of the document.
            later.get(measureOf(one))?.shift();
            for (const other of later.get(measureOf(one)) ?? []) {
                if (one.part.criterion.id === other.part.criterion.id || one.side === other.side) continue;
                const [low, high] = one.side === 'low' ? [one, other] : [other, one];
                const question = sameScale(low, high) ?? throughNormalLimit(low, high);
                if (question === null) continue;
                const key = `${one.part.criterion.id}\n${other.part.criterion.id}\n${question.kind}`;
                const known = found.get(key);
                const cohorts = [...(known?.cohorts ?? []), answer.scenario.cohort.id];
                found.set(key, { name: 'knowledge-undeclared', reading: world.reading, cohorts, parts: [one.part, other.part], question });
            }
        }
    }
    open.close([...found.values()].flatMap(({ parts }) => parts));
    return [...found.values()];
}

// One names a method and the other does not: were it the same value, no value would do for both.
function sameScale(low: Bound, high: Bound): UndeclaredQuestion | null {
    if (low.asked.kind !== 'value' || high.asked.kind !== 'value') return null;
    const [one, other] = [low.asked.query, high.asked.query];
    if (one.scale !== other.scale || (one.method === null) === (other.method === null)) return null;
    return compareCuts(low.cut, high.cut) >= 0 ? { kind: 'method', bounds: [low, high] } : null;
}

/** Laboratories' limits of normal differ by about this factor from the usual one. */
const LABORATORY_SPREAD = Rational.of(3n, 4n);

// One is a multiple of the limit of normal: were the limit a usual one, no value would do for both.
function throughNormalLimit(low: Bound, high: Bound): UndeclaredQuestion | null {
    if (low.asked.kind !== 'value' || high.asked.kind !== 'value') return null;
    const isLowAbsolute = low.asked.query.scale === 'absolute';
    const { expression, scale } = isLowAbsolute ? high.asked.query : low.asked.query;
    if (isLowAbsolute === (high.asked.query.scale === 'absolute') || (scale !== 'ULN' && scale !== 'LLN') || expression.kind !== 'measure') return null;
    const { knowledge } = low.part.setting;
    const term = knowledge.term(expression.term);
    if (term?.reference === undefined || term.reference.unit !== (term.unit ?? null) || knowledge.normalLimit(expression.term, scale) !== null) return null;
    const usual = Rational.from(scale === 'ULN' ? term.reference.high : term.reference.low);
    const unfavourable = isLowAbsolute ? usual.multiply(LABORATORY_SPREAD) : usual.divide(LABORATORY_SPREAD);
    const at = ({ cut }: Bound): Cut => ({ at: cut.at.multiply(unfavourable), side: cut.side });
    const [from, to] = isLowAbsolute ? [low.cut, at(high)] : [at(low), high.cut];
    return compareCuts(from, to) >= 0 ? { kind: 'normal limit', bounds: [low, high], measure: expression.term, limit: scale } : null;
}

// Who passes has an occurrence at a time that is inside one window or outside another only by the half-life of the drug, which nobody gives.
function aboutHalfLives({ components }: DocumentAnalysis, world: World): KnowledgeUndeclared[] {
    return world.cohorts.flatMap((answer) =>
        components.components.flatMap((placed): KnowledgeUndeclared[] => {
            const thin = placed.component.thinOccurrences('half-life');
            const none = thin.map(({ formula }) => not(formula));
            if (none.length === 0 || components.ask(placed, answer.repaired, none) !== 'unsat') return [];
            const parts = components.reason(placed, answer.repaired, none)?.parts ?? [];
            const drugs = [...new Set(thin.map(({ leaf }) => leaf.term))];
            return [
                { name: 'knowledge-undeclared', reading: world.reading, cohorts: [answer.scenario.cohort.id], parts, question: { kind: 'half-life', drugs } },
            ];
        }),
    );
}

// The file's own term, of no class, is required; a class is excluded whose name ends as the term's does. Whether it belongs there nobody says.
function aboutClasses(world: World): KnowledgeUndeclared[] {
    const head = (name: string): string => name.toLowerCase().split(/\s+/u).at(-1) ?? '';
    return world.cohorts.flatMap(({ scenario }) => {
        const presences = (kind: Criterion['kind']): { part: Part; term: string | null }[] =>
            scenario.parts.flatMap((part) => (part.criterion.kind === kind ? plainPresences(part).map(({ what: { term } }) => ({ part, term })) : []));
        return presences('include').flatMap(({ part, term }): KnowledgeUndeclared[] => {
            const { knowledge } = part.setting;
            const declared = term === null ? undefined : knowledge.term(term);
            if (declared === undefined || declared.origin !== 'declared' || declared.parents.length > 0) return [];
            return presences('exclude').flatMap(({ part: other, term: className }): KnowledgeUndeclared[] => {
                if (className === null || knowledge.isA(declared.id, className)) return [];
                if (knowledge.term(className)?.kind !== declared.kind || head(className) !== head(declared.id)) return [];
                const question: UndeclaredQuestion = { kind: 'class', term: declared.id, className };
                return [{ name: 'knowledge-undeclared', reading: world.reading, cohorts: [scenario.cohort.id], parts: [part, other], question }];
            });
        });
    });
}

function plainPresences(part: Part): Extract<Condition, { kind: 'presence' }>[] {
    const found: Extract<Condition, { kind: 'presence' }>[] = [];
    const visit = (condition: Condition): void => {
        if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(visit);
        if (condition.kind === 'presence') found.push(condition);
    };
    visit(part.rule);
    return found;
}

// "severe" disease of a class is excluded for all, and a cohort is for a disease of that class: whether that is meant, the word does not say.
function aboutIndexDiseases({ document }: DocumentAnalysis, world: World): KnowledgeUndeclared[] {
    if (document.cohorts.length < 2) return [];
    return [...applicationsOf(world).values()].flatMap((applications): KnowledgeUndeclared[] =>
        applications.flatMap(({ part, answer }): KnowledgeUndeclared[] => {
            if (part.criterion.kind !== 'exclude' || part.criterion.cohorts !== null) return [];
            return qualified(part).flatMap(({ condition, qualifier }): KnowledgeUndeclared[] => {
                const index = answer.scenario.cohort.index?.term ?? null;
                const selection = withIndex(condition.what, part.setting.index);
                if (index === null || selection?.term === undefined || selection.term === null) return [];
                const { knowledge } = part.setting;
                const isClass = knowledge.isA(index, selection.term) && !knowledge.isA(selection.term, index);
                if (!isClass || membershipOf(index, selection, knowledge) !== 'yes') return [];
                const question: UndeclaredQuestion = { kind: 'index disease', term: index, className: selection.term, qualifier, range: condition.range };
                const parts: Part[] = [part, ...answer.scenario.parts.filter(({ criterion }) => criterion.origin === 'index')];
                return [{ name: 'knowledge-undeclared', reading: world.reading, cohorts: [answer.scenario.cohort.id], parts, question }];
            });
        }),
    );
}

function qualified(part: Part): { condition: Extract<Condition, { kind: 'presence' }>; qualifier: string }[] {
    const found: { condition: Extract<Condition, { kind: 'presence' }>; qualifier: string }[] = [];
    const visit = (condition: Condition, qualifier: string | null): void => {
        if (condition.kind === 'any') condition.of.forEach((each) => visit(each, qualifier));
        if (condition.kind === 'vague') visit(condition.condition, condition.qualifier);
        if (condition.kind === 'presence' && qualifier !== null && condition.aspect === 'present') found.push({ condition, qualifier });
    };
    visit(part.rule, null);
    return found;
}
