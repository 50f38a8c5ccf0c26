// What a condition says of a patient, written from the documents and not from the analyser: as a text for z3.
import type {
    Change,
    Comparison,
    Condition,
    Count,
    Elapsed,
    Exception,
    GradeComparison,
    MeasureExpression,
    Presence,
    Refinement,
    TermSelection,
} from '@crit-lang/model/criteria/condition.js';
import type { Definition } from '@crit-lang/model/criteria/document.js';
import type { Duration, Endpoint, ValuePick, Window } from '@crit-lang/model/criteria/time.js';
import type { ComparisonOperator, CountBound, Limit } from '@crit-lang/model/criteria/value.js';
import { type Clock, Grid, type Span } from './clock.js';
import { type Hierarchy, key } from './hierarchy.js';
import { Measurements, type Pick, type Series, type ValueQuery } from './measurements.js';
import { type Chosen, type Demand, Occurrences, type OccurrenceQuery } from './occurrences.js';
import { and, integer, not, oneIf, or, type Script, type Smt, sum } from './smt.js';
import { ABSENT, choose, decided, every, opposite, some, table, type Verdict } from './verdict.js';

/** Whom and what a rule is said of. */
export interface Setting {
    /** What is missing from one criterion is not what is missing from another. */
    readonly criterion: string;
    readonly index: TermSelection | null;
    readonly defaultPick: ValuePick;
    /** 1 for what lets in, -1 for what keeps out, 0 for neither. */
    readonly polarity: 1 | -1 | 0;
    readonly replaced: ReadonlySet<string>;
}

interface Scope extends Setting {
    readonly bindings: ReadonlyMap<string, Limit>;
    readonly window: Window | null;
    readonly qualifiers: readonly string[];
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** The same text for what says the same; where it was written does not matter. */
function said(part: unknown): string {
    return JSON.stringify(part, (name, value: unknown) =>
        name === 'range' || name === 'written' || name === 'verb' || name === 'pair' ? undefined : value,
    ).toLowerCase();
}

const TAKES_WORDS: ReadonlySet<string> = new Set(['vague', 'presence', 'response', 'result', 'all', 'any', 'not', 'count', 'repeated', 'compare', 'change']);

/** How many of one unit the other is, for the units that random documents use. */
const GRAMS: Readonly<Record<string, number>> = { 'mg/dL': 1, 'g/dL': 1000 };

export class Meaning {
    private readonly occurrences: Occurrences;
    private readonly measurements: Measurements;
    private readonly points = new Set<number>();
    /** Null while it is only gathered what is asked. */
    private grid: Grid | null = null;
    private readonly definitions: ReadonlyMap<string, Definition>;

    constructor(
        private readonly hierarchy: Hierarchy,
        definitions: readonly Definition[],
        private readonly clock: Clock,
        private readonly script: Script,
    ) {
        this.definitions = new Map(definitions.map((definition) => [key(definition.id), definition]));
        this.occurrences = new Occurrences(hierarchy, script);
        this.measurements = new Measurements(hierarchy, script);
    }

    /** After everything was asked once, to no effect: lays out time, so that it can be asked in earnest. */
    layOut(): void {
        this.grid = new Grid(this.points, this.clock.calendar === 'dates');
    }

    of(rule: Condition, setting: Setting): Verdict {
        return this.verdict(rule, { ...setting, bindings: new Map(), window: null, qualifiers: [] });
    }

    private free(text: string): Smt {
        return this.script.variable(`fact ${text}`, 'Bool');
    }

    private span(window: Pick2<Window>, scope: Scope | null): Span {
        const span = this.clock.span(scope === null ? window : inPlaceOf(window as Window, scope));
        for (const point of [span.from, span.to]) if (point !== null) this.points.add(point);
        return span;
    }

