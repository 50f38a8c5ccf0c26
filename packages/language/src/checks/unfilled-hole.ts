// unfilled-hole: what the source does not give is listed until it is filled.
import { everyCondition } from './every-condition.js';
import type { ModelCheck } from './model-checks.js';

export const unfilledHole: ModelCheck = {
    name: 'unfilled-hole',
    run({ document, report }) {
        everyCondition(document, (condition, criterion) => {
            if (condition.kind !== 'unspecified' || condition.range === undefined) return;
            report({
                message: `Not given in the source: "${condition.text}". Until it is filled, nobody can be found to meet or fail this part. Replace it by the rule once it is known.`,
                range: condition.range,
                ...(criterion === null ? {} : { criteria: [criterion] }),
            });
        });
    },
};
