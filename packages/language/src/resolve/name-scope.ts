// What names mean in a compilation: terms, definitions, parameters, anchors, cohorts, criteria.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { TermIndex } from '@crit-lang/vocabulary/term-index.js';
import type { Definition } from '../generated/ast.js';

/** A definition as declared, with the file it stands in. */
export interface DeclaredDefinition {
    name: string;
    parameters: string[];
    node: Definition;
    file: number;
}

export class NameScope {
    private readonly definitions = new Map<string, DeclaredDefinition>();
    private readonly anchors = new Map<string, string>();
    readonly usedDefinitions = new Set<string>();

    constructor(
        readonly terms: TermIndex,
        definitions: readonly DeclaredDefinition[],
        anchors: readonly string[],
        readonly cohorts: ReadonlySet<string>,
        readonly criteria: ReadonlySet<string>,
    ) {
        for (const definition of definitions) this.definitions.set(nameKey(definition.name), definition);
        for (const anchor of anchors) this.anchors.set(nameKey(anchor), anchor);
    }

    definition(name: string): DeclaredDefinition | undefined {
        return this.definitions.get(nameKey(name));
    }

    definitionNames(): string[] {
        return [...this.definitions.values()].map((definition) => definition.name);
    }

    /** The anchor as the timeline spells it. */
    anchor(name: string): string | undefined {
        return this.anchors.get(nameKey(name));
    }

    anchorNames(): string[] {
        return [...this.anchors.values()];
    }

    term(id: string): Term | undefined {
        return this.terms.byCanonicalName(id);
    }
}