    private verdict(condition: Condition, scope: Scope): Verdict {
        if ('window' in condition && condition.window?.points !== undefined && condition.window.points.length > 0) {
            return every(
                condition.window.points.map((anchor) => {
                    const end: Endpoint = { anchor, offset: null, open: false };
                    return this.verdict({ ...condition, window: { form: 'at', from: end, to: end, written: true } }, scope);
                }),
            );
        }
        const { met, unmet, absent } = this.qualified(condition, scope);
        return { met: this.script.share(met), unmet: this.script.share(unmet), absent: this.script.share(absent) };
    }

    /** Words that nothing defines are said of each thing in a list; what takes none itself has a fact of its own that says so. */
    private qualified(condition: Condition, scope: Scope): Verdict {
        const { qualifiers } = scope;
        if (qualifiers.length === 0 || TAKES_WORDS.has(condition.kind)) return this.bare(condition, scope);
        const inner = this.bare(condition, { ...scope, qualifiers: [] });
        const isSo = this.free(`word ${said([qualifiers, condition])}`);
        return { ...inner, met: and([inner.met, isSo]), unmet: or([inner.unmet, and([inner.met, not(isSo)])]) };
    }

    private bare(condition: Condition, scope: Scope): Verdict {
        switch (condition.kind) {
            case 'all':
                return every(condition.of.map((part) => this.verdict(part, scope)));
            case 'any':
                return some(condition.of.map((part) => this.verdict(part, scope)));
            case 'not':
                return opposite(this.verdict(condition.of, { ...scope, polarity: flipped(scope.polarity) }));
            case 'count':
                return this.count(condition, scope);
            case 'guard': {
                const situation = this.verdict(condition.when, neutral(scope));
                const other = condition.otherwise === null ? ABSENT : this.verdict(condition.otherwise, scope);
                return choose(condition.form === 'if' ? situation.met : situation.unmet, this.verdict(condition.then, scope), other);
            }
            case 'cases':
                return table(
                    condition.rows.map((row) => ({
                        when: row.when === null ? null : this.verdict(row.when, neutral(scope)).met,
                        then: this.verdict(row.then, scope),
                    })),
                );
            case 'vague':
                return this.verdict(condition.condition, { ...scope, qualifiers: [...scope.qualifiers, plain(condition.qualifier)] });
            case 'repeated': {
                const { of, apart, bound } = condition;
                const seen = this.verdict(of.kind === 'compare' && of.pick === null ? { ...of, pick: 'any' } : of, scope);
                const id = `occasions ${said([of, apart, scope.window, scope.index, scope.qualifiers])}`;
                const occasions = this.script.variable(id, 'Int', (name) => this.script.assert(`(>= ${name} 0)`));
                if (this.grid !== null) {
                    this.script.assert(or([`(= ${occasions} 0)`, seen.met]));
                    if (apart === null) this.script.assert(or([`(>= ${occasions} 1)`, not(seen.met)]));
                }
                return choose(seen.absent, ABSENT, decided(bounded(occasions, bound)));
            }
            case 'presence':
            case 'response':
            case 'result':
            case 'fact':
            case 'meets':
                return this.occurring(condition, scope);
            case 'compare':
                return this.comparison(condition, scope);
            case 'grade':
                return this.grade(condition, scope);
            case 'change':
                return this.change(condition, scope);
            case 'elapsed':
                return this.elapsed(condition, scope);
            case 'washout':
                return some(
                    condition.rows.map((row) => {
                        const what = { ...row.what, except: [...row.what.except, ...row.minus.map(exceptionFor)] };
                        return this.verdict(presence(what, before(condition.anchor, row.duration, false), 'exposure'), scope);
                    }),
                );
            case 'reference':
                return this.reference(condition, scope);
            case 'statement':
                return decided(this.free(`statement ${said([condition.class, condition.verb, plain(condition.text), condition.by])}`));
            case 'unspecified':
                return decided(this.free(`unspecified ${scope.criterion} ${plain(condition.text)}`));
            case 'unresolved':
                return decided(this.free(`unresolved ${JSON.stringify(condition)}`));
        }
    }

