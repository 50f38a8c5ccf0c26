// unused-parameter: a definition that does not use one of its parameters says the same whatever value is given.
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { partOf, rangeOfPart } from '../syntax/parts.js';
import type { ModelCheck } from './model-checks.js';

export const unusedParameter: ModelCheck = {
    name: 'unused-parameter',
    run({ document, scope, files, report }) {
        for (const definition of document.definitions) {
            if (definition.parameters.length === 0) continue;
            const used = new Set<string>();
            walkCondition(definition.rule, { limit: (limit) => { if (limit.kind === 'parameter') used.add(limit.name); } });
            const declared = scope.definition(definition.id);
            const file = declared === undefined ? undefined : files[declared.file];
            if (declared === undefined || file === undefined) continue;
            definition.parameters.forEach((name, index) => {
                if (used.has(name)) return;
                report({
                    message: `'${name}' is a parameter of '${definition.id}' that its lines do not use, so the value given for it changes nothing. Use it in a comparison, or remove it here and where the definition is used.`,
                    range: rangeOfPart(file.source.asFile(declared.file), declared.node, partOf(declared.node, 'parameters', index)),
                    unnecessary: true,
                });
            });
        }
    },
};
