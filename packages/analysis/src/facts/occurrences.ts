// Occurrences as variables: one for each track, leaf, cell of time and kind, with all that follows from one for others.
import { FALSE, type Formula, type Formulas, not, TRUE } from '../encode/formulas.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { membershipOf } from '../knowledge/selection.js';
import type { HalfLife } from '../time/duration-order.js';
import { type Span, spanKey } from '../time/spans.js';
import type { CellTable } from '../time/cells.js';
import { type Extra, relateExtras } from './extras.js';
import type { Leaf } from './leaves.js';
import { type OccurrencePlan, throughout } from './occurrence-plan.js';
import type { MemberOccurrence, OccurrenceQuery, Track } from './queries.js';

/** An occurrence that is all of `having` and none of `lacking`. */
interface Kind {
    readonly having: readonly Extra[];
    readonly lacking: readonly Extra[];
}

/** A variable of the space, for those who read a model. */
export interface Occurrence extends Kind {
    readonly track: Track;
    readonly leaf: Leaf;
    readonly cell: number;
    readonly formula: Formula;
}

const PLAIN: Kind = { having: [], lacking: [] };

export class Occurrences {
    private readonly known = new Map<string, Occurrence[]>();

    constructor(
        private readonly formulas: Formulas,
        private readonly knowledge: Knowledge,
        readonly plan: OccurrencePlan,
    ) {}

    /** All variables so far. */
    *all(): Iterable<Occurrence> {
        for (const same of this.known.values()) yield* same;
    }

    cellsOf(leaf: Leaf): CellTable {
        return this.plan.cellsOf(leaf);
    }

    occurs(query: OccurrenceQuery): Formula {
        return this.formulas.or(this.byLeaf(query).map(({ formula }) => formula));
    }

    membersThat(query: OccurrenceQuery): MemberOccurrence[] {
        return this.byLeaf(query).map(({ leaf, formula }) => ({ member: leaf.term.toLowerCase(), occurs: formula, isOne: leaf.isOne }));
    }

    private byLeaf(query: OccurrenceQuery): { leaf: Leaf; formula: Formula }[] {
        return this.plan.leavesOf(query).flatMap((leaf) => {
            const formula = this.inLeaf(leaf, query);
            return formula === FALSE ? [] : [{ leaf, formula }];
        });
    }

    private inLeaf(leaf: Leaf, query: OccurrenceQuery): Formula {
        const membership = membershipOf(leaf.term, query.what, this.knowledge);
        if (membership === 'no') return FALSE;
        if (membership === 'yes') return this.inSpan(leaf, query, []);
        // Which of the exceptions apply depends on their provisos: each combination by itself.
        const exceptions = membership.map((exception) => query.conditional.find((each) => each.exception === exception));
        let ways: { given: Formula; lacking: Extra[] }[] = [{ given: TRUE, lacking: [] }];
        for (const conditional of exceptions) {
            if (conditional === undefined) continue;
            const { extra, provided } = conditional;
            ways = ways.flatMap(({ given, lacking }) => [
                { given: this.formulas.and([given, not(provided)]), lacking },
                // Without an extra the exception takes all of the leaf away where its proviso holds.
                ...(extra === null ? [] : [{ given: this.formulas.and([given, provided]), lacking: [...lacking, extra] }]),
            ]);
        }
        return this.formulas.or(
            ways.filter(({ given }) => given !== FALSE).map(({ given, lacking }) => this.formulas.and([given, this.inSpan(leaf, query, lacking)])),
        );
    }

    private inSpan(leaf: Leaf, { track, span, extras }: OccurrenceQuery, lacking: readonly Extra[]): Formula {
        const cells = this.plan.cellsOf(leaf).cellsIn(span);
        const lasting = throughout({ track, extras, span });
        const through = this.formulas.and(lasting.map((each) => this.allThrough(leaf, each)));
        return this.formulas.and([through, this.formulas.or(cells.map((cell) => this.occurrence(track, leaf, cell, { having: extras, lacking })))]);
    }

