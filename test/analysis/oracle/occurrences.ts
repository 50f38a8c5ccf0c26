// What happened to a patient, as witnesses: in each stretch of time each kind of thing occurs so many times, each time with properties of its own.
import type { Refinement } from '@crit-lang/model/criteria/condition.js';
import type { Grid } from './clock.js';
import { type Hierarchy, key } from './hierarchy.js';
import { type Chosen, type Demand, demandsIn, demandText, exceptionText, type OccurrenceQuery } from './occurrence-query.js';
import { and, implies, not, or, type Script, type Smt } from './smt.js';

interface Witness {
    readonly isThere: Smt;
    readonly flags: ReadonlyMap<string, Smt>;
    readonly lengths: ReadonlyMap<string, Smt>;
}

const isUse = (track: string): boolean => track.startsWith('response ') && track !== 'response contraindication';

export class Occurrences {
    /** What is asked, gathered in a first pass: then it is known how many witnesses are enough. */
    private readonly asked = new Map<string, Set<string>>();
    private readonly flagsOf = new Map<string, Map<string, Refinement | null>>();
    private readonly lengthsOf = new Map<string, Set<string>>();
    private readonly throughs = new Map<string, { visit: number; length: number }[]>();
    private readonly results = new Map<string, Set<string>>();
    private readonly made = new Map<string, Witness[]>();

    constructor(
        private readonly hierarchy: Hierarchy,
        private readonly script: Script,
    ) {}

    private static put(map: Map<string, Set<string>>, at: string, value: string): void {
        const set = map.get(at);
        if (set === undefined) map.set(at, new Set([value]));
        else set.add(value);
    }

    gather({ track, what, demands, through }: OccurrenceQuery): void {
        const text = `${demandText(demands)} ${exceptionText(what)}`;
        const all = [...demands, ...demandsIn(what)];
        for (const kind of this.hierarchy.kindsOf(what.term)) {
            Occurrences.put(this.asked, `${track}\n${kind}`, text);
            if (track.startsWith('result ')) Occurrences.put(this.results, kind, track);
            for (const demand of all) {
                if (demand.kind === 'length') Occurrences.put(this.lengthsOf, kind, demand.of);
                else {
                    const flags = this.flagsOf.get(kind) ?? new Map<string, Refinement | null>();
                    this.flagsOf.set(kind, flags.set(demand.flag, demand.refinement));
                }
            }
            if (through !== null) this.throughs.set(kind, [...(this.throughs.get(kind) ?? []), through]);
        }
    }

    occurs(query: OccurrenceQuery, grid: Grid): Smt {
        return or(this.hierarchy.kindsOf(query.what.term).map((kind) => this.kindOccurs(kind, query, grid)));
    }

    /** One kind of the class occurs as it is asked. */
    kindOccurs(kind: string, query: OccurrenceQuery, grid: Grid): Smt {
        const { track, what, span, demands } = query;
        const ways = grid
            .in(span)
            .flatMap((cell) =>
                this.witnesses(track, kind, cell, grid).map((witness) =>
                    and([witness.isThere, this.isIn(kind, what, witness), ...demands.map((demand) => this.meets(witness, demand))]),
                ),
            );
        return this.script.share(or(ways));
    }

    private isIn(kind: string, { term, except }: Chosen, witness: Witness): Smt {
        if (!this.hierarchy.isA(kind, term)) return 'false';
        const taken = except.map(({ selection, demands, provided }) =>
            and([this.isIn(kind, selection, witness), ...demands.map((demand) => this.meets(witness, demand)), provided]),
        );
        return not(or(taken));
    }

    private meets({ flags, lengths }: Witness, demand: Demand): Smt {
        if (demand.kind === 'flag') return flags.get(demand.flag) as Smt;
        return `(${demand.operator} ${lengths.get(demand.of) ?? ''} ${demand.length}.0)`;
    }

    private enough(track: string, kind: string): number {
        const own = this.asked.get(`${track}\n${kind}`)?.size ?? 0;
        if (!this.flagsOf.has(kind) && !this.lengthsOf.has(kind)) return 1;
        if (track !== 'present') return Math.max(own, 1);
        // What begins, ends or is responded to is something that is there, perhaps beside all that is asked for.
        const others = [...this.asked].filter(
            ([id]) => id.endsWith(`\n${kind}`) && (/^(onset|stop)/.test(id) || (id.startsWith('response') && this.lengthsOf.has(kind))),
        );
        return others.reduce((total, [, set]) => total + set.size, Math.max(own, 1));
    }

