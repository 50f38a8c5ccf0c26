// Occurrences as variables: one for each track, leaf, cell of time and kind, with all that follows from one for others.
import { FALSE, type Formula, type Formulas, not, TRUE } from '../encode/formulas.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { membershipOf } from '../knowledge/selection.js';
import { type Span, spanKey } from '../time/spans.js';
import type { CellTable } from '../time/cells.js';
import type { Extra } from './extras.js';
import type { Leaf } from './leaves.js';
import { type Kind, OccurrenceKinds, PLAIN, type ReducedKind } from './occurrence-kinds.js';
import { type OccurrencePlan, throughout } from './occurrence-plan.js';
import type { MemberOccurrence, OccurrenceQuery, Track } from './queries.js';

/** A variable of the space, for those who read a model. */
export interface Occurrence extends ReducedKind {
    readonly track: Track;
    readonly leaf: Leaf;
    readonly cell: number;
    readonly formula: Formula;
}

/** All kinds of one track, leaf and cell. */
interface SamePlace {
    plain: Formula | undefined;
    readonly all: Occurrence[];
}

export class Occurrences {
    private readonly places: SamePlace[] = [];
    /** By leaf, then by cell. */
    private readonly byTrack = new Map<Track, (SamePlace | undefined)[][]>();
    private readonly kinds: OccurrenceKinds;

    constructor(
        private readonly formulas: Formulas,
        private readonly knowledge: Knowledge,
        readonly plan: OccurrencePlan,
    ) {
        this.kinds = new OccurrenceKinds(knowledge);
    }

    /** All variables so far. */
    *all(): Iterable<Occurrence> {
        for (const { all } of this.places) yield* all;
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
        const kind = this.kinds.reduce({ having: extras, lacking }, leaf);
        if (kind === null) return FALSE;
        return this.formulas.and([through, this.formulas.or(cells.map((cell) => this.occurrence(track, leaf, cell, kind)))]);
    }

    private allThrough(leaf: Leaf, span: Span): Formula {
        return this.formulas.and(
            this.plan
                .cellsOf(leaf)
                .cellsIn(span)
                .map((cell) => this.occurrence('present', leaf, cell, PLAIN)),
        );
    }

    private occurrence(track: Track, leaf: Leaf, cell: number, kind: ReducedKind): Formula {
        const same = this.placeOf(track, leaf, cell);
        if (kind === PLAIN && same.plain !== undefined) return same.plain;
        const known = same.all.find(({ key }) => key === kind.key);
        if (known !== undefined) return known.formula;
        const made: Occurrence = { ...kind, track, leaf, cell, formula: this.formulas.variable() };
        same.all.push(made);
        if (kind === PLAIN) {
            same.plain = made.formula;
            this.statePlain(made);
        } else this.stateKind(made, same);
        return made.formula;
    }

    private placeOf(track: Track, leaf: Leaf, cell: number): SamePlace {
        let byLeaf = this.byTrack.get(track);
        if (byLeaf === undefined) this.byTrack.set(track, (byLeaf = []));
        const byCell = (byLeaf[leaf.id] ??= []);
        let place = byCell[cell];
        if (place === undefined) this.places.push((place = byCell[cell] = { plain: undefined, all: [] }));
        return place;
    }

    private occurrenceOf(track: Track, leaf: Leaf, cell: number, kind: Kind): Formula {
        const reduced = this.kinds.reduce(kind, leaf);
        return reduced === null ? FALSE : this.occurrence(track, leaf, cell, reduced);
    }

    private stateKind(made: Occurrence, same: SamePlace): void {
        const { track, leaf, cell, formula } = made;
        this.entail(formula, [this.occurrence(track, leaf, cell, PLAIN)]);
        // Others may come up while this is said; each then says itself how it stands to this one.
        for (const other of [...same.all]) {
            if (other === made || other.key === PLAIN.key) continue;
            if (this.kinds.isKindOf(made, other, leaf)) this.entail(formula, [other.formula]);
            if (this.kinds.isKindOf(other, made, leaf)) this.entail(other.formula, [formula]);
            if (this.cannotBoth(made, other)) this.formulas.addLemma([not(formula), not(other.formula)]);
        }
        // An occurrence without some of what is lacking here either is so, or has it.
        for (const lack of made.lacking) {
            const lacking = made.lacking.filter((each) => each !== lack);
            const wider = this.occurrenceOf(track, leaf, cell, { having: made.having, lacking });
            this.entail(wider, [formula, this.occurrenceOf(track, leaf, cell, { having: [...made.having, lack], lacking })]);
        }
        if (track === 'onset' || track === 'stop') this.entail(formula, [this.occurrenceOf('present', leaf, cell, { having: made.having, lacking: [] })]);
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
        for (const [other, byLeaf] of this.byTrack) {
            if (other === track || !other.startsWith('result ')) continue;
            const plain = byLeaf[leaf.id]?.[cell]?.plain;
            if (plain !== undefined) this.formulas.addLemma([not(formula), not(plain)]);
        }
    }

    private upTo(leaf: Leaf, cell: number, kind: Kind): Formula[] {
        const table = this.plan.cellsOf(leaf);
        // It may have been at a time that nobody asks about.
        if (table.hasOthersBefore(cell)) return [TRUE];
        return table.cellsUpTo(cell).map((each) => this.occurrenceOf('present', leaf, each, kind));
    }

    // What is there once at a moment has lasted for one length of time.
    private cannotBoth(one: Occurrence, other: Occurrence): boolean {
        const { leaf, cell, track } = one;
        if (!leaf.isOne || track !== 'present' || this.plan.cellsOf(leaf).cells[cell]?.isMoment !== true) return false;
        return this.kinds.lastDifferently(one, other, leaf);
    }

    private entail(given: Formula, anyOf: readonly Formula[]): void {
        if (!anyOf.includes(TRUE)) this.formulas.addLemma([not(given), ...anyOf]);
    }
}

const isOfUse = (track: Track): boolean => track.startsWith('response ') && track !== 'response contraindication';

/** The key of what is counted: the same list of leaves, span and kind. */
export function countKey({ track, what, span, extras }: OccurrenceQuery, meaning: string): string {
    return `times\n${track}\n${meaning}\n${what.term ?? ''}\n${spanKey(span)}\n${extras.map(({ key }) => key).join(';')}`;
}
