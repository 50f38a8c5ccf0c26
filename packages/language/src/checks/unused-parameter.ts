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
            let readable = true;
            walkCondition(definition.rule, {
                condition: (condition) => {
                    if (condition.kind === 'unresolved') readable = false;
                },
                limit: (limit) => {
                    if (limit.kind === 'parameter') used.add(limit.name);
                    if (limit.kind === 'quantity' && limit.canonical === null) readable = false;
                },
            });
            // A name that could not be read may be the parameter, mistyped.
            if (!readable) continue;
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
