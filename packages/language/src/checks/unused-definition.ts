// unused-definition: a definition that nothing uses is either left over or a name was mistyped.
import { partOf, rangeOfPart } from '../syntax/parts.js';
import { removalOfStatement } from '../syntax/removal.js';
import type { ModelCheck } from './model-checks.js';

export const unusedDefinition: ModelCheck = {
    name: 'unused-definition',
    run({ document, scope, files, report }) {
        // A file of definitions alone is there to be imported.
        if (document.criteria.every((criterion) => criterion.origin !== 'written')) return;
        for (const definition of document.definitions) {
            const declared = scope.definition(definition.id);
            const file = declared === undefined ? undefined : files[declared.file];
            if (scope.usedDefinitions.has(definition.id) || declared === undefined || file === undefined) continue;
            const source = file.source.asFile(declared.file);
            const { node } = declared;
            const whole = { offset: node.$cstNode?.offset ?? 0, end: node.$cstNode?.end ?? 0 };
            report({
                message: `'${definition.id}' is defined and never used, so it changes nothing. Use it in a criterion, or remove it.`,
                range: rangeOfPart(source, node, partOf(node, 'name')),
                unnecessary: true,
                fixes: [{ title: `Remove the definition '${definition.id}'`, edits: [removalOfStatement(source, whole)] }],
            });
        }
    },
};
