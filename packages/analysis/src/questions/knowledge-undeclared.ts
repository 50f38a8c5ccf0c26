// knowledge-undeclared: would two criteria contradict each other, if a relation held that nobody declared? It asks, and asserts nothing.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { DocumentAnalysis, World } from '../document-analysis.js';
import { compareCuts, leftOf, rightOf } from '../encode/cut.js';
import { membershipOf, withIndex } from '../knowledge/selection.js';
import type { Part } from '../subjects/part.js';
import { applicationsOf } from './applications.js';
import { type Bound, boundsOf, measureOf } from './bounds.js';
import type { KnowledgeUndeclared, UndeclaredQuestion } from './finding.js';

export function knowledgeUndeclared(analysis: DocumentAnalysis, world: World): KnowledgeUndeclared[] {
    return [...aboutValues(world), ...aboutIndexDiseases(analysis, world)];
}

function aboutValues(world: World): KnowledgeUndeclared[] {
    const found = new Map<string, KnowledgeUndeclared>();
    for (const { scenario } of world.cohorts) {
        const bounds = scenario.parts.flatMap(boundsOf);
        bounds.forEach((one, index) => {
            for (const other of bounds.slice(index + 1)) {
                if (one.part.criterion.id === other.part.criterion.id || measureOf(one) !== measureOf(other) || one.side === other.side) continue;
                const [low, high] = one.side === 'low' ? [one, other] : [other, one];
                const question = sameScale(low, high) ?? throughNormalLimit(low, high);
                if (question === null) continue;
                const key = `${one.part.criterion.id}\n${other.part.criterion.id}\n${question.kind}`;
                const known = found.get(key);
                const cohorts = [...(known?.cohorts ?? []), scenario.cohort.id];
                found.set(key, { name: 'knowledge-undeclared', reading: world.reading, cohorts, parts: [one.part, other.part], question });
            }
        });
    }
    return [...found.values()];
}

// One names a method and the other does not: were it the same value, no value would do for both.
function sameScale(low: Bound, high: Bound): UndeclaredQuestion | null {
    if (low.query.scale !== high.query.scale || (low.query.method === null) === (high.query.method === null)) return null;
    return compareCuts(low.cut, high.cut) >= 0 ? { kind: 'method', bounds: [low, high] } : null;
}

// One is a multiple of the limit of normal: were the limit as usual, no value would do for both.
function throughNormalLimit(low: Bound, high: Bound): UndeclaredQuestion | null {
    const [absolute, multiple] = low.query.scale === 'absolute' ? [low, high] : [high, low];
    const { expression, scale } = multiple.query;
    if (absolute.query.scale !== 'absolute' || (scale !== 'ULN' && scale !== 'LLN') || expression.kind !== 'measure') return null;
    const { knowledge } = low.part.setting;
    const term = knowledge.term(expression.term);
    if (term?.reference === undefined || term.reference.unit !== (term.unit ?? null) || knowledge.normalLimit(expression.term, scale) !== null) return null;
    const usual = Rational.from(scale === 'ULN' ? term.reference.high : term.reference.low);
    const at = ({ value, operator }: Bound): typeof low.cut => {
        const scaled = value.multiply(usual);
        return operator === '>=' || operator === '<' ? leftOf(scaled) : rightOf(scaled);
    };
    const cuts = low === multiple ? ([at(low), high.cut] as const) : ([low.cut, at(high)] as const);
    return compareCuts(cuts[0], cuts[1]) >= 0 ? { kind: 'normal limit', bounds: [low, high], measure: expression.term, limit: scale } : null;
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
