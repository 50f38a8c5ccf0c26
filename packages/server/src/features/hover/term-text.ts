// What the editor shows of a term: names, definition, classes, values, codes, everyday wording.
import type { Code, Term, TermKind, ValueRange } from '@crit-lang/model/criteria/term.js';
import { displayQuantity } from '@crit-lang/model/units/display-quantity.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';
import { bold, bullets, paragraphs, plain } from '../markdown.js';

/** Kinds of terms as people call them. */
export const KIND_NAMES: Readonly<Record<TermKind, string>> = {
    condition: 'condition',
    drug: 'drug or treatment',
    lab: 'laboratory value',
    measure: 'measured value',
    score: 'score',
    grade: 'graded scale',
    test: 'test',
    procedure: 'procedure',
    event: 'event',
    fact: 'fact about the person',
    criteria: 'classification criteria',
};

const SYSTEMS: Readonly<Record<string, string>> = { mesh: 'MeSH', icd10cm: 'ICD-10-CM', doid: 'Disease Ontology', loinc: 'LOINC', rxnorm: 'RxNorm' };

const MOST_NAMES = 12;

/** Everything about a term, in Markdown. */
export function termText(term: Term, index: TermIndex): string {
    const title = term.title === null ? bold(term.id) : `${bold(term.title)} · ${plain(term.id)}`;
    return paragraphs([
        `${title} — ${KIND_NAMES[term.kind]}${term.origin === 'declared' ? ', declared in these files' : ''}`,
        term.definition === null ? null : plain(term.definition),
        bullets([
            names('Also', term.synonyms),
            names('Kind of', term.parents),
            names('Includes', index.childrenOf(term.id)),
            units(term),
            range('Usual range in adults', term.reference),
            range('Plausible', term.plausible),
            scoreRange(term),
            term.values === undefined ? null : `Values: ${term.values.map(plain).join(term.ordered === true ? ' &lt; ' : ', ')}`,
            term.components === undefined ? null : names(`Graded for each ${term.componentName ?? 'part'}`, term.components),
            term.results === undefined ? null : names('Results', term.results),
            names('Implies', term.implies),
            names('Classifies', term.classifies ?? []),
            equivalent(term),
            everyday(term),
            codes(term.codes),
        ]),
    ]);
}

function names(what: string, all: readonly string[]): string | null {
    if (all.length === 0) return null;
    const shown = all.slice(0, MOST_NAMES).map(plain).join(', ');
    return `${what}: ${shown}${all.length > MOST_NAMES ? ` and ${all.length - MOST_NAMES} more` : ''}`;
}

function units(term: Term): string | null {
    if (term.unit === undefined || term.unit === null) return null;
    const others = (term.usualUnits ?? []).map(plain).join(', ');
    return `Unit: ${plain(term.unit)}${others === '' ? '' : ` (also ${others})`}`;
}

function range(what: string, values: ValueRange | undefined): string | null {
    if (values === undefined) return null;
    return `${what}: ${plain(values.low)} to ${plain(withUnit(values.high, values.unit))}`;
}

function scoreRange(term: Term): string | null {
    const values = range('Range', term.range);
    return values === null ? null : `${values}${term.step === undefined ? '' : ` in steps of ${plain(term.step)}`}`;
}

function equivalent({ equivalent: dose }: Term): string | null {
    if (dose === undefined) return null;
    return `${plain(withUnit(dose.amount.value, dose.amount.unit))} counts as ${plain(withUnit(dose.base.value, dose.base.unit))} ${plain(dose.to)}`;
}

function everyday(term: Term): string | null {
    if (term.plain === null && term.explain === null) return null;
    return `For patients: ${[term.plain, term.explain]
        .filter((text) => text !== null)
        .map(plain)
        .join(' — ')}`;
}

function codes(all: readonly Code[]): string | null {
    return names(
        'Codes',
        all.map(({ system, code }) => `${SYSTEMS[system] ?? system} ${code}`),
    );
}

/** A number with its unit as people write it. */
export function withUnit(value: string, unit: string | null): string {
    if (unit === null) return value;
    const reading = parseUnit(unit);
    return reading.ok ? displayQuantity(value, reading.unit.ucum) : `${value} ${unit}`;
}
