// The outline of a file: protocol, cohorts, criteria grouped by section and by inclusion and exclusion, definitions, terms, patients.
import type { Criterion, Section, Statement } from '@crit-lang/language/generated/ast.js';
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { propertyPlace } from '@crit-lang/language/syntax/parser/syntax-place.js';
import type { AstNode } from 'langium';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace.js';
import { rangeBetween } from './ranges.js';

/** Sections, inclusions and exclusions are headings: they name nothing themselves. */
export const isHeading = ({ kind }: DocumentSymbol): boolean => kind === SymbolKind.Namespace || kind === SymbolKind.Array;

/** The outline, in the order of the text. */
export function documentSymbols(workspace: Workspace, uri: string): DocumentSymbol[] {
    const file = workspace.parsed(uri);
    return file === undefined ? [] : symbolsOf(file.root.statements, file);
}

function symbolsOf(statements: readonly Statement[], file: ParsedFile): DocumentSymbol[] {
    const symbols: DocumentSymbol[] = [];
    for (let index = 0; index < statements.length; index++) {
        const statement = statements[index];
        if (statement?.$type !== 'Criterion') {
            if (statement !== undefined) symbols.push(...symbolOf(statement, file));
            continue;
        }
        const run = criteriaFrom(statements, index);
        symbols.push(...groups(run, file));
        index += run.length - 1;
    }
    return symbols;
}

function criteriaFrom(statements: readonly Statement[], from: number): Criterion[] {
    const run: Criterion[] = [];
    for (const statement of statements.slice(from)) {
        if (statement.$type !== 'Criterion') break;
        run.push(statement);
    }
    return run;
}

/** Neighbouring inclusions, or exclusions, under one heading. */
function groups(criteria: readonly Criterion[], file: ParsedFile): DocumentSymbol[] {
    const symbols: DocumentSymbol[] = [];
    for (let from = 0; from < criteria.length;) {
        const kind = criteria[from]?.kind;
        let to = from;
        while (to < criteria.length && criteria[to]?.kind === kind) to++;
        const children = criteria.slice(from, to).flatMap((criterion) => criterionSymbol(criterion, file));
        from = to;
        const [first, last] = [children[0], children[children.length - 1]];
        if (first === undefined || last === undefined) continue;
        const range: Range = { start: first.range.start, end: last.range.end };
        const name = kind === 'exclude' ? 'Exclusion criteria' : 'Inclusion criteria';
        symbols.push({ name, detail: String(children.length), kind: SymbolKind.Array, range, selectionRange: first.selectionRange, children });
    }
    return symbols;
}

function criterionSymbol(node: Criterion, file: ParsedFile): DocumentSymbol[] {
    const cohorts = node.cohorts.length > 0 ? ` (for ${node.cohorts.join(', ')})` : '';
    return symbol(node, file, node.name, `${node.title ?? ''}${cohorts}`.trim(), node.kind === 'exclude' ? SymbolKind.Event : SymbolKind.Property);
}

function symbolOf(node: Exclude<Statement, Criterion>, file: ParsedFile): DocumentSymbol[] {
    switch (node.$type) {
        case 'Protocol':
            return symbol(node, file, node.name, node.title ?? '', SymbolKind.Module);
        case 'Cohort':
            return symbol(node, file, node.name, node.title ?? node.kind, SymbolKind.Class);
        case 'Section':
            return section(node, file);
        case 'Definition':
            return symbol(node, file, node.name, 'definition', SymbolKind.Function);
        case 'Term':
            return symbol(node, file, node.name, node.title ?? node.kind, SymbolKind.Constant);
        case 'Assertion':
            return symbol(node, file, node.name, node.title ?? 'assertion', SymbolKind.Boolean);
        case 'PatientCase':
            return symbol(node, file, node.title, 'patient', SymbolKind.Object);
        case 'VocabularyHeader':
            return symbol(node, file, node.name, 'vocabulary', SymbolKind.Package);
        case 'Import':
        case 'Declaration':
        case 'Acceptance':
            return [];
    }
}

function section(node: Section, file: ParsedFile): DocumentSymbol[] {
    return symbol(node, file, `for ${node.cohorts.join(', ')}`, '', SymbolKind.Namespace).map((each) => ({ ...each, children: groups(node.criteria, file) }));
}

// After error recovery a name may be missing, and the protocol allows no empty one.
function symbol(node: AstNode, file: ParsedFile, name: string | undefined, detail: string, kind: SymbolKind): DocumentSymbol[] {
    const cst = node.$cstNode;
    if (cst === undefined) return [];
    const named = propertyPlace(node, 'name') ?? propertyPlace(node, 'title') ?? propertyPlace(node, 'cohorts', 0);
    const range = rangeBetween(file.source, { start: cst.offset, end: cst.end });
    const selectionRange = named === undefined ? range : rangeBetween(file.source, { start: named.offset, end: named.end });
    return [{ name: name === undefined || name.trim() === '' ? '…' : name, detail, kind, range, selectionRange }];
}
