// Random conditions of the criteria model, of every kind, for property tests.
import fc from 'fast-check';
import type { Condition, Exception, Lasting, MeasureExpression, Refinement, TermSelection, Washout } from '@crit-lang/model/criteria/condition.js';
import type { Anchor, Duration, DurationBound, Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator, CountBound, ExactText, Limit, ModelQuantity } from '@crit-lang/model/criteria/value.js';

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });

/** Names that break careless code. */
export const HOSTILE_NAMES: readonly string[] = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'x'.repeat(2000),
    'a\u202eb',
    'null\u0000byte',
    'two\nlines',
    '<script>alert(1)</script>',
    '* item',
    '1. item',
    '\ud800',
    '%s ${x} {{y}}',
];

const word = fc.stringMatching(/^[a-z]{3,9}$/u);
const ordinaryName = fc.oneof(
    word,
    fc.tuple(word, word).map((words) => words.join(' ')),
    fc.constantFrom('anti-dsDNA', 'SLE', 'type 1 diabetes', "Crohn's disease", 'IL-6'),
);
/** Names that occur, and now and then one that is meant to hurt. */
export const arbitraryName: fc.Arbitrary<string> = fc.oneof(
    { weight: 12, arbitrary: ordinaryName },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_NAMES) },
);

export const arbitraryNumber: fc.Arbitrary<ExactText> = fc.oneof(
    fc.integer({ min: 0, max: 100000 }).map(String),
    fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 999 })).map(([whole, part]) => `${whole}.${part}`),
    fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 2, max: 99 })).map(([above, below]) => `${above}/${below}`),
);
const operator = fc.constantFrom<ComparisonOperator>('<', '<=', '=', '>=', '>');
const count: fc.Arbitrary<CountBound> = fc.record({ operator, count: fc.integer({ min: 1, max: 9 }) });
const unit = maybe(fc.constantFrom('mg/dL', '%', '% predicted', '/mm3', 'x 10^9/L', 'years', 'mL/min/1.73 m2'));
const quantity: fc.Arbitrary<ModelQuantity> = fc.record({ value: arbitraryNumber, unit }).map((given) => ({ ...given, canonical: given }));

const simpleDuration: fc.Arbitrary<Duration> = fc.record({
    kind: fc.constant('simple' as const),
    number: arbitraryNumber,
    unit: fc.constantFrom('minute', 'hour', 'day', 'week', 'month', 'year', 'half-life'),
});
const duration: fc.Arbitrary<Duration> = fc.oneof(
    { weight: 4, arbitrary: simpleDuration },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('longer' as const, 'shorter' as const), of: fc.tuple(simpleDuration, simpleDuration) }) },
);
const durationBound: fc.Arbitrary<DurationBound> = fc.record({ operator, duration });
const anchor: fc.Arbitrary<Anchor> = fc.record({
    name: arbitraryName,
    event: maybe(fc.constantFrom('onset', 'diagnosis', 'start', 'first-dose', 'last-dose')),
});
const endpoint: fc.Arbitrary<Endpoint> = fc.record({
    anchor,
    offset: maybe(fc.record({ duration, direction: fc.constantFrom('before', 'after') })),
    open: fc.boolean(),
});

/** Written windows of every form with the ends that the form needs, and the unwritten default. */
export const arbitraryWindow: fc.Arbitrary<Window> = fc.oneof(
    fc.constant<Window>({ form: 'at', from: null, to: null, written: false }),
    fc.constant<Window>({ form: 'ever', from: null, to: null, written: true }),
    fc.tuple(anchor, duration, fc.constantFrom('before', 'after')).map(([at, length, direction]): Window => {
        const far: Endpoint = { anchor: at, offset: { duration: length, direction }, open: false };
        const near: Endpoint = { anchor: at, offset: null, open: false };
        return { form: 'within', from: direction === 'before' ? far : near, to: direction === 'before' ? near : far, written: true };
    }),
    fc.array(anchor, { minLength: 1, maxLength: 3 }).map((points): Window => ({ form: 'at-each-of', from: null, to: null, points, written: true })),
    fc
        .tuple(fc.constantFrom('before', 'at-or-before', 'at-least-before', 'at-most-after', 'until'), endpoint)
        .map(([form, to]): Window => ({ form, from: null, to, written: true })),
    fc
        .tuple(fc.constantFrom('after', 'since', 'at-or-after', 'at-least-after', 'at-most-before'), endpoint)
        .map(([form, from]): Window => ({ form, from, to: null, written: true })),
    fc.tuple(fc.constantFrom('at', 'during', 'between', 'until'), endpoint).map(([form, both]): Window => ({ form, from: both, to: both, written: true })),
);