    private reference(condition: Extract<Condition, { kind: 'reference' }>, scope: Scope): Verdict {
        const definition = this.definitions.get(key(condition.definition));
        if (definition === undefined) return decided(this.free(`definition ${condition.definition}`));
        const value = (limit: Limit): Limit => (limit.kind === 'parameter' ? (scope.bindings.get(limit.name) ?? limit) : limit);
        const bindings = new Map(definition.parameters.map((name, index) => [name, value(condition.arguments[index] as Limit)]));
        const body = this.verdict(definition.rule, { ...scope, bindings, window: condition.window ?? scope.window });
        if (condition.refinements.length === 0) return body;
        const narrowed = this.free(`definition ${said(condition)}`);
        return { ...body, met: and([body.met, narrowed]), unmet: or([body.unmet, not(narrowed)]) };
    }

    // ---- lists that are counted

    private count(condition: Count, scope: Scope): Verdict {
        const parts = condition.items.map((item) => this.verdict(item.condition, scope));
        const absent = and(parts.map((part) => part.absent));
        const asMembers = new Map<string, { ways: Smt[]; text: string[] }>();
        const single: Smt[] = [];
        const members = condition.items.map((item) => this.membersOf(item.condition, scope));
        const inClasses = new Set(
            condition.items.flatMap(({ counts }, index) => (counts === 'members' ? (members[index]?.kinds ?? []).map(({ kind }) => kind) : [])),
        );
        condition.items.forEach(({ counts }, index) => {
            const found = members[index];
            const isMember =
                found !== null && found !== undefined && (counts === 'members' || (found.kinds.length === 1 && inClasses.has(found.kinds[0]?.kind ?? '')));
            if (!isMember) single.push(and([parts[index]?.met ?? 'false', not(parts[index]?.absent ?? 'false')]));
            else
                for (const { kind, occurs } of found.kinds) {
                    const known = asMembers.get(kind) ?? { ways: [], text: [] };
                    asMembers.set(kind, { ways: [...known.ways, occurs], text: [...known.text, found.text] });
                }
        });
        const numbers = [
            ...single.map(oneIf),
            ...[...asMembers].map(([kind, { ways, text }]) => {
                const occurs = or(ways);
                if (this.hierarchy.isSingle(kind)) return oneIf(occurs);
                // Of no named kind there may be any number.
                const number = this.script.variable(`number of ${kind} ${[...new Set(text)].sort().join()}`, 'Int', (name) =>
                    this.script.assert(`(>= ${name} 0)`),
                );
                if (this.grid !== null) this.script.assert(`(= (>= ${number} 1) ${occurs})`);
                return number;
            }),
        ];
        const counted = bounded(sum(numbers), condition.bound);
        const together = condition.together ? this.free(`together ${said(condition)} ${said(scope.index)}`) : 'true';
        return choose(absent, ABSENT, decided(and([counted, together])));
    }

    private membersOf(condition: Condition, scope: Scope): { kinds: { kind: string; occurs: Smt }[]; text: string } | null {
        if (condition.kind === 'vague') return this.membersOf(condition.condition, { ...scope, qualifiers: [...scope.qualifiers, plain(condition.qualifier)] });
        if (condition.kind !== 'presence' && condition.kind !== 'response' && condition.kind !== 'result') return null;
        if (condition.kind === 'presence' && condition.times !== null) return null;
        const asked = this.ask(condition, scope);
        if (asked === 'absent' || asked === 'no index') return null;
        const { queries, holds } = asked;
        const kinds = this.hierarchy
            .kindsOf(queries[0]?.what.term ?? '')
            // What can never be one of those meant is no member.
            .filter((kind) => queries.some((query) => mayBe(kind, query.what, this.hierarchy)))
            .map((kind) => ({
                kind,
                occurs: this.grid === null ? 'true' : and([holds, or(queries.map((query) => this.occurrences.kindOccurs(kind, query, this.grid as Grid)))]),
            }));
        return { kinds, text: said([condition, scope.qualifiers, scope.window, [...scope.replaced], scope.index]) };
    }

    // ---- occurrences

