// Lowers vocabulary entries, shipped or an author's own.
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { Relation, Term as ModelTerm, ValueRange } from '@crit-lang/model/criteria/term.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import type { VocabularyEntry } from '@crit-lang/vocabulary/term-index.js';
import type { Quantity, Term, TermBounds } from '../generated/ast.js';
import { recovered } from '../syntax/recovered.js';

/** The entry of a vocabulary term. Numbers are taken as written; checks of the vocabulary look at them. */
export function lowerTerm(node: Term, origin: 'shipped' | 'declared'): VocabularyEntry {
    const parts = recovered(node);
    const term: ModelTerm = {
        id: parts.name ?? '',
        kind: parts.kind ?? 'condition',
        title: parts.title ?? null,
        origin,
        parents: [],
        synonyms: [],
        definition: null,
        plain: null,
        explain: null,
        codes: [],
        implies: [],
        disjoint: [],
        sources: [],
    };
    const entry: VocabularyEntry = { term, misspellings: [] };
    for (const property of parts.properties ?? []) lowerProperty(entry, property);
    return entry;
}

function lowerProperty(entry: VocabularyEntry, property: Term['properties'][number]): void {
    const { term } = entry;
    const source = 'source' in property ? recovered(property).source : undefined;
    if (source !== undefined) term.sources.push(source);
    switch (property.$type) {
        case 'TermNames': {
            const names = property.names;
            switch (property.key) {
                case 'is a':
                case 'is an':
                    term.parents.push(...names);
                    break;
                case 'implies':
                    term.implies.push(...names);
                    break;
                case 'disjoint':
                    term.disjoint.push(...names);
                    break;
                case 'components':
                    term.components = [...(term.components ?? []), ...names];
                    break;
                case 'for':
                    term.classifies = names;
                    break;
            }
            break;
        }
        case 'TermResults':
            term.results = property.results;
            break;
        case 'TermTexts': {
            const text = property.texts.join(' ');
            switch (property.key) {
                case 'also':
                    term.synonyms.push(...property.texts);
                    break;
                case 'misspelt':
                    entry.misspellings.push(...property.texts);
                    break;
                case 'definition':
                    term.definition = text;
                    break;
                case 'plain':
                    term.plain = text;
                    break;
                case 'explain':
                    term.explain = text;
                    break;
                case 'source':
                    term.sources.push(text);
                    break;
                case 'component name':
                    term.componentName = text;
                    break;
            }
            break;
        }
        case 'TermCodes':
            term.codes.push(...property.codes.map((code) => ({ system: code.slice(0, code.indexOf(':')), code: code.slice(code.indexOf(':') + 1) })));
            break;
        case 'TermUnits':
            if (property.key === 'unit') term.unit = property.units[0] ?? null;
            else term.usualUnits = [...(term.usualUnits ?? []), ...property.units];
            break;
        case 'TermMolarMass':
            term.molarMass = exact(property.value);
            break;
        case 'TermLimits':
            term.limits = property.limits;
            break;
        case 'TermBounds':
            lowerBounds(term, property);
            break;
        case 'TermHoles':
            term.withoutValues = property.values.map((value) => exactText(value));
            break;
        case 'TermValues':
            term.values = property.values;
            term.ordered = property.order.length > 0;
            break;
        case 'TermEquivalent':
            if (recovered(property).amount !== undefined && recovered(property).base !== undefined && recovered(property).drug !== undefined) {
                term.equivalent = { amount: asWritten(property.amount), base: asWritten(property.base), to: property.drug };
            }
            break;
        case 'TermCharge':
            term.charge = exactText(property.value);
            break;
        case 'TermHalfLife':
            if (recovered(property).low !== undefined) term.halfLife = { low: asWritten(property.low), high: asWritten(property.high ?? property.low) };
            break;
    }
}

function lowerBounds(term: ModelTerm, property: TermBounds): void {
    const { low, high, step } = recovered(property);
    if (low === undefined || high === undefined) return;
    const range: ValueRange = { low: exact(low), high: exact(high), unit: high.unit ?? low.unit ?? null };
    if (property.key === 'plausible') term.plausible = range;
    else if (property.key === 'reference') term.reference = range;
    else {
        term.range = range;
        if (term.unit === undefined) term.unit = range.unit;
        if (step !== undefined) term.step = exactText(step);
    }
}

function exact(node: Quantity | undefined): string {
    return node === undefined ? '0' : exactText(`${node.negative ? '-' : ''}${node.number}`);
}

function exactText(written: string): string {
    const read = Rational.parse(written);
    return read.ok ? read.value.toString() : '0';
}

function asWritten(node: Quantity): ModelQuantity {
    const value = exact(node);
    return { value, unit: node.unit ?? null, canonical: { value, unit: node.unit ?? null } };
}

/** The relations that an entry states of itself: implications and disjointness. */
export function relationsOf(entry: VocabularyEntry): Relation[] {
    const { id, implies, disjoint, origin } = entry.term;
    return [
        ...implies.map((implied): Relation => ({ kind: 'implies', term: id, implied, origin, source: null })),
        ...(disjoint.length === 0 ? [] : disjoint.map((other): Relation => ({ kind: 'disjoint', terms: [id, other], origin, source: null }))),
    ];
}
