// Compares the clauses of a random document with plain interpretation: every formula for every patient, verdicts, witnesses and cores.
import assert from 'node:assert/strict';
import { Encoder } from '@crit-lang/analysis/encode/encoder.js';
import { evaluateFormulas } from '@crit-lang/analysis/encode/evaluate-formula.js';
import { type Formula, not } from '@crit-lang/analysis/encode/formulas.js';
import type { NumberLine } from '@crit-lang/analysis/encode/number-line.js';
import { reachableNodes, variablesIn } from '@crit-lang/analysis/encode/reachable-nodes.js';
import type { ClauseSink } from '@crit-lang/analysis/solver/clause-sink.js';
import { type Literal, negated } from '@crit-lang/analysis/solver/literal.js';
import { SatSolver } from '@crit-lang/analysis/solver/sat-solver.js';
import { allPatients, BuiltDocument, type Document, interpret, type Patient, plainContains } from './random-document.js';
import type { RandomSource } from './random-source.js';

/** Stands between the encoder and the solver. */
export type Interposed = (solver: SatSolver) => ClauseSink;

export class EncodedDocument {
    readonly built: BuiltDocument;
    readonly solver = new SatSolver();
    readonly encoder: Encoder;
    readonly roots: readonly Formula[];

    /** @param oneByOne encodes each criterion by itself, as when they are added one after the other. */
    constructor(
        readonly document: Document,
        interposed: Interposed = (solver) => solver,
        oneByOne = false,
    ) {
        this.built = new BuiltDocument(document);
        this.encoder = new Encoder(this.built.formulas, interposed(this.solver));
        this.roots = document.criteria.map((criterion) => {
            const root = this.built.formula(criterion);
            if (oneByOne) this.encoder.encode([root]);
            return root;
        });
        this.encoder.encode(this.roots);
    }

    literal(formula: Formula): Literal {
        return this.encoder.literal(formula);
    }
}

/** Finds fault with every formula and every patient; the first fault, or undefined. Complete: it looks at each value both ways. */
export function faultInDefinitions(encoded: EncodedDocument): string | undefined {
    const { built, document, solver, roots } = encoded;
    const nodes = reachableNodes(built.formulas, roots).map((node) => 2 * node);
    for (const patient of allPatients(document)) {
        const assignment = built.assignmentOf(patient);
        const plain = document.criteria.map((criterion) => interpret(criterion, patient));
        if (evaluateFormulas(built.formulas, roots, (variable) => assignment.get(variable)).some((value, index) => value !== plain[index]))
            return 'graph and text differ';
        const values = evaluateFormulas(built.formulas, nodes, (variable) => assignment.get(variable));
        const base = literalsOf(encoded, assignment);
        if (solver.solve(base) !== 'sat') return `patient ${JSON.stringify(patient)} is not possible`;
        for (const [index, node] of nodes.entries()) {
            const literal = encoded.literal(values[index] === true ? node : not(node));
            if (solver.value(literal) !== true) return `formula ${node} is wrong for ${JSON.stringify(patient)}`;
            if (solver.solve([...base, negated(literal)]) !== 'unsat') return `formula ${node} is open for ${JSON.stringify(patient)}`;
        }
    }
    for (const line of built.lines) {
        for (const [index, { isLeft }] of line.cuts.entries()) {
            const next = line.cuts[index + 1];
            if (next !== undefined && solver.solve([encoded.literal(isLeft), encoded.literal(not(next.isLeft))]) !== 'unsat')
                return 'the cuts are out of order';
        }
    }
    return undefined;
}

function literalsOf(encoded: EncodedDocument, assignment: ReadonlyMap<Formula, boolean>): Literal[] {
    const known = [...assignment].filter(([variable]) => encoded.encoder.variable(variable) !== undefined);
    return known.map(([variable, value]) => encoded.literal(value ? variable : not(variable)));
}

/** Asks random sets of criteria and negated criteria; the first fault of a verdict, a witness or a core, or undefined. */
export function faultInAnswers(encoded: EncodedDocument, random: RandomSource, questions: number): string | undefined {
    const { document, solver, roots, built } = encoded;
    const verdicts = [...allPatients(document)].map((patient) => document.criteria.map((criterion) => interpret(criterion, patient)));
    for (let question = 0; question < questions; question++) {
        const asked = random.sample([...roots.keys()], random.between(1, roots.length)).map((index) => ({ index, wanted: random.chance(0.7) }));
        const literals = asked.map(({ index, wanted }) => encoded.literal(wanted ? (roots[index] as Formula) : not(roots[index] as Formula)));
        const about = variablesIn(
            built.formulas,
            asked.map(({ index }) => roots[index] as Formula),
        );
        const decide = about.flatMap((variable) => encoded.encoder.variable(variable) ?? []);
        const possible = (chosen: typeof asked) => verdicts.some((verdict) => chosen.every(({ index, wanted }) => verdict[index] === wanted));
        const answer = solver.solve(literals, random.chance(0.5) ? { decide } : {});
        if (answer !== (possible(asked) ? 'sat' : 'unsat')) return `verdict ${answer} on ${JSON.stringify(asked)}`;
        if (answer === 'sat') {
            const fault = faultInWitness(encoded, asked);
            if (fault !== undefined) return fault;
        } else {
            const core = new Set(solver.core());
            if (possible(asked.filter((_, position) => core.has(literals[position] as Literal)))) return `core of ${JSON.stringify(asked)}`;
        }
    }
    return undefined;
}

function faultInWitness({ built, encoder, solver, document }: EncodedDocument, asked: readonly { index: number; wanted: boolean }[]): string | undefined {
    const valueOf = (variable: Formula): boolean | undefined => {
        const known = encoder.variable(variable);
        return known === undefined ? undefined : solver.value(2 * known);
    };
    const patient: Patient = {
        facts: built.facts.map((fact) => valueOf(fact) ?? false),
        values: built.lines.map((line) => sixtieths(line, valueOf)),
    };
    if (!patient.values.every((value, line) => plainContains(document.domains[line] ?? { without: [] }, value)))
        return `value outside ${JSON.stringify(patient)}`;
    const wrong = asked.find(({ index, wanted }) => interpret(document.criteria[index] ?? assert.fail(), patient) !== wanted);
    return wrong && `witness ${JSON.stringify(patient)} of criterion ${wrong.index}`;
}

function sixtieths(line: NumberLine, valueOf: (variable: Formula) => boolean | undefined): number {
    const value = line.domain.valueIn(line.intervalIn(valueOf));
    return (Number(value.numerator) * 60) / Number(value.denominator);
}
