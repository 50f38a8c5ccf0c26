// What the editor shows of the word under the mouse: a term, a criterion, a cohort, a number, a word of the language.
import type { Compilation } from '@crit-lang/language/compile.js';
import { CATALOGUE, isDiagnosticName } from '@crit-lang/language/diagnostics/catalogue.js';
import type { LimitValue, Quantity } from '@crit-lang/language/generated/ast.js';
import type { Hover, Position } from 'vscode-languageserver-types';
import { MarkupKind } from 'vscode-languageserver-types';
import { measureAround } from '../places/measure-around.js';
import type { Place } from '../places/place-at.js';
import { placeAt } from '../places/place-at.js';
import type { Referent } from '../places/referent.js';
import { referentOf } from '../places/referent.js';
import { helpOn } from '../words/word-help.js';
import type { Workspace } from '../workspace/workspace.js';
import { conditionText, criterionText, scope } from './hover/criterion-text.js';
import { lineText } from './hover/line-text.js';
import { normalLimitText, quantityText } from './hover/quantity-text.js';
import { termText } from './hover/term-text.js';
import { usedIn } from './hover/used-in.js';
import type { Verdicts } from './hover/verdict-text.js';
import { cohortVerdict, criterionVerdict } from './hover/verdict-text.js';
import { bold, bullets, paragraphs, plain } from './markdown.js';
import { rangeBetween } from './ranges.js';

/**
 * The hover at a position; null where there is nothing to say.
 * @param verdicts what the analysis says; without them nothing is said of it.
 */
export function hoverAt(workspace: Workspace, uri: string, position: Position, verdicts: Verdicts | null = null): Hover | null {
    const compilation = workspace.compilation(uri);
    const main = compilation?.files[0];
    if (compilation === undefined || main === undefined) return null;
    const place = placeAt(main, main.source.offsetAt(position));
    if (place === undefined) return null;
    const referent = referentOf(place, compilation);
    const text = referent === undefined ? textOfPlace(place, compilation, verdicts) : textOfReferent(referent, compilation, verdicts);
    if (text !== null) return { contents: { kind: MarkupKind.Markdown, value: text }, range: rangeBetween(main.source, place) };
    return wordHover(place, compilation);
}

/** The cohort whose name stands at a position; null where none does. */
export function cohortAt(workspace: Workspace, uri: string, position: Position): string | null {
    const compilation = workspace.compilation(uri);
    const main = compilation?.files[0];
    if (compilation === undefined || main === undefined) return null;
    const place = placeAt(main, main.source.offsetAt(position));
    const referent = place === undefined ? undefined : referentOf(place, compilation);
    return referent?.kind === 'cohort' ? referent.id : null;
}

function textOfReferent(referent: Referent, compilation: Compilation, verdicts: Verdicts | null): string | null {
    const { document, scope: names } = compilation;
    switch (referent.kind) {
        case 'term':
            if (referent.hits.length === 0) return null;
            return referent.hits.map(({ term }) => paragraphs([termText(term, names.terms), usedIn('term', term.id, document)])).join('\n\n---\n\n');
        case 'definition': {
            const definition = document.definitions.find(({ id }) => id === referent.name);
            if (definition === undefined) return null;
            return paragraphs([`${bold(definition.id)} — definition`, conditionText(definition.rule, document), usedIn('definition', definition.id, document)]);
        }
        case 'parameter':
            return paragraphs([`${bold(referent.name)} — parameter of the definition ${plain(referent.definition.name)}`]);
        case 'anchor':
            return anchorText(referent.name, compilation);
        case 'cohort':
            return cohortText(referent.id, compilation, verdicts);
        case 'criterion': {
            const criterion = document.criteria.find(({ id }) => id === referent.id);
            return criterion === undefined ? null : withVerdict(criterionText(criterion, document), criterion.id, verdicts);
        }
        case 'protocol':
            return protocolText(compilation);
        case 'diagnostic':
            return isDiagnosticName(referent.name)
                ? paragraphs([`${bold(referent.name)} — ${CATALOGUE[referent.name].severity}`, plain(CATALOGUE[referent.name].summary)])
                : null;
        case 'grade':
            return `${bold(referent.value)} — ${referent.scale.ordered === true ? 'grade' : 'value'} of ${plain(referent.scale.title ?? referent.scale.id)} (${(referent.scale.values ?? []).map(plain).join(referent.scale.ordered === true ? ' &lt; ' : ', ')})`;
        case 'component':
            return `${bold(referent.component)} — ${plain(referent.scale.componentName ?? 'part')} of ${plain(referent.scale.title ?? referent.scale.id)}`;
    }
}

