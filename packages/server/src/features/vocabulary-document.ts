// The shipped vocabulary as documents to read: one for each kind of term, written in the language, with the place of every term in it.
import { quoteText } from '@crit-lang/language/syntax/written-values.js';
import { writeName } from '@crit-lang/language/syntax/write-name.js';
import type { Term, TermKind, ValueRange } from '@crit-lang/model/criteria/term.js';
import { TERM_KINDS } from '@crit-lang/model/criteria/term.js';
import type { ModelQuantity } from '@crit-lang/model/criteria/value.js';
import { compareText, nameKey } from '@crit-lang/vocabulary/name-key.js';
import { shippedTerms } from '@crit-lang/vocabulary/shipped.js';
import type { Range } from 'vscode-languageserver-types';

/** The scheme of the documents' URIs; the editor asks the server for their text. */
export const VOCABULARY_SCHEME = 'crit-vocabulary';

interface VocabularyDocument {
    text: string;
    /** Line of each term, by the key of its name. */
    lines: ReadonlyMap<string, number>;
}

const documents = new Map<TermKind, VocabularyDocument>();

/** The text of a vocabulary document; null for a URI that is none. */
export function vocabularyText(uri: string): string | null {
    const kind = TERM_KINDS.find((each) => uri === uriOf(each));
    return kind === undefined ? null : documentOf(kind).text;
}

/** Where a shipped term stands in these documents: all of its entry, and its name. */
export function vocabularyPlace(term: Term): { uri: string; range: Range; nameRange: Range } | null {
    const line = documentOf(term.kind).lines.get(nameKey(term.id));
    if (line === undefined) return null;
    const from = term.kind.length + 1;
    const nameRange = { start: { line, character: from }, end: { line, character: from + writeName(term.id).length } };
    return { uri: uriOf(term.kind), range: nameRange, nameRange };
}

function uriOf(kind: TermKind): string {
    return `${VOCABULARY_SCHEME}:/vocabulary/${kind}.crit`;
}

function documentOf(kind: TermKind): VocabularyDocument {
    const known = documents.get(kind);
    if (known !== undefined) return known;
    const terms = shippedTerms()
        .all()
        .filter((term) => term.kind === kind)
        .sort((a, b) => compareText(nameKey(a.id), nameKey(b.id)));
    const written = [
        `// The ${terms.length} terms of the kind '${kind}' in the vocabulary that comes with Crit. This is for reading: to change a term, declare it in a file of your own.`,
        '',
    ];
    const lines = new Map<string, number>();
    for (const term of terms) {
        lines.set(nameKey(term.id), written.length);
        written.push(...entryOf(term), '');
    }
    const made = { text: written.join('\n'), lines };
    documents.set(kind, made);
    return made;
}

function entryOf(term: Term): string[] {
    const head = `${term.kind} ${writeName(term.id)}${term.title === null ? '' : ` ${quoteText(term.title)}`}`;
    const properties = propertiesOf(term);
    return properties.length === 0 ? [head] : [`${head} {`, ...properties.map((property) => `  ${property}`), '}'];
}

function propertiesOf(term: Term): string[] {
    const written: string[] = [];
    const names = (key: string, values: readonly string[] | undefined): void => {
        if (values !== undefined && values.length > 0) written.push(`${key} ${values.map(writeName).join(', ')}`);
    };
    const texts = (key: string, values: readonly (string | null)[]): void => {
        const present = values.filter((value) => value !== null);
        if (present.length > 0) written.push(`${key} ${present.map(quoteText).join(', ')}`);
    };
    names('is a', term.parents);
    texts('also', term.synonyms);
    if (term.unit !== undefined && term.unit !== null && term.range === undefined) written.push(`unit ${term.unit}`);
    if (term.usualUnits !== undefined && term.usualUnits.length > 0) written.push(`usual units ${term.usualUnits.join(', ')}`);
    if (term.molarMass !== undefined) written.push(`molar mass ${term.molarMass} g/mol`);
    if (term.limits !== undefined && term.limits.length > 0) written.push(`limits ${term.limits.join(', ')}`);
    written.push(...bounds('reference', term.reference), ...bounds('plausible', term.plausible), ...bounds('range', term.range, term.step));
    if (term.withoutValues !== undefined && term.withoutValues.length > 0) written.push(`without values ${term.withoutValues.join(', ')}`);
    if (term.values !== undefined)
        written.push(
            `values ${term.values.map((value) => (/^\d+(\.\d+)?$/.test(value) ? value : writeName(value))).join(term.ordered === true ? ' < ' : ', ')}`,
        );
    names('components', term.components);
    texts('component name', [term.componentName ?? null]);
    names('results', term.results);
    names('implies', term.implies);
    names('disjoint', term.disjoint);
    names('for', term.classifies);
    if (term.equivalent !== undefined)
        written.push(`equivalent ${quantity(term.equivalent.amount)} to ${quantity(term.equivalent.base)} ${writeName(term.equivalent.to)}`);
    if (term.halfLife !== undefined) written.push(`half-life ${quantity(term.halfLife.low)} to ${quantity(term.halfLife.high)}`);
    texts('definition', [term.definition]);
    texts('plain', [term.plain]);
    texts('explain', [term.explain]);
    if (term.codes.length > 0) written.push(`codes ${term.codes.map(({ system, code }) => `${system}:${code}`).join(', ')}`);
    for (const source of term.sources) texts('source', [source]);
    return written;
}

function bounds(key: string, range: ValueRange | undefined, step?: string): string[] {
    if (range === undefined) return [];
    const unit = range.unit === null ? '' : ` ${range.unit}`;
    return [`${key} ${range.low} to ${range.high}${unit}${step === undefined ? '' : ` step ${step}`}`];
}

function quantity({ value, unit }: ModelQuantity): string {
    return unit === null ? value : `${value} ${unit}`;
}