    private occurring(condition: Extract<Condition, { kind: 'presence' | 'response' | 'result' | 'fact' | 'meets' }>, scope: Scope): Verdict {
        const asked = this.ask(condition, scope);
        if (asked === 'absent') return ABSENT;
        if (asked === 'no index') return decided(this.free(`no index disease ${condition.kind}`));
        const { queries, holds } = asked;
        const times = condition.kind === 'presence' ? condition.times : null;
        if (this.grid === null) return decided(this.free('gathering'));
        const occurs = queries.map((query) => this.occurrences.occurs(query, this.grid as Grid));
        if (times === null) return decided(and([holds, or(occurs)]));
        const id = `times ${said([queries, inPlaceOf(condition.window, scope)])}`;
        const number = this.script.variable(id, 'Int', (name) => this.script.assert(and([`(>= ${name} 0)`, `(= (>= ${name} 1) ${or(occurs)})`])));
        return decided(and([holds, bounded(number, times)]));
    }

    private ask(
        condition: Extract<Condition, { kind: 'presence' | 'response' | 'result' | 'fact' | 'meets' }>,
        scope: Scope,
    ): { queries: OccurrenceQuery[]; holds: Smt } | 'absent' | 'no index' {
        const demands: Demand[] = [];
        let tracks = ['present'];
        let selection: TermSelection;
        let through: Duration | null = null;
        let refinements: readonly Refinement[] = [];
        let qualifiers = scope.qualifiers;
        const anchorOf = (window: Window): Endpoint['anchor'] => (window.to ?? window.from)?.anchor ?? { name: 'screening', event: null };
        const window = inPlaceOf(condition.window, scope);
        const lasting = (bound: { operator: ComparisonOperator; duration: Duration }): void => {
            demands.push({ kind: 'length', of: 'lasting', operator: bound.operator, length: this.clock.lengthBefore(anchorOf(window), bound.duration) });
        };
        switch (condition.kind) {
            case 'presence': {
                const { aspect, stableDose, method } = condition;
                tracks = [aspect === 'exposure' ? 'present' : aspect === 'start' ? 'onset' : aspect];
                selection = condition.what;
                refinements = condition.refinements;
                if (condition.lasting !== null) {
                    lasting(condition.lasting);
                    if (condition.lasting.operator !== '<' && condition.lasting.operator !== '<=') through = condition.lasting.duration;
                }
                if (stableDose !== null) {
                    const of = `stable ${said(stableDose.before)}` as const;
                    demands.push({ kind: 'flag', flag: of, refinement: null });
                    if (stableDose.bound !== null)
                        demands.push({
                            kind: 'length',
                            of,
                            operator: stableDose.bound.operator,
                            length: this.clock.lengthBefore(anchorOf(window), stableDose.bound.duration),
                        });
                }
                if (method !== null) demands.push({ kind: 'flag', flag: `by ${plain(method)}`, refinement: null });
                break;
            }
            case 'response':
                tracks = condition.responses.map((response) => `response ${response}`);
                selection = condition.to;
                refinements = condition.refinements;
                if (condition.lasting !== null) lasting(condition.lasting);
                break;
            case 'result':
                tracks = [`result ${plain(condition.result)}`];
                selection = condition.test;
                refinements = condition.refinements;
                if (condition.method !== null) demands.push({ kind: 'flag', flag: `by ${plain(condition.method)}`, refinement: null });
                break;
            case 'fact':
                selection = selectionOf(condition.term);
                break;
            case 'meets':
                selection = selectionOf(condition.criteria);
                break;
        }
        if (condition.kind === 'fact' || condition.kind === 'meets') qualifiers = scope.qualifiers;
        const what = this.chosen(selection, window, scope);
        if (what === null) return 'no index';
        if ([...scope.replaced].some((term) => this.hierarchy.isA(what.term, term))) return 'absent';
        const narrowed = this.narrowing(refinements, window, scope);
        const less = [...scope.replaced].map((term) => ({ selection: { term, except: [] }, demands: [], provided: 'true', text: term }));
        const span = this.span(window, null);
        const isVisit = window.from !== null && window.to !== null && window.to.offset === null && span.from === span.to && !span.openFrom && !span.openTo;
        const length = through !== null && isVisit && tracks[0] === 'present' ? this.clock.lengthBefore(anchorOf(window), through) : null;
        if (length !== null) this.points.add((span.to as number) - length);
        const queries = tracks.map((track): OccurrenceQuery => ({
            track,
            what: { term: key(what.term), except: [...what.except, ...less] },
            span,
            demands: [...demands, ...narrowed.demands, ...qualifiers.map((word): Demand => ({ kind: 'flag', flag: `"${word}"`, refinement: null }))],
            through: length === null ? null : { visit: span.to as number, length },
        }));
        if (this.grid === null) for (const query of queries) this.occurrences.gather(query);
        return { queries, holds: narrowed.holds };
    }

