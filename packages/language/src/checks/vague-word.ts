// vague-word: a qualifier without a definition is named, so that sites do not each apply their own.
import { everyCondition } from './every-condition.js';
import type { ModelCheck } from './model-checks.js';

export const vagueWord: ModelCheck = {
    name: 'vague-word',
    run({ document, report }) {
        everyCondition(document, (condition, criterion) => {
            if (condition.kind !== 'vague' || condition.range === undefined) return;
            report({
                message: `"${condition.qualifier}" has no definition in this protocol, so two sites can decide differently about the same participant. Define what it means (a limit, a grade, a list, a window), or acknowledge it with a reason: accept vague-word "…".`,
                range: condition.range,
                ...(criterion === null ? {} : { criteria: [criterion] }),
            });
        });
    },
};
