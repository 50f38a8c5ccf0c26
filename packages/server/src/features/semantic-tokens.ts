// What each name, number and unit of a file is, so that an editor can colour it by meaning; names that nobody knows are left plain.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { endOf } from '@crit-lang/language/syntax/parser/token.js';
import type { TermKind } from '@crit-lang/model/criteria/term.js';
import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import { filledPlaces } from '../places/named-places.js';
import type { Place } from '../places/place-at.js';
import { referentOf } from '../places/referent.js';
import type { Workspace } from '../workspace/workspace.js';

/** Types of the editor protocol, and among the modifiers some of our own that say what kind of term a `type` is. */
export const SEMANTIC_TOKENS_LEGEND = {
    tokenTypes: ['namespace', 'class', 'property', 'variable', 'function', 'parameter', 'type', 'enumMember', 'number', 'string'],
    tokenModifiers: [
        ...['declaration', 'defaultLibrary', 'condition', 'drug', 'measurement', 'test', 'procedure', 'event', 'fact', 'criteria'],
        ...['unit', 'vague', 'judgement'],
    ],
} as const satisfies SemanticTokensLegend;

type TokenType = (typeof SEMANTIC_TOKENS_LEGEND.tokenTypes)[number];
type Modifier = 'declaration' | 'defaultLibrary' | TermModifier | 'unit' | 'vague' | 'judgement';
type TermModifier = 'condition' | 'drug' | 'measurement' | 'test' | 'procedure' | 'event' | 'fact' | 'criteria';

/** How a place is coloured. */
interface Coloured {
    start: number;
    end: number;
    type: TokenType;
    modifiers: readonly Modifier[];
}

const TERM_MODIFIERS: Readonly<Record<TermKind, TermModifier>> = {
    condition: 'condition',
    drug: 'drug',
    lab: 'measurement',
    measure: 'measurement',
    score: 'measurement',
    grade: 'measurement',
    test: 'test',
    procedure: 'procedure',
    event: 'event',
    fact: 'fact',
    criteria: 'criteria',
};

/** The tokens of a file, or of the lines of a range, in the encoding of the editor protocol. */
export function semanticTokens(workspace: Workspace, uri: string, range: Range | null = null): SemanticTokens {
    const compilation = workspace.compilation(uri);
    const main = compilation?.files[0];
    if (compilation === undefined || main === undefined) return { data: [] };
    const from = range === null ? 0 : main.source.offsetAt({ line: range.start.line, character: 0 });
    const to = range === null ? main.source.text.length : main.source.offsetAt({ line: range.end.line + 1, character: 0 });
    const coloured: Coloured[] = numbersAndUnits(main).filter(({ start }) => from <= start && start < to);
    for (const place of filledPlaces(main)) if (from <= place.start && place.start < to) coloured.push(...colourOf(place, compilation));
    return { data: encoded(coloured, main) };
}

function numbersAndUnits({ tokens }: ParsedFile): Coloured[] {
    return tokens.flatMap((token): Coloured[] => {
        const { name } = token.tokenType;
        const isUnit = name === 'UNIT';
        if (token.inserted || !(isUnit || name === 'NUMBER' || name === 'TITER')) return [];
        return [{ start: token.startOffset, end: endOf(token), type: 'number', modifiers: isUnit ? ['unit'] : [] }];
    });
}

function colourOf(place: Place, compilation: Compilation): Coloured[] {
    const as = (type: TokenType, ...modifiers: Modifier[]): Coloured[] => [{ start: place.start, end: place.end, type, modifiers }];
    if (place.property === 'vague') return as('string', 'vague');
    if (place.node.$type === 'Judgement' && place.property === 'text') return as('string', 'judgement');
    if (place.node.$type === 'ResultTest' && place.property === 'result') return as('enumMember');
    if (/^["“\d<>=]/.test(place.text)) return [];
    const referent = referentOf(place, compilation);
    const declares: Modifier[] = DECLARING.has(`${place.node.$type} ${place.property ?? ''}`) ? ['declaration'] : [];
    switch (referent?.kind) {
        case 'term': {
            const term = referent.hits[0]?.term;
            if (term === undefined) return [];
            return as('type', TERM_MODIFIERS[term.kind], ...declares, ...(term.origin === 'shipped' ? (['defaultLibrary'] as const) : []));
        }
        case 'definition':
            return as('function', ...declares);
        case 'parameter':
            return as('parameter', ...declares);
        case 'anchor':
            return compilation.scope.anchor(referent.name) === undefined ? [] : as('variable', ...declares);
        case 'cohort':
            return compilation.scope.cohorts.has(referent.id) ? as('class', ...declares) : [];
        case 'criterion':
            return isKnown(referent.id, compilation) ? as('property', ...declares) : [];
        case 'protocol':
            return as('namespace', ...declares);
        case 'grade':
        case 'component':
            return as('enumMember');
        case 'diagnostic':
        case undefined:
            return [];
    }
}

const DECLARING: ReadonlySet<string> = new Set([
    'Term name',
    'Definition name',
    'Definition parameters',
    'TimelineProperty anchors',
    'Cohort name',
    'Criterion name',
    'Protocol name',
]);

// Besides those that are written there are those that follow from the header and the cohorts.
function isKnown(id: string, { scope, document }: Compilation): boolean {
    return scope.criteria.has(id) || document.criteria.some((criterion) => criterion.id === id);
}

/** Each token is told by how far it stands behind the one before; none spans lines. */
function encoded(coloured: Coloured[], { source }: ParsedFile): number[] {
    const data: number[] = [];
    let [line, character] = [0, 0];
    for (const { start, end, type, modifiers } of coloured.sort((a, b) => a.start - b.start)) {
        for (const piece of source.text.slice(start, end).matchAll(/[^\r\n]+/g)) {
            const at = source.positionAt(start + piece.index);
            const bits = modifiers.reduce((sum, modifier) => sum | (1 << (SEMANTIC_TOKENS_LEGEND.tokenModifiers as readonly string[]).indexOf(modifier)), 0);
            data.push(
                at.line - line,
                at.line === line ? at.character - character : at.character,
                piece[0].length,
                SEMANTIC_TOKENS_LEGEND.tokenTypes.indexOf(type),
                bits,
            );
            [line, character] = [at.line, at.character];
        }
    }
    return data;
}
