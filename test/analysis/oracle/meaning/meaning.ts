// What a condition says of a patient, written from the documents and not from the analyser: as a text for z3.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Definition } from '@crit-lang/model/criteria/document.js';
import type { Endpoint, Window } from '@crit-lang/model/criteria/time.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { type Clock, Grid, type Span } from '../clock.js';
import { type Hierarchy, key } from '../hierarchy.js';
import { Measurements } from '../measurements.js';
import { Occurrences } from '../occurrences.js';
import { and, not, or, type Script, type Smt } from '../smt.js';
import { ABSENT, choose, decided, every, opposite, some, table, type Verdict } from '../verdict.js';
import { changing } from './changing.js';
import { comparison } from './comparing.js';
import { counted, repeated } from './counting.js';
import { elapsed, washout } from './elapsed.js';
import { grading } from './grading.js';
import { occurring } from './occurring.js';
import type { Patient } from './patient.js';
import { plain, said } from './same-text.js';
import { neutral, type Scope, scopeOf, type Setting, turned } from './scope.js';

const TAKES_WORDS: ReadonlySet<string> = new Set(['vague', 'presence', 'response', 'result', 'all', 'any', 'not', 'count', 'repeated', 'compare', 'change']);

export class Meaning implements Patient {
    readonly occurrences: Occurrences;
    readonly measurements: Measurements;
    grid: Grid | null = null;
    private readonly points = new Set<number>();
    private readonly definitions: ReadonlyMap<string, Definition>;

    constructor(
        readonly hierarchy: Hierarchy,
        definitions: readonly Definition[],
        readonly clock: Clock,
        readonly script: Script,
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
        return this.verdict(rule, scopeOf(setting));
    }

    free(text: string): Smt {
        return this.script.variable(`fact ${text}`, 'Bool');
    }

    span(window: Pick<Window, 'from' | 'to'>): Span {
        const span = this.clock.span(window);
        for (const point of [span.from, span.to]) if (point !== null) this.mark(point);
        return span;
    }

    mark(point: number): void {
        this.points.add(point);
    }

    verdict(condition: Condition, scope: Scope): Verdict {
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
                return opposite(this.verdict(condition.of, turned(scope)));
            case 'count':
                return counted(condition, scope, this);
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
            case 'repeated':
                return repeated(condition, scope, this);
            case 'presence':
            case 'response':
            case 'result':
            case 'fact':
            case 'meets':
                return occurring(condition, scope, this);
            case 'compare':
                return comparison(condition, scope, this);
            case 'grade':
                return grading(condition, scope, this);
            case 'change':
                return changing(condition, scope, this);
            case 'elapsed':
                return elapsed(condition, scope, this);
            case 'washout':
                return washout(condition, scope, this);
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
}