    /** Which kinds are meant; null where the cohort has no index disease that is spoken of. */
    private chosen(selection: TermSelection, window: Window, scope: Scope): Chosen | null {
        const except = (exceptions: readonly Exception[]): Chosen['except'] =>
            exceptions.flatMap((exception) => {
                const inner = this.chosen(exception.selection, window, scope);
                if (inner === null) return [];
                const { demands, holds } = this.narrowing(exception.refinements, window, scope);
                const proviso = exception.provided === null ? 'true' : this.verdict(exception.provided, neutral(scope)).met;
                return [{ selection: inner, demands, provided: and([holds, proviso]), text: said(exception) }];
            });
        if (!selection.index) return selection.term === null ? null : { term: selection.term, except: except(selection.except) };
        if (scope.index === null || scope.index.term === null) return null;
        return { term: scope.index.term, except: [...except(scope.index.except), ...except(selection.except)] };
    }

    private narrowing(refinements: readonly Refinement[], window: Window, scope: Scope): { demands: Demand[]; holds: Smt } {
        const demands: Demand[] = [];
        const holds: Smt[] = [];
        for (const refinement of refinements) {
            const { relation } = refinement;
            const isBeside = relation === 'with' || relation === 'without';
            let other: Condition | null = null;
            if ('condition' in refinement) other = refinement.condition;
            else if ('selection' in refinement && isBeside) {
                const kind = refinement.selection.term === null ? 'condition' : this.hierarchy.term(refinement.selection.term)?.kind;
                if (['condition', 'drug', 'procedure', 'event', 'fact'].includes(kind ?? ''))
                    other = presence(refinement.selection, window, kind === 'drug' ? 'exposure' : 'present');
            }
            if (other !== null) {
                const verdict = this.verdict(other, neutral(scope));
                holds.push(relation === 'without' ? verdict.unmet : verdict.met);
                if (isBeside) continue;
            }
            const text = 'text' in refinement ? plain(refinement.text) : said('selection' in refinement ? refinement.selection : refinement.condition);
            demands.push({ kind: 'flag', flag: `${relation} ${text}`, refinement });
        }
        return { demands, holds: and(holds) };
    }

    // "There was one, and none since": the last one lies so far back.
    private elapsed({ operator, duration, since, orNever, until }: Elapsed, scope: Scope): Verdict {
        const had = (window: Window): Verdict => this.verdict(presence(since, window, 'present'), scope);
        const to: Endpoint = { anchor: until, offset: null, open: false };
        const edge: Endpoint = { anchor: until, offset: { duration, direction: 'before' }, open: false };
        const ever = had({ form: 'at-or-before', from: null, to, written: true });
        const after = had(before(until, duration, true));
        const from = had(before(until, duration, false));
        const exactly = had({ form: 'between', from: edge, to: edge, written: true });
        const last: Readonly<Record<ComparisonOperator, Verdict>> = {
            '<': after,
            '<=': from,
            '=': every([exactly, opposite(after)]),
            '>=': every([ever, opposite(after)]),
            '>': every([ever, opposite(from)]),
        };
        return orNever ? some([last[operator], opposite(ever)]) : last[operator];
    }

    // ---- values

    private isReplaced(measure: MeasureExpression, { replaced }: Scope): boolean {
        const term = measure.kind === 'measure' ? measure.term : measure.kind === 'dose' ? measure.of.term : null;
        return term !== null && [...replaced].some((each) => this.hierarchy.isA(term, each));
    }

