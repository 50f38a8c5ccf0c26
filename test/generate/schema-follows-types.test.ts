// The JSON Schema of the criteria model and its TypeScript types say the same: walked side by side from the document down.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import ts from 'typescript';
import { inRoot } from '../support/repository.js';

interface Schema {
    $ref?: string;
    $defs?: Record<string, Schema>;
    type?: string | string[];
    const?: unknown;
    enum?: unknown[];
    oneOf?: Schema[];
    anyOf?: Schema[];
    properties?: Record<string, Schema>;
    required?: string[];
    additionalProperties?: boolean;
    items?: Schema | false;
    prefixItems?: Schema[];
}

const root = JSON.parse(fs.readFileSync(inRoot('packages/model/schema/criteria-model.schema.json'), 'utf8')) as Schema;

function resolved(schema: Schema): Schema {
    const name = schema.$ref?.replace('#/$defs/', '');
    if (name === undefined) return schema;
    const found = root.$defs?.[name];
    assert.ok(found, `$defs has no ${name}`);
    return resolved(found);
}

/** The alternatives of a schema, nested ones included. */
function alternatives(schema: Schema): Schema[] {
    const here = resolved(schema);
    const inner = here.oneOf ?? here.anyOf;
    if (inner !== undefined) return inner.flatMap(alternatives);
    if (Array.isArray(here.type)) return here.type.map((type) => ({ ...here, type }));
    return [here];
}

function sameShape(a: Schema, b: Schema): boolean {
    return (
        Object.keys(a.properties ?? {})
            .sort()
            .join() ===
        Object.keys(b.properties ?? {})
            .sort()
            .join()
    );
}

class Walk {
    readonly differences: string[] = [];
    private readonly seen = new Set<string>();

    constructor(private readonly checker: ts.TypeChecker) {}

    compare(type: ts.Type, schema: Schema, path: string): void {
        const variants = alternatives(schema);
        const parts = type.isUnion() ? type.types : [type];
        const literals = parts.flatMap((part) =>
            part.isStringLiteral() || part.isNumberLiteral() ? [part.value] : part.flags & ts.TypeFlags.Null ? [null] : [],
        );
        const allowed = variants.flatMap(
            (variant) =>
                variant.enum ?? (variant.const === undefined || typeof variant.const === 'boolean' ? (variant.type === 'null' ? [null] : []) : [variant.const]),
        );
        if (path !== '') this.same(literals.map(String), allowed.map(String), `${path}: values`);
        if (parts.some((part) => part.flags & ts.TypeFlags.String)) this.hasType(variants, 'string', path);
        if (parts.some((part) => part.flags & ts.TypeFlags.Number)) this.hasType(variants, 'integer', path);
        const objects = parts.filter((part) => part.flags & ts.TypeFlags.Object || part.isIntersection());
        for (const part of objects) this.compareObject(part, variants, path);
    }

    private compareObject(type: ts.Type, variants: readonly Schema[], path: string): void {
        if (this.checker.isTupleType(type) || this.checker.isArrayType(type)) {
            const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
            const array = variants.find((variant) => variant.type === 'array');
            const itemSchema = array?.prefixItems?.[0] ?? (array?.items === false ? undefined : array?.items);
            if (item === undefined || itemSchema === undefined) this.differences.push(`${path}: an array`);
            else this.compare(item, itemSchema, `${path}[]`);
            return;
        }
        const properties = this.checker.getPropertiesOfType(type);
        const names = properties.map((property) => property.name).sort();
        const kind = this.kindOf(type);
        const shapes = variants.filter((variant) => variant.type === 'object' && (kind === null || this.hasKind(variant, kind)));
        const shape =
            shapes.find(
                (variant) =>
                    Object.keys(variant.properties ?? {})
                        .sort()
                        .join() === names.join(),
            ) ?? shapes[0];
        if (shape === undefined) {
            this.differences.push(`${path}: no object for ${this.checker.typeToString(type)}`);
            return;
        }
        const key = `${this.checker.typeToString(type)} ${names.join()}`;
        if (this.seen.has(key)) return;
        this.seen.add(key);
        this.same(names, Object.keys(shape.properties ?? {}).sort(), `${path}: members`);
        const required = properties.filter((property) => !(property.flags & ts.SymbolFlags.Optional)).map((property) => property.name);
        this.same(required.sort(), [...(shape.required ?? [])].sort(), `${path}: required`);
        if (shape.additionalProperties !== false) this.differences.push(`${path}: is not closed`);
        for (const property of properties) {
            // Schemas of the same shape differ in a member's values: a selection has a term, or is the index disease and has none.
            const members = shapes.filter((variant) => sameShape(variant, shape)).flatMap((variant) => variant.properties?.[property.name] ?? []);
            if (members.length > 0) this.compare(this.checker.getTypeOfSymbol(property), { anyOf: members }, `${path}.${property.name}`);
        }
    }

    private kindOf(type: ts.Type): string | null {
        const property = type.getProperty('kind');
        const kind = property === undefined ? undefined : this.checker.getTypeOfSymbol(property);
        return kind?.isStringLiteral() === true ? kind.value : null;
    }

    private hasKind(schema: Schema, kind: string): boolean {
        const member = schema.properties?.['kind'];
        return member?.const === kind || member?.enum?.includes(kind) === true;
    }

    private hasType(variants: readonly Schema[], type: string, path: string): void {
        if (!variants.some((variant) => variant.type === type)) this.differences.push(`${path}: ${type} in the types only`);
    }

    private same(types: readonly string[], schema: readonly string[], what: string): void {
        const [left, right] = [[...new Set(types)].sort().join(), [...new Set(schema)].sort().join()];
        if (left !== right) this.differences.push(`${what}: types '${left}', schema '${right}'`);
    }
}

describe('schema: follows the types', () => {
    it('has the same members, optional ones and values', function () {
        this.timeout(60_000);
        const file = inRoot('packages/model/src/criteria/document.ts');
        const program = ts.createProgram([file], {
            strict: true,
            exactOptionalPropertyTypes: true,
            module: ts.ModuleKind.NodeNext,
            moduleResolution: ts.ModuleResolutionKind.NodeNext,
            target: ts.ScriptTarget.ES2023,
            types: [],
        });
        const checker = program.getTypeChecker();
        const source = program.getSourceFile(file);
        const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
        const document = symbol === undefined ? undefined : checker.getExportsOfModule(symbol).find((exported) => exported.name === 'CriteriaDocument');
        assert.ok(document);
        const walk = new Walk(checker);
        walk.compare(checker.getDeclaredTypeOfSymbol(document), root, '');
        assert.deepEqual(walk.differences, []);
    });
});
