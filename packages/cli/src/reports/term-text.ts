// `terms --format human`: one term, a property a line.
import type { Term, ValueRange } from '@crit-lang/model/criteria/term.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import type { NameHit, TermIndex } from '@crit-lang/vocabulary/term-index.js';
import type { Output } from '../terminal/terminal.js';
import { visibleText } from '@crit-lang/findings/print/visible-text.js';
import { wrap } from '../terminal/wrap.js';

const COLUMN = 16;

export function writeTerm(out: Output, { term, role, name }: NameHit, index: TermIndex): void {
    const found = role === 'misspelling' ? ` (misspelt '${name}')` : '';
    out.line({ style: 'bold', text: term.id }, term.title === null ? '' : ` "${term.title}"`, ` (${term.kind})`, found);
    for (const [label, text] of properties(term, index)) {
        const [first = '', ...rest] = wrap(visibleText(text), out.width, ' '.repeat(COLUMN), COLUMN);
        out.line(`  ${label}`.padEnd(COLUMN), first);
        for (const line of rest) out.line(line);
    }
}

function properties(term: Term, index: TermIndex): [string, string][] {
    const ancestors = index.ancestorsOf(term.id).filter((name) => !term.parents.includes(name));
    const all: [string, string | null | undefined | readonly string[]][] = [
        ['definition', term.definition],
        ['plainly', term.plain],
        ['explained', term.explain],
        ['also', term.synonyms],
        ['is a', term.parents],
        ['so also', ancestors],
        ['kinds', index.childrenOf(term.id)],
        ['codes', term.codes.map(({ system, code }) => `${system}:${code}`)],
        ['unit', term.unit],
        ['usual units', term.usualUnits],
        ['molar mass', term.molarMass === undefined ? null : `${term.molarMass} g/mol`],
        ['limits', term.limits],
        ['range', range(term.range) + (term.step === undefined ? '' : ` in steps of ${term.step}`)],
        ['without', term.withoutValues],
        ['plausible', range(term.plausible)],
        ['reference', range(term.reference)],
        ['values', term.values?.join(term.ordered === true ? ' < ' : ', ')],
        ['components', term.components],
        ['results', term.results],
        ['equivalent', equivalent(term)],
        ['half-life', term.halfLife === undefined ? null : span(term.halfLife.low, term.halfLife.high)],
        ['implies', term.implies],
        ['excludes', term.disjoint],
        ['classifies', term.classifies],
        ...term.sources.map((source): [string, string] => ['source', source]),
    ];
    return all.flatMap(([label, value]): [string, string][] => {
        const text = typeof value === 'object' && value !== null ? value.join(', ') : (value ?? '');
        return text === '' ? [] : [[label, text]];
    });
}

function range(values: ValueRange | undefined): string {
    return values === undefined ? '' : `${values.low} to ${values.high}${values.unit === null ? '' : ` ${values.unit}`}`;
}

function equivalent({ equivalent: stated }: Term): string | null {
    return stated === undefined ? null : `${amount(stated.amount)} counts as ${amount(stated.base)} of ${stated.to}`;
}

function span(low: ModelQuantity, high: ModelQuantity): string {
    return amount(low) === amount(high) ? amount(low) : `${amount(low)} to ${amount(high)}`;
}

function amount({ value, unit }: ModelQuantity): string {
    return unit === null ? value : `${value} ${unit}`;
}
