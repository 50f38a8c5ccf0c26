// unused-definition: a definition that nothing uses is either left over or a name was mistyped.
import type { ModelCheck } from './model-checks.js';

export const unusedDefinition: ModelCheck = {
    name: 'unused-definition',
    run({ document, scope, report }) {
        if (document.criteria.every((criterion) => criterion.origin !== 'written')) return;
        for (const definition of document.definitions) {
            if (scope.usedDefinitions.has(definition.id) || definition.range === undefined) continue;
            report({ message: `'${definition.id}' is defined and never used. Use it in a criterion, or remove it.`, range: definition.range, unnecessary: true });
        }
    },
};