function anchorText(name: string, { document }: Compilation): string {
    const timeline = document.protocol?.timeline ?? [];
    return paragraphs([
        `${bold(name)} — point of the timeline`,
        bullets([
            timeline.length === 0 ? null : `Timeline: ${timeline.map((point) => (point === name ? bold(point) : plain(point))).join(' → ')}`,
            document.protocol?.defaultAnchor === name ? 'Criteria are judged here when a line names no time.' : null,
        ]),
    ]);
}

function cohortText(id: string, { document }: Compilation, verdicts: Verdicts | null): string | null {
    const cohort = document.cohorts.find((each) => each.id === id);
    if (cohort === undefined) return null;
    const applying = document.criteria.filter(({ cohorts }) => cohorts === null || cohorts.includes(id));
    const count = (kind: 'include' | 'exclude'): number => applying.filter((criterion) => criterion.kind === kind && criterion.origin === 'written').length;
    return paragraphs([
        `${bold(cohort.id)}${cohort.title === null ? '' : ` · ${plain(cohort.title)}`} — cohort`,
        bullets([
            cohort.index?.term === null || cohort.index === null ? null : `Index disease: ${plain(cohort.index.term)}`,
            `${count('include')} inclusion and ${count('exclude')} exclusion criteria apply to it.`,
        ]),
        verdicts === null ? null : cohortVerdict(id, verdicts),
    ]);
}

function protocolText({ document }: Compilation): string | null {
    const { protocol } = document;
    if (protocol === null) return null;
    return paragraphs([
        `${bold(protocol.id)}${protocol.title === null ? '' : ` · ${plain(protocol.title)}`} — protocol`,
        bullets([
            protocol.registry === null ? null : `Registry: ${plain(protocol.registry)}`,
            `Cohorts: ${scope(
                document.cohorts.map(({ id }) => id),
                document,
            )}`,
            `${document.criteria.filter(({ origin }) => origin === 'written').length} criteria`,
        ]),
    ]);
}

function withVerdict(text: string, criterion: string, verdicts: Verdicts | null): string {
    return paragraphs([text, verdicts === null ? null : criterionVerdict(criterion, verdicts)]);
}

function textOfPlace(place: Place, compilation: Compilation, verdicts: Verdicts | null): string | null {
    const { node } = place;
    if (node.$type === 'Quantity') {
        const { number, unit } = node as Partial<Quantity>;
        const text = number === undefined || unit === undefined ? null : quantityText(number, unit, measureAround(node, compilation));
        return text === null ? null : paragraphs([text, lineText(node, compilation)]);
    }
    if (node.$type === 'LimitValue') {
        const { factor, limit } = node as Partial<LimitValue>;
        const text = limit === undefined ? null : normalLimitText(factor ?? '1', limit, measureAround(node, compilation));
        return text === null ? null : paragraphs([text, lineText(node, compilation)]);
    }
    if (node.$type === 'Criterion' && place.property === 'kind') {
        const id = (node as { name?: string }).name;
        const criterion = compilation.document.criteria.find((each) => each.id === id);
        return criterion === undefined ? null : withVerdict(criterionText(criterion, compilation.document), criterion.id, verdicts);
    }
    return null;
}

/** A word of the language: what it means, and the sentence of the line it stands in. */
function wordHover(place: Place, compilation: Compilation): Hover | null {
    const source = compilation.files[0]?.source;
    const help = helpOn(place.text.replace(/[ \t]+/g, ' '));
    if (source === undefined || help === undefined) return null;
    const value = paragraphs([`${bold(place.text)} — ${help}`, lineText(place.node, compilation)]);
    return { contents: { kind: MarkupKind.Markdown, value }, range: rangeBetween(source, place) };
}
