// A small random vocabulary: classes with several parents, what follows and what excludes, measures in an order, limits of normal, scores, grades, tests.
import type { Relation, Term, TermKind } from '@crit-lang/model/criteria/term.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import type { RandomSource } from '../random-source.js';

export interface Vocabulary {
    readonly terms: Term[];
    readonly relations: Relation[];
    readonly names: Readonly<Record<TermKind, string[]>>;
}

const BARE = { title: null, origin: 'declared' as const, synonyms: [], definition: null, plain: null, explain: null, codes: [], sources: [] };

export const quantity = (value: string, unit: string | null): ModelQuantity => ({ value, unit, canonical: { value, unit } });

export function randomVocabulary(random: RandomSource): Vocabulary {
    const terms: Term[] = [];
    const relations: Relation[] = [];
    const names: Record<TermKind, string[]> = {
        condition: [],
        drug: [],
        lab: [],
        measure: [],
        score: [],
        grade: [],
        test: [],
        procedure: [],
        event: [],
        fact: [],
        criteria: [],
    };
    const add = (kind: TermKind, id: string, more: Partial<Term> = {}): Term => {
        const term: Term = { id, kind, ...BARE, parents: [], implies: [], disjoint: [], ...more };
        terms.push(term);
        names[kind].push(id);
        return term;
    };
    addClasses(random, add, 'condition', ['nephritis', 'arthritis', 'vasculitis', 'lupus', 'myositis', 'rash', 'fibrosis'].slice(0, random.between(3, 7)));
    addClasses(random, add, 'drug', ['biologic', 'steroid', 'alphamab', 'betamab', 'gammasone', 'deltasone'].slice(0, random.between(3, 6)));
    addClasses(random, add, 'test', ['antibody', 'anti-A', 'anti-B'].slice(0, random.between(1, 3)), { results: ['positive', 'negative', 'borderline'] });
    add('event', 'stroke');
    add('procedure', 'surgery');
    add('criteria', 'Criteria-2020');
    add('fact', 'female');
    add('fact', 'pregnant', { implies: ['female'] });
    for (const id of ['count A', 'count B', 'count C']) add('lab', id, { unit: 'mg/dL', limits: ['ULN'], plausible: { low: '0', high: '100', unit: 'mg/dL' } });
    add('lab', 'free value', { unit: 'mg/dL', limits: ['ULN', 'LLN'] });
    add('lab', 'large value', { unit: 'g/dL', plausible: { low: '0', high: '9', unit: 'g/dL' } });
    add('measure', 'age', { unit: 'a', plausible: { low: '0', high: '120', unit: 'a' } });
    add('score', 'activity score', {
        unit: null,
        range: { low: '0', high: '6', unit: null },
        step: random.pick(['1', '0.5', '1.5']),
        ...(random.chance(0.4) ? { withoutValues: ['1.5'] } : {}),
    });
    add('grade', 'class scale', { values: ['I', 'II', 'III', 'IV'], ordered: true, components: ['renal', 'skin'] });
    add('grade', 'toxicity scale', { values: random.chance(0.5) ? ['0', '1', '2', '3'] : ['1', '2', '3'], ordered: true });
    const declared = { origin: 'declared' as const, source: null };
    if (random.chance(0.7)) relations.push({ kind: 'order', lower: 'count A', operator: random.pick(['<=', '<='] as const), upper: 'count B', ...declared });
    if (random.chance(0.7)) relations.push({ kind: 'order', lower: 'count B', operator: random.pick(['<', '<='] as const), upper: 'count C', ...declared });
    for (const measure of ['count A', 'count C', 'free value']) {
        if (random.chance(0.5)) {
            const [low, span] = [random.between(1, 4), random.between(0, 2)];
            relations.push({
                kind: 'limit-interval',
                measure,
                limit: 'ULN',
                low: quantity(String(low), 'mg/dL'),
                high: quantity(String(low + span), 'mg/dL'),
                source: null,
            });
        }
    }
    relate(random, terms, relations, names);
    return { terms: terms.sort((a, b) => (a.id < b.id ? -1 : 1)), relations, names };
}

/** Later ones may be kinds of earlier ones, of several too. */
function addClasses(
    random: RandomSource,
    add: (kind: TermKind, id: string, more: Partial<Term>) => Term,
    kind: TermKind,
    ids: readonly string[],
    more: Partial<Term> = {},
): void {
    ids.forEach((id, index) => {
        const parents = ids.slice(0, index).filter(() => random.chance(index < 2 ? 0.4 : 0.35));
        add(kind, id, { ...more, parents: parents.slice(0, 2) });
    });
}

// What is disjoint has no kind in common, and nothing implies both.
function relate(random: RandomSource, terms: readonly Term[], relations: Relation[], names: Vocabulary['names']): void {
    const byId = new Map(terms.map((term) => [term.id, term]));
    const above = (id: string): string[] => [id, ...[...(byId.get(id)?.parents ?? []), ...(byId.get(id)?.implies ?? [])].flatMap(above)];
    const isClash = (one: string, other: string): boolean => terms.some(({ id }) => above(id).includes(one) && above(id).includes(other));
    const declared = { origin: 'declared' as const, source: null };
    const things = [...names.condition, 'female', 'pregnant', 'stroke'];
    for (let tries = random.below(3); tries > 0; tries--) {
        const [one, other] = random.sample(things, 2) as [string, string];
        if (above(other).includes(one) || above(one).includes(other)) continue;
        (byId.get(one) as Term).implies.push(other);
    }
    for (let tries = random.below(3); tries > 0; tries--) {
        const [one, other] = random.sample(things, 2) as [string, string];
        if (isClash(one, other)) continue;
        if (random.chance(0.5)) relations.push({ kind: 'disjoint', terms: [one, other], ...declared });
        else (byId.get(one) as Term).disjoint.push(other);
    }
}