    private allThrough(leaf: Leaf, span: Span): Formula {
        return this.formulas.and(
            this.plan
                .cellsOf(leaf)
                .cellsIn(span)
                .map((cell) => this.occurrence('present', leaf, cell, PLAIN)),
        );
    }

    private occurrence(track: Track, leaf: Leaf, cell: number, kind: Kind): Formula {
        const reduced = this.reduce(kind, this.knowledge.halfLifeOf(leaf.term));
        if (reduced === null) return FALSE;
        const place = `${track}\n${leaf.id}\n${cell}`;
        const same = this.known.get(place) ?? [];
        const key = kindKey(reduced);
        const known = same.find((each) => kindKey(each) === key);
        if (known !== undefined) return known.formula;
        const made: Occurrence = { ...reduced, track, leaf, cell, formula: this.formulas.variable() };
        this.known.set(place, [...same, made]);
        if (key === kindKey(PLAIN)) this.statePlain(made);
        else this.stateKind(made);
        return made.formula;
    }

    /** Null for what contradicts itself. */
    private reduce({ having, lacking }: Kind, halfLife: HalfLife | null): Kind | null {
        const relate = (one: Extra, other: Extra): 'implies' | 'excludes' | 'open' => relateExtras(one, other, halfLife, this.knowledge);
        const distinct = (extras: readonly Extra[]): Extra[] => [...new Map(extras.map((extra) => [extra.key, extra])).values()];
        const [has, lacks] = [distinct(having), distinct(lacking)];
        if (has.some((one) => has.some((other) => relate(one, other) === 'excludes'))) return null;
        if (lacks.some((lack) => has.some((one) => relate(one, lack) === 'implies'))) return null;
        const impliedByOther = (extra: Extra, others: readonly Extra[], first: (a: Extra, b: Extra) => boolean): boolean =>
            others.some((other) => other !== extra && first(other, extra) && !(first(extra, other) && other.key > extra.key));
        return {
            having: has.filter((extra) => !impliedByOther(extra, has, (a, b) => relate(a, b) === 'implies')),
            lacking: lacks.filter(
                (extra) => !impliedByOther(extra, lacks, (a, b) => relate(b, a) === 'implies') && !has.some((one) => relate(one, extra) === 'excludes'),
            ),
        };
    }

    private stateKind(made: Occurrence): void {
        const { track, leaf, cell, formula } = made;
        const halfLife = this.knowledge.halfLifeOf(leaf.term);
        this.entail(formula, [this.occurrence(track, leaf, cell, PLAIN)]);
        for (const other of this.known.get(`${track}\n${leaf.id}\n${cell}`) ?? []) {
            if (other === made || kindKey(other) === kindKey(PLAIN)) continue;
            if (this.isKindOf(made, other, halfLife)) this.entail(formula, [other.formula]);
            if (this.isKindOf(other, made, halfLife)) this.entail(other.formula, [formula]);
            if (this.cannotBoth(made, other, halfLife)) this.formulas.addLemma([not(formula), not(other.formula)]);
        }
        // An occurrence without some of what is lacking here either is so, or has it.
        for (const lack of made.lacking) {
            const lacking = made.lacking.filter((each) => each !== lack);
            const wider = this.occurrence(track, leaf, cell, { having: made.having, lacking });
            this.entail(wider, [formula, this.occurrence(track, leaf, cell, { having: [...made.having, lack], lacking })]);
        }
        if (track === 'onset' || track === 'stop') this.entail(formula, [this.occurrence('present', leaf, cell, { having: made.having, lacking: [] })]);
        const lasting = made.having.filter(({ kind }) => kind === 'lasting');
        // How long a treatment was used to which somebody responded so is said of its use.
        if (isOfUse(track) && lasting.length > 0) this.entail(formula, this.upTo(leaf, cell, { having: lasting, lacking: [] }));
    }

