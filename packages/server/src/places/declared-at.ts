// Where a name is declared in the files of a compilation.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { propertyPlace } from '@crit-lang/language/syntax/parser/syntax-place.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { AstNode } from 'langium';
import type { Referent } from './referent.js';

/** A declaration: the whole of it, and the name in it. Offsets into the text of the file. */
export interface Declared {
    file: ParsedFile;
    whole: { start: number; end: number };
    name: { start: number; end: number };
}

/** Every declaration of what is referred to, in the order of the files; empty for what no file declares. */
export function declarationsOf(referent: Referent, compilation: Compilation): Declared[] {
    return compilation.files.flatMap((file) =>
        declaringNodes(referent, file).flatMap(({ node, property, index }) => declared(file, node, property, index) ?? []),
    );
}

interface DeclaringNode {
    node: AstNode;
    property: string;
    index?: number;
}

// Criteria that follow from the header or a cohort are declared by these.
function declaringNodes(referent: Referent, file: ParsedFile): DeclaringNode[] {
    const { symbols } = file;
    const withName = (nodes: readonly (AstNode & { name: string })[], name: string): DeclaringNode[] =>
        nodes.filter((node) => sameName(node.name, name)).map((node) => ({ node, property: 'name' }));
    switch (referent.kind) {
        case 'term':
            return referent.hits.flatMap(({ term }) => withName(symbols.terms, term.id));
        case 'grade':
        case 'component':
            return withName(symbols.terms, referent.scale.id);
        case 'definition':
            return withName(symbols.definitions, referent.name);
        case 'parameter':
            return symbols.definitions
                .filter((node) => node === referent.definition)
                .map((node) => ({ node, property: 'parameters', index: node.parameters.findIndex((parameter) => sameName(parameter, referent.name)) }));
        case 'anchor':
            return symbols.protocols.flatMap((protocol) =>
                protocol.properties.flatMap((property) => {
                    const index = property.$type === 'TimelineProperty' ? property.anchors.findIndex((anchor) => sameName(anchor, referent.name)) : -1;
                    return index < 0 ? [] : [{ node: property, property: 'anchors', index }];
                }),
            );
        case 'cohort':
            return symbols.cohorts.filter(({ name }) => name === referent.id).map((node) => ({ node, property: 'name' }));
        case 'criterion':
            if (referent.id.startsWith('protocol.')) return symbols.protocols.map((node) => ({ node, property: 'name' }));
            if (referent.id.endsWith('.index')) return declaringNodes({ kind: 'cohort', id: referent.id.slice(0, -'.index'.length) }, file);
            return symbols.criteria.filter(({ node }) => node.name === referent.id).map(({ node }) => ({ node, property: 'name' }));
        case 'protocol':
            return withName(symbols.protocols, referent.id);
        case 'diagnostic':
            return [];
    }
}

// A name is missing where error recovery filled a gap.
function sameName(a: string | undefined, b: string): boolean {
    return a !== undefined && nameKey(a) === nameKey(b);
}

function declared(file: ParsedFile, node: AstNode, property: string, index: number | undefined): Declared | undefined {
    const whole = node.$cstNode;
    const name = propertyPlace(node, property, index);
    if (whole === undefined || name === undefined) return undefined;
    return { file, whole: { start: whole.offset, end: whole.end }, name: { start: name.offset, end: name.end } };
}