    private witnesses(track: string, kind: string, cell: number, grid: Grid): readonly Witness[] {
        const id = `${track}\n${kind}\n${cell}`;
        const known = this.made.get(id);
        if (known !== undefined) return known;
        // One thing that is there at one moment has been there for one length of time.
        const isOneLength = track === 'present' && grid.isPoint(cell) && this.hierarchy.isSingle(kind);
        const made = Array.from({ length: this.enough(track, kind) }, (_each, number) => this.newWitness(`${id}\n${number}`, kind, isOneLength ? id : null));
        this.made.set(id, made);
        for (const witness of made) {
            if (track === 'onset' || track === 'stop')
                this.follows(
                    witness,
                    this.witnesses('present', kind, cell, grid).map((other) => and([other.isThere, alike(witness, other)])),
                );
            if (track === 'diagnosis' || isUse(track)) {
                const sofar = grid.upTo(cell).flatMap((each) => this.witnesses('present', kind, each, grid));
                // How long a treatment was used is said of the use to which somebody responded.
                const isSameUse = (other: Witness): Smt => (isUse(track) ? alike(witness, other, ['lasting']) : 'true');
                this.follows(
                    witness,
                    sofar.map((other) => and([other.isThere, isSameUse(other)])),
                );
            }
        }
        if (track === 'present') this.statePresence(kind, cell, made, grid);
        if (track.startsWith('result ')) this.stateResult(track, kind, cell, grid);
        return made;
    }

    private follows({ isThere }: Witness, consequences: readonly Smt[]): void {
        this.script.assert(implies(isThere, or(consequences)));
    }

    private isThere(kind: string, cell: number, grid: Grid, track = 'present'): Smt {
        return or(this.witnesses(track, kind, cell, grid).map((witness) => witness.isThere));
    }

    private statePresence(kind: string, cell: number, made: readonly Witness[], grid: Grid): void {
        const isThere = or(made.map((witness) => witness.isThere));
        for (const implied of this.hierarchy.impliedBy(kind)) {
            this.script.assert(implies(isThere, or(this.hierarchy.kindsOf(implied).map((other) => this.isThere(other, cell, grid)))));
        }
        if (!grid.isPoint(cell)) return;
        for (const excluded of this.hierarchy.excludedBy(kind)) {
            for (const other of this.hierarchy.kindsOf(excluded)) if (other !== kind) this.script.assert(not(and([isThere, this.isThere(other, cell, grid)])));
        }
        for (const { visit, length } of this.throughs.get(kind) ?? []) {
            if (grid.cellAt(visit) !== cell) continue;
            const through = and(grid.in({ from: visit - length, to: visit, openFrom: false, openTo: false }).map((each) => this.isThere(kind, each, grid)));
            for (const witness of made)
                this.script.assert(implies(and([witness.isThere, `(>= ${witness.lengths.get('lasting') ?? ''} ${length}.0)`]), through));
        }
    }

    // At one moment a test has one result; by different methods it may have several.
    private stateResult(track: string, kind: string, cell: number, grid: Grid): void {
        const hasMethods = [...(this.flagsOf.get(kind)?.keys() ?? [])].some((flag) => flag.startsWith('by '));
        if (!grid.isPoint(cell) || hasMethods || !this.hierarchy.isSingle(kind)) return;
        for (const other of this.results.get(kind) ?? []) {
            if (other !== track) this.script.assert(not(and([this.isThere(kind, cell, grid, track), this.isThere(kind, cell, grid, other)])));
        }
    }

    private newWitness(id: string, kind: string, shared: string | null): Witness {
        const flags = new Map([...(this.flagsOf.get(kind)?.keys() ?? [])].map((flag) => [flag, this.script.variable(`${id} is ${flag}`, 'Bool')]));
        const lengths = new Map(
            [...(this.lengthsOf.get(kind) ?? [])].map((of) => [of, this.script.variable(`${of === 'lasting' ? (shared ?? id) : id} for ${of}`, 'Real')]),
        );
        for (const [one, first] of this.flagsOf.get(kind) ?? []) {
            for (const [other, second] of this.flagsOf.get(kind) ?? []) {
                if (one === other || first === null || second === null) continue;
                if (this.isNarrower(first, second)) this.script.assert(implies(flags.get(one) as Smt, flags.get(other) as Smt));
                if (areOpposite(first, second)) this.script.assert(not(and([flags.get(one) as Smt, flags.get(other) as Smt])));
            }
        }
        return { isThere: this.script.variable(id, 'Bool'), flags, lengths };
    }

    // "due to lupus nephritis" is "due to nephritis"; "without nephritis" is "without lupus nephritis".
    private isNarrower(one: Refinement, other: Refinement): boolean {
        if (!('selection' in one) || !('selection' in other) || one.relation !== other.relation) return false;
        const [first, second] = [one.selection, other.selection];
        if (first.term === null || second.term === null || first.except.length + second.except.length > 0) return false;
        return one.relation === 'without' ? this.hierarchy.isA(second.term, first.term) : this.hierarchy.isA(first.term, second.term);
    }
}

function areOpposite(one: Refinement, other: Refinement): boolean {
    return one.relation === 'with' && other.relation === 'without' && 'text' in one && 'text' in other && key(one.text.trim()) === key(other.text.trim());
}

// Lengths are only asked from below, so a longer one will do.
function alike(one: Witness, other: Witness, only?: readonly string[]): Smt {
    const flags = only === undefined ? [...one.flags].map(([flag, holds]) => `(= ${holds} ${other.flags.get(flag) ?? ''})`) : [];
    const lengths = [...one.lengths]
        .filter(([of]) => only === undefined || only.includes(of))
        .map(([of, length]) => `(<= ${length} ${other.lengths.get(of) ?? ''})`);
    return and([...flags, ...lengths]);
}