    private statePlain(made: Occurrence): void {
        const { track, leaf, cell, formula } = made;
        const table = this.plan.cellsOf(leaf);
        for (const [inner, outer] of table.inside) {
            if (inner === cell) this.entail(formula, [this.occurrence(track, leaf, outer, PLAIN)]);
            if (outer === cell) this.entail(this.occurrence(track, leaf, inner, PLAIN), [formula]);
        }
        if (track === 'onset' || track === 'stop') this.entail(formula, [this.occurrence('present', leaf, cell, PLAIN)]);
        if (track === 'diagnosis' || isOfUse(track)) this.entail(formula, this.upTo(leaf, cell, PLAIN));
        if (track === 'present') this.statePresence(leaf, cell, formula);
        if (track.startsWith('result ')) this.stateResult(made);
    }

    private statePresence(leaf: Leaf, cell: number, formula: Formula): void {
        const { entails, excludes } = this.plan.linksOf(leaf);
        for (const consequences of entails)
            this.entail(
                formula,
                consequences.map((each) => this.occurrence('present', each, cell, PLAIN)),
            );
        if (this.plan.cellsOf(leaf).cells[cell]?.isMoment !== true) return;
        for (const other of excludes) this.formulas.addLemma([not(formula), not(this.occurrence('present', other, cell, PLAIN))]);
    }

    // At one moment a test has one result; by different methods it may have several.
    private stateResult({ track, leaf, cell, formula }: Occurrence): void {
        if (this.plan.hasMethods(leaf) || this.plan.cellsOf(leaf).cells[cell]?.isMoment !== true || !leaf.isOne) return;
        for (const other of this.all()) {
            const isOtherResult = other.leaf === leaf && other.cell === cell && other.track !== track && other.track.startsWith('result ');
            if (isOtherResult && kindKey(other) === kindKey(PLAIN)) this.formulas.addLemma([not(formula), not(other.formula)]);
        }
    }

    private upTo(leaf: Leaf, cell: number, kind: Kind): Formula[] {
        const table = this.plan.cellsOf(leaf);
        // It may have been at a time that nobody asks about.
        if (table.hasOthersBefore(cell)) return [TRUE];
        return table.cellsUpTo(cell).map((each) => this.occurrence('present', leaf, each, kind));
    }

    private isKindOf(one: Kind, other: Kind, halfLife: HalfLife | null): boolean {
        const implies = (a: Extra, b: Extra): boolean => relateExtras(a, b, halfLife, this.knowledge) === 'implies';
        return (
            other.having.every((extra) => one.having.some((each) => implies(each, extra))) &&
            other.lacking.every((extra) => one.lacking.some((each) => implies(extra, each)))
        );
    }

    // What is there once at a moment has lasted for one length of time.
    private cannotBoth(one: Occurrence, other: Occurrence, halfLife: HalfLife | null): boolean {
        const { leaf, cell, track } = one;
        if (!leaf.isOne || track !== 'present' || this.plan.cellsOf(leaf).cells[cell]?.isMoment !== true) return false;
        return one.having.some(
            (a) => a.kind === 'lasting' && other.having.some((b) => b.kind === 'lasting' && relateExtras(a, b, halfLife, this.knowledge) === 'excludes'),
        );
    }

    private entail(given: Formula, anyOf: readonly Formula[]): void {
        if (!anyOf.includes(TRUE)) this.formulas.addLemma([not(given), ...anyOf]);
    }
}

const isOfUse = (track: Track): boolean => track.startsWith('response ') && track !== 'response contraindication';

function kindKey({ having, lacking }: Kind): string {
    const keys = (extras: readonly Extra[]): string =>
        extras
            .map(({ key }) => key)
            .sort()
            .join(';');
    return `${keys(having)}|${keys(lacking)}`;
}

/** The key of what is counted: the same list of leaves, span and kind. */
export function countKey({ track, what, span, extras }: OccurrenceQuery, meaning: string): string {
    return `times\n${track}\n${meaning}\n${what.term ?? ''}\n${spanKey(span)}\n${extras.map(({ key }) => key).join(';')}`;
}