    private comparison(condition: Comparison, scope: Scope): Verdict {
        if (this.isReplaced(condition.left, scope)) return ABSENT;
        const { right } = condition;
        const limit = right.kind === 'parameter' ? (scope.bindings.get(right.name) ?? right) : right;
        if (limit.kind === 'cases') {
            return table(
                limit.rows.map((row) => ({
                    when: row.when === null ? null : this.verdict(row.when, neutral(scope)).met,
                    then: this.verdict({ ...condition, right: row.limit }, scope),
                })),
            );
        }
        const pick = condition.pick ?? scope.defaultPick;
        if (pick !== 'worst') return decided(this.compared(condition, limit, pick, scope));
        // The worst value is any value that would keep the patient out.
        const [all, one] = [this.compared(condition, limit, 'every', scope), this.compared(condition, limit, 'any', scope)];
        if (scope.polarity !== 0) return decided(scope.polarity === 1 ? all : one);
        return { met: all, unmet: not(one), absent: 'false' };
    }

    private compared(condition: Comparison, limit: Limit, pick: Pick, scope: Scope): Smt {
        const { left, operator, method, circumstance, lasting, refinements } = condition;
        const window = inPlaceOf(condition.window, scope);
        const narrowed = this.narrowing(refinements, window, scope);
        const words = [...narrowed.demands.map((demand) => said(demand)), ...(lasting === null ? [] : [said(lasting)]), ...scope.qualifiers];
        const extra = words.length === 0 ? 'true' : this.free(`value ${said(left)} ${said([window.from, window.to])} ${words.join('; ')}`);
        const series = this.seriesOf(left, method, circumstance, scope);
        const span = this.span(window, null);
        const beside = and([narrowed.holds, extra]);
        if (limit.kind === 'measure') {
            const other = this.seriesOf(limit.measure, method, circumstance, scope);
            const [one, two]: ValueQuery[] = [series, other].map((each) => ({ series: each, scale: 'absolute', span, pick: 'latest' }));
            if (one === undefined || two === undefined) return beside;
            if (this.grid === null) [one, two].forEach((query) => this.measurements.gather(query, 'two'));
            if (this.grid === null || (pick !== 'latest' && span.from !== span.to)) return and([beside, this.free(`two ${said(condition)}`)]);
            const [first, second] = [left, limit.measure].map(
                (each) => GRAMS[(each.kind === 'measure' ? this.hierarchy.term(each.term)?.unit : null) ?? 'mg/dL'] ?? 1,
            );
            return and([beside, this.measurements.compareTwo(one, operator, two, `${second ?? 1}/${first ?? 1}`, this.grid)]);
        }
        const [scale, value] =
            limit.kind === 'quantity'
                ? (['absolute', limit.canonical?.value ?? null] as const)
                : limit.kind === 'normal-limit'
                  ? ([limit.limit, limit.factor] as const)
                  : limit.kind === 'titer' && limit.numerator !== 0
                    ? (['titer', `${limit.denominator}/${limit.numerator}`] as const)
                    : (['absolute', null] as const);
        if (value === null) return and([beside, this.free(`comparison ${said(condition)}`)]);
        const query: ValueQuery = { series, scale, span, pick };
        if (this.grid === null) this.measurements.gather(query, `${operator} ${value}`);
        const holds = this.grid === null ? this.free('gathering') : this.measurements.compare(query, operator, value, this.grid);
        if (left.kind === 'dose' && pick === 'latest') this.stateUse(left, query, window, scope);
        return and([beside, holds]);
    }