/** A type, not an interface: `letrec` asks for an index signature. */
type Parts = {
    condition: Condition;
    selection: TermSelection;
    exception: Exception;
    refinement: Refinement;
    measure: MeasureExpression;
    limit: Limit;
};

const lasting: fc.Arbitrary<Lasting | null> = maybe(fc.tuple(durationBound, fc.boolean()).map(([bound, sustained]) => ({ ...bound, sustained })));
const pick = maybe(fc.constantFrom('any', 'every', 'latest', 'worst'));
const text = fc.oneof(word, fc.lorem({ maxCount: 5 }));

const parts = fc.letrec<Parts>((tie) => {
    const refinements = fc.array(tie('refinement'), { maxLength: 1 });
    const conditions = (minLength: number, maxLength: number): fc.Arbitrary<Condition[]> =>
        fc.array(tie('condition'), { minLength, maxLength, depthIdentifier: 'condition' });
    const method = maybe(word);
    const leaf: fc.Arbitrary<Condition>[] = [
        fc.record({
            kind: fc.constant('presence' as const),
            aspect: fc.constantFrom('present', 'onset', 'diagnosis', 'exposure', 'start', 'stop', 'planned'),
            verb: fc.constantFrom('has', 'had', 'used'),
            what: tie('selection'),
            window: arbitraryWindow,
            refinements,
            lasting,
            times: maybe(count),
            stableDose: maybe(fc.record({ bound: maybe(durationBound), before: maybe(anchor) })),
            method,
        }),
        fc.record({
            kind: fc.constant('response' as const),
            responses: fc.uniqueArray(fc.constantFrom('inadequate response', 'loss of response', 'intolerance', 'contraindication', 'relapse'), {
                minLength: 1,
                maxLength: 3,
            }),
            to: tie('selection'),
            window: arbitraryWindow,
            lasting,
            refinements,
        }),
        fc.record({
            kind: fc.constant('compare' as const),
            left: tie('measure'),
            operator,
            right: tie('limit'),
            window: arbitraryWindow,
            pick,
            lasting,
            method,
            circumstance: maybe(word),
            refinements,
        }),
        fc
            .record({
                kind: fc.constant('grade' as const),
                scale: arbitraryName,
                component: maybe(word),
                of: maybe(tie('selection')),
                operator,
                value: word,
                index: fc.integer({ min: -1, max: 5 }),
                window: arbitraryWindow,
                pick,
            })
            .map((grade) => (grade.component === null ? grade : { ...grade, of: null })),
        fc.record({
            kind: fc.constant('result' as const),
            test: tie('selection'),
            result: fc.constantFrom('positive', 'negative', 'detectable'),
            window: arbitraryWindow,
            method,
            refinements,
        }),
        fc.record({ kind: fc.constant('meets' as const), criteria: arbitraryName, window: arbitraryWindow }),
        fc.record({ kind: fc.constant('fact' as const), term: arbitraryName, window: arbitraryWindow }),
        fc.record({
            kind: fc.constant('change' as const),
            measure: tie('measure'),
            direction: fc.constantFrom('falls', 'rises', 'changes'),
            operator,
            amount: tie('limit'),
            basis: fc.constantFrom('relative', 'absolute', null),
            from: maybe(anchor),
            over: maybe(duration),
            window: arbitraryWindow,
            lasting,
            refinements,
        }),
        fc.record({ kind: fc.constant('elapsed' as const), operator, duration, since: tie('selection'), orNever: fc.boolean(), until: anchor }),
        fc.record({
            kind: fc.constant('washout' as const),
            anchor,
            rows: fc
                .array(fc.record({ what: tie('selection'), minus: fc.constant<string[]>([]), duration }), { minLength: 1, maxLength: 3 })
                .map((rows): Washout['rows'] => rows),
        }),
        fc.record({
            kind: fc.constant('statement' as const),
            class: fc.constantFrom('prose', 'attestation', 'judgement'),
            verb: maybe(fc.constant('agrees to')),
            text,
            by: maybe(word),
            window: maybe(arbitraryWindow),
        }),
        fc.record({ kind: fc.constant('unspecified' as const), text }),
        fc.record({
            kind: fc.constant('reference' as const),
            definition: arbitraryName,
            arguments: fc.array(tie('limit'), { maxLength: 1 }),
            window: maybe(arbitraryWindow),
            refinements,
        }),
        fc.record({ kind: fc.constant('unresolved' as const), text }),
    ];
    const node: fc.Arbitrary<Condition>[] = [
        fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: conditions(1, 4) }),
        fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
        fc.record({
            kind: fc.constant('count' as const),
            bound: count,
            together: fc.boolean(),
            items: fc.array(fc.record({ counts: fc.constantFrom('one' as const, 'members' as const), condition: tie('condition') }), {
                minLength: 1,
                maxLength: 4,
            }),
        }),
        fc.record({
            kind: fc.constant('guard' as const),
            form: fc.constantFrom('if' as const, 'unless' as const),
            when: tie('condition'),
            then: tie('condition'),
            otherwise: maybe(tie('condition')),
        }),
        fc.record({
            kind: fc.constant('cases' as const),
            rows: fc.array(fc.record({ when: maybe(tie('condition')), then: tie('condition') }), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({ kind: fc.constant('vague' as const), qualifier: word, condition: tie('condition') }),
        fc.record({ kind: fc.constant('repeated' as const), of: tie('condition'), bound: count, apart: maybe(duration) }),
        // A list over one frame, as a block with a common verb gives it.
        fc
            .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(tie('selection'), { minLength: 2, maxLength: 5 }), arbitraryWindow)
            .map(([kind, selections, window]): Condition => ({
                kind,
                of: selections.map((to) => ({ kind: 'response', responses: ['inadequate response'], to, window, lasting: null, refinements: [] })),
            })),
    ];
    return {
        condition: fc.oneof({ maxDepth: 4, depthIdentifier: 'condition' }, fc.oneof(...leaf), fc.oneof(...node)),
        selection: fc.record({
            term: arbitraryName,
            index: fc.constant(false),
            any: fc.boolean(),
            except: fc.oneof({ depthIdentifier: 'selection', maxDepth: 1 }, fc.constant<Exception[]>([]), fc.array(tie('exception'), { maxLength: 2 })),
        }),
        exception: fc.record({
            form: fc.constantFrom('except' as const, 'other than' as const),
            selection: tie('selection'),
            refinements,
            provided: fc.oneof({ depthIdentifier: 'condition', maxDepth: 2 }, fc.constant<Condition | null>(null), tie('condition')),
        }),
        refinement: fc.oneof(
            { maxDepth: 2, depthIdentifier: 'condition' },
            fc.record({ relation: fc.constantFrom('requiring' as const, 'with' as const), text }),
            fc.record({ relation: fc.constantFrom('due to' as const, 'without' as const), selection: tie('selection') }),
            fc.record({ relation: fc.constant('confirmed by' as const), condition: tie('condition') }),
        ),
        measure: fc.oneof(
            { maxDepth: 2, depthIdentifier: 'measure' },
            fc.record({ kind: fc.constant('measure' as const), term: arbitraryName, component: maybe(word) }),
            fc.record({ kind: fc.constant('dose' as const), of: tie('selection'), inEquivalentsOf: maybe(arbitraryName) }),
            fc.record({ kind: fc.constant('number' as const), quantity }),
            fc.record({
                kind: fc.constant('arithmetic' as const),
                operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
                left: tie('measure'),
                right: tie('measure'),
            }),
        ),
        limit: fc.oneof(
            { maxDepth: 2, depthIdentifier: 'limit' },
            quantity.map((given): Limit => ({ kind: 'quantity', ...given })),
            fc.record({ kind: fc.constant('normal-limit' as const), factor: arbitraryNumber, limit: fc.constantFrom('ULN' as const, 'LLN' as const) }),
            fc.record({ kind: fc.constant('titer' as const), numerator: fc.constant(1), denominator: fc.integer({ min: 2, max: 640 }) }),
            fc.record({ kind: fc.constant('grade-value' as const), value: word, index: fc.integer({ min: 0, max: 4 }) }),
            fc.record({ kind: fc.constant('parameter' as const), name: word }),
            fc.record({ kind: fc.constant('measure' as const), measure: tie('measure') }),
            fc.record({
                kind: fc.constant('cases' as const),
                rows: fc.array(fc.record({ when: maybe(tie('condition')), limit: tie('limit') }), { minLength: 1, maxLength: 2 }),
            }),
        ),
    };
});

/** Any condition that fits the types of the criteria model: all kinds, nested a few levels, with ordinary and hostile names. */
export const arbitraryCondition: fc.Arbitrary<Condition> = parts.condition;
