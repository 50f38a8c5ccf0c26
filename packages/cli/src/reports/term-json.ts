// `terms --format json`: one term as scripts read it; the shape is fixed in docs/cli/terms.md.
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import type { NameHit, TermIndex } from '@crit-lang/vocabulary/term-index.js';

/** A found term. Members that a kind of term does not have are null or empty, so that a script need not ask. */
export function termJson({ term, role, name }: NameHit, index: TermIndex): object {
    return {
        name: term.id,
        kind: term.kind,
        foundBy: { name, as: role },
        title: term.title,
        definition: term.definition,
        plain: term.plain,
        explanation: term.explain,
        synonyms: term.synonyms,
        codes: term.codes,
        parents: term.parents,
        ancestors: index.ancestorsOf(term.id),
        children: index.childrenOf(term.id),
        implies: term.implies,
        disjoint: term.disjoint,
        classifies: term.classifies ?? [],
        ...measured(term),
        ...graded(term),
        ...drug(term),
        sources: term.sources,
    };
}

function measured(term: Term): object {
    return {
        unit: term.unit ?? null,
        usualUnits: term.usualUnits ?? [],
        molarMass: term.molarMass ?? null,
        limits: term.limits ?? [],
        range: term.range ?? null,
        step: term.step ?? null,
        withoutValues: term.withoutValues ?? [],
        plausible: term.plausible ?? null,
        reference: term.reference ?? null,
    };
}

function graded(term: Term): object {
    return { values: term.values ?? [], ordered: term.ordered ?? null, components: term.components ?? [], results: term.results ?? [] };
}

function drug({ equivalent, halfLife }: Term): object {
    return {
        equivalent: equivalent === undefined ? null : { amount: quantity(equivalent.amount), base: quantity(equivalent.base), to: equivalent.to },
        halfLife: halfLife === undefined ? null : { low: quantity(halfLife.low), high: quantity(halfLife.high) },
    };
}

function quantity({ value, unit }: ModelQuantity): object {
    return { value, unit };
}