    private seriesOf(expression: MeasureExpression, method: string | null, circumstance: string | null, scope: Scope): Series {
        const around = plain(circumstance ?? '');
        if (expression.kind === 'measure' && expression.component === null && method === null) {
            return { id: `measure ${key(expression.term)} ${around}`, measure: key(expression.term), circumstance: around, sort: 'Real', bounds: () => 'true' };
        }
        const inCohort = expression.kind === 'dose' && expression.of.index ? [expression, scope.index] : expression;
        const isDose = expression.kind === 'dose';
        const term = expression.kind === 'measure' ? key(expression.term) : null;
        return {
            id: `${said(inCohort)} by ${plain(method ?? '')} ${around}`,
            measure: term,
            circumstance: `${around} by ${method ?? ''} of ${expression.kind === 'measure' ? (expression.component ?? '') : said(expression)}`,
            sort: 'Real',
            ...(expression.kind === 'dose' && expression.of.term !== null && expression.of.except.length === 0
                ? { dose: { of: expression.of.term, as: key(expression.inEquivalentsOf ?? expression.of.term) } }
                : {}),
            bounds: (value) => (isDose ? `(>= ${value} 0.0)` : 'true'),
        };
    }

    /** A dose implies use. */
    private stateUse(dose: Extract<MeasureExpression, { kind: 'dose' }>, query: ValueQuery, window: Window, scope: Scope): void {
        const use = this.verdict(presence(dose.of, window, 'exposure'), { ...scope, qualifiers: [], replaced: new Set() });
        if (this.grid === null) return;
        this.script.assert(or([not(this.measurements.compare(query, '>', '0', this.grid)), use.met]));
    }

    private grade(condition: GradeComparison, scope: Scope): Verdict {
        const { scale, component, of, operator, index } = condition;
        if ([...scope.replaced].some((term) => this.hierarchy.isA(of?.term ?? scale, term))) return ABSENT;
        const window = inPlaceOf(condition.window, scope);
        const span = this.span(window, null);
        const values = this.hierarchy.term(scale)?.values ?? [];
        const chosen = of === null ? null : this.chosen(of, window, scope);
        if (index < 0 || (of !== null && chosen === null)) return decided(this.free(`grade ${said(condition)}`));
        const hasZero = values[0] === '0';
        const least = of === null || hasZero ? 0 : -1;
        const graded = (kind: string | null, number: number, pick: Pick): Smt => {
            const series: Series = {
                id: `grade ${key(scale)} ${key(component ?? '')} ${kind ?? ''} ${number}`,
                measure: null,
                circumstance: '',
                sort: 'Int',
                bounds: (value) => and([`(>= ${value} ${integer(least)})`, `(<= ${value} ${values.length - 1})`]),
            };
            const query: ValueQuery = { series, scale: 'absolute', span, pick };
            if (this.grid === null) {
                this.measurements.gather(query, `${operator} ${index}`);
                return this.free('gathering');
            }
            if (kind === null) return this.measurements.compare(query, operator, String(index), this.grid);
            // Who has such a grade of it has it.
            const there = this.occurrences.kindOccurs(
                kind,
                { track: 'present', what: { term: kind, except: [] }, span, demands: [], through: null },
                this.grid,
            );
            this.script.assert(or([not(this.measurements.compare(query, '>=', String(hasZero ? 1 : 0), this.grid)), there]));
            return and([this.measurements.compare(query, operator, String(index), this.grid), this.measurements.compare(query, '>=', '0', this.grid)]);
        };
        const isMeant = (kind: string, number: number, { term, except }: Chosen): Smt => {
            const has = (demand: Demand): Smt => this.free(`graded ${scale} ${kind} ${number} ${said(demand)}`);
            if (!this.hierarchy.isA(kind, term)) return 'false';
            return not(or(except.map(({ selection, demands, provided }) => and([isMeant(kind, number, selection), provided, ...demands.map(has)]))));
        };
        const asked = (pick: Pick): Smt => {
            if (chosen === null) return graded(null, 0, pick);
            if (this.grid === null)
                this.verdict(presence(selectionOf(chosen.term), window, 'present'), { ...scope, qualifiers: [], replaced: new Set(), window: null });
            const kinds = this.hierarchy.kindsOf(chosen.term).filter((kind) => mayBe(kind, chosen, this.hierarchy));
            // Of a class there may be several of no named kind, each with a grade of its own.
            return or(
                kinds.flatMap((kind) =>
                    Array.from({ length: this.hierarchy.isSingle(kind) ? 1 : 4 }, (_each, number) =>
                        and([isMeant(kind, number, chosen), graded(kind, number, pick)]),
                    ),
                ),
            );
        };
        const pick = condition.pick ?? scope.defaultPick;
        if (pick !== 'worst') return decided(asked(pick));
        if (scope.polarity !== 0) return decided(asked(scope.polarity === 1 ? 'every' : 'any'));
        return { met: asked('every'), unmet: not(asked('any')), absent: 'false' };
    }

