// What a name in a file refers to: a term, a definition, an anchor, a cohort, a criterion, a grade …
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Clinical, Definition } from '@crit-lang/language/generated/ast.js';
import { nameValue } from '@crit-lang/language/syntax/written-values.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { NameHit } from '@crit-lang/vocabulary/term-index.js';
import type { AstNode } from 'langium';
import type { Place } from './place-at.js';
import { enclosing, isClinical, isDefinition } from './syntax-tree.js';

export type Referent =
    | { kind: 'term'; name: string; hits: NameHit[] }
    | { kind: 'definition'; name: string }
    | { kind: 'parameter'; name: string; definition: Definition }
    | { kind: 'anchor'; name: string }
    | { kind: 'cohort'; id: string }
    | { kind: 'criterion'; id: string }
    | { kind: 'protocol'; id: string }
    | { kind: 'diagnostic'; name: string }
    | { kind: 'grade'; scale: Term; value: string }
    | { kind: 'component'; scale: Term; component: string };

/** What the name at a place refers to; undefined where no name stands, and for names of text only. A name nobody knows is a term without hits. */
export function referentOf(place: Place, compilation: Compilation): Referent | undefined {
    const { node, property } = place;
    const name = nameValue(place.text);
    switch (node.$type) {
        case 'Selection':
            return property === 'name' ? named(node, name, compilation) : undefined;
        case 'NameValue':
            return property === 'name' ? (ofScale(node, name, compilation) ?? named(node, name, compilation)) : undefined;
        case 'Anchor':
            return property === 'name' ? anchor(name, compilation) : undefined;
        case 'TimelineProperty':
        case 'AssessedProperty':
            return property === 'anchors' || property === 'anchor' ? { kind: 'anchor', name } : undefined;
        case 'Definition':
            return property === 'name'
                ? { kind: 'definition', name }
                : property === 'parameters'
                  ? { kind: 'parameter', name, definition: node as Definition }
                  : undefined;
        case 'Protocol':
            return property === 'name' ? { kind: 'protocol', id: name } : undefined;
        case 'Cohort':
            return property === 'name' ? { kind: 'cohort', id: name } : undefined;
        case 'Criterion':
            if (property === 'name' || property === 'replaces') return { kind: 'criterion', id: name };
            break;
        case 'Acceptance':
            if (property === 'criterion') return { kind: 'criterion', id: name };
            if (property === 'diagnostic') return { kind: 'diagnostic', name };
            break;
        case 'Expectation':
            return property === 'criteria' ? { kind: 'criterion', id: name } : undefined;
        case 'TermNames':
            return property === 'names' && (node as { key?: string }).key !== 'components' ? termNamed(name, compilation) : undefined;
    }
    if (property === 'cohorts' || property === 'cohort') return { kind: 'cohort', id: name };
    return property !== null && TERM_PROPERTIES.get(node.$type)?.includes(property) === true ? termNamed(name, compilation) : undefined;
}

/** Properties that hold the name of a term, by type of node. */
const TERM_PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map([
    ['Term', ['name']],
    ['Declaration', ['subject', 'parent', 'right', 'measure', 'names']],
    ['LimitValue', ['measure']],
    ['EquivalentClause', ['name']],
    ['TermEquivalent', ['drug']],
    ['MethodClause', ['method']],
]);

function named(node: AstNode, name: string, compilation: Compilation): Referent {
    const definition = enclosing(node, isDefinition);
    if (definition?.parameters.some((parameter) => nameKey(parameter) === nameKey(name)) === true) return { kind: 'parameter', name, definition };
    const declared = compilation.scope.definition(name);
    if (declared !== undefined) return { kind: 'definition', name: declared.name };
    return ofScale(node, name, compilation) ?? termNamed(name, compilation);
}

function termNamed(name: string, compilation: Compilation): Referent {
    return { kind: 'term', name, hits: compilation.scope.terms.find(name) };
}

function anchor(name: string, compilation: Compilation): Referent {
    const known = compilation.scope.anchor(name);
    return known === undefined ? termNamed(name, compilation) : { kind: 'anchor', name: known };
}

/** A grade or component of the scale that the line speaks of. */
function ofScale(node: AstNode, name: string, compilation: Compilation): Referent | undefined {
    for (let line = enclosing(node, isClinical); line !== undefined; line = enclosing(line.$container, isClinical)) {
        for (const scale of scalesOf(line, compilation)) {
            const value = scale.values?.find((candidate) => nameKey(candidate) === nameKey(name));
            if (value !== undefined) return { kind: 'grade', scale, value };
            const component = scale.components?.find((candidate) => nameKey(candidate) === nameKey(name));
            if (component !== undefined) return { kind: 'component', scale, component };
        }
    }
    return undefined;
}

/** The scales that a line names, as what it speaks of or after 'in'. */
export function scalesOf(line: Clinical, compilation: Compilation): Term[] {
    // After error recovery parts may be missing.
    const { subject, clauses } = line as Partial<Clinical>;
    const operands = [subject, ...(clauses ?? []).flatMap((clause) => (clause.$type === 'InClause' ? [clause.operand] : []))];
    return operands.flatMap((operand) => {
        const name = operand?.$type === 'Selection' ? operand.name : undefined;
        if (name === undefined) return [];
        return compilation.scope.terms.find(name).flatMap(({ term }) => (term.kind === 'grade' ? [term] : []));
    });
}