    private change(condition: Change, scope: Scope): Verdict {
        if (this.isReplaced(condition.measure, scope)) return ABSENT;
        const amount = condition.amount.kind === 'parameter' ? (scope.bindings.get(condition.amount.name) ?? condition.amount) : condition.amount;
        if (amount.kind === 'cases') {
            return table(
                amount.rows.map((row) => ({
                    when: row.when === null ? null : this.verdict(row.when, neutral(scope)).met,
                    then: this.verdict({ ...condition, amount: row.limit }, scope),
                })),
            );
        }
        if (amount.kind !== 'quantity' || amount.canonical === null) return decided(this.free(`change ${said(condition)}`));
        const { measure, basis, from, over, lasting, operator, direction, refinements } = condition;
        const window = inPlaceOf(condition.window, scope);
        const narrowed = this.narrowing(refinements, window, scope);
        const about = `change ${said([measure, basis, from, over])} ${said([window.from, window.to])}`;
        const words = [...narrowed.demands.map((demand) => said(demand)), ...(lasting === null ? [] : [said(lasting)]), ...scope.qualifiers];
        const value = this.script.variable(about, 'Real');
        const limit = amount.canonical.value;
        const [rise, fall] = [`(${operator} ${value} ${limit}.0)`, `(${operator} (- ${value}) ${limit}.0)`].map((each) => each.replace('.0.0)', '.0)'));
        const holds =
            direction === 'rises'
                ? rise
                : direction === 'falls'
                  ? fall
                  : operator === '<' || operator === '<='
                    ? and([rise ?? '', fall ?? ''])
                    : or([rise ?? '', fall ?? '']);
        return decided(and([holds ?? 'true', narrowed.holds, words.length === 0 ? 'true' : this.free(`${about} ${words.join('; ')}`)]));
    }
}

type Pick2<Of> = Of extends Window ? { readonly from: Window['from']; readonly to: Window['to'] } : never;

/** A use of a definition gives its window to what writes none. */
const inPlaceOf = (window: Window, scope: Scope): Window => (!window.written && scope.window !== null ? scope.window : window);

const neutral = (scope: Scope): Scope => ({ ...scope, polarity: 0, qualifiers: [] });

const flipped = (polarity: 1 | -1 | 0): 1 | -1 | 0 => (polarity === 1 ? -1 : polarity === -1 ? 1 : 0);

const bounded = (number: Smt, { operator, count }: CountBound): Smt => `(${operator} ${number} ${integer(count)})`;

const selectionOf = (term: string): TermSelection => ({ term, index: false, any: false, except: [] });

const exceptionFor = (term: string): Exception => ({ form: 'except', selection: selectionOf(term), refinements: [], provided: null });

function before(anchor: Endpoint['anchor'], duration: Duration, open: boolean): Window {
    return {
        form: 'within',
        from: { anchor, offset: { duration, direction: 'before' }, open },
        to: { anchor, offset: null, open: false },
        written: true,
    };
}

function presence(what: TermSelection, window: Window, aspect: 'present' | 'exposure'): Presence {
    return { kind: 'presence', aspect, verb: 'had', what, window, refinements: [], lasting: null, times: null, stableDose: null, method: null };
}

function mayBe(kind: string, { term, except }: Chosen, hierarchy: Hierarchy): boolean {
    return (
        hierarchy.isA(kind, term) &&
        !except.some(({ selection, demands, provided }) => demands.length === 0 && provided === 'true' && mayBe(kind, selection, hierarchy))
    );
}
