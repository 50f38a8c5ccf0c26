// Reports scales of which the wording names other grades than the rule takes.
import type { Compared } from './compared.js';
import { ADVICE, mayBeOpposite } from './compared.js';
import { ruleGrades, sameGrades, wordingGrades } from './grades.js';

export function compareGrades(compared: Compared): void {
    const { input, rule, paragraphs, called, report } = compared;
    const scales = ruleGrades(rule, (id) => input.scope.term(id));
    for (const { scale, accepted, range } of scales) {
        const values = scale.values ?? [];
        const shown = (grades: ReadonlySet<number>): string => values.filter((_, index) => grades.has(index)).join(', ');
        for (const { placed, plain, terms } of paragraphs) {
            const found = wordingGrades(plain, terms, scale, scales.length === 1);
            if (found === null || sameGrades(found.named, accepted, values.length, mayBeOpposite(compared, plain, found.start))) continue;
            report(
                `The ${called} names ${scale.id} ${shown(found.named)}, and the rule takes ${shown(accepted)}. ${ADVICE}`,
                placed.rangeOf(found.start, found.end),
                {
                    related: range === undefined ? [] : [{ range, message: `The rule: ${shown(accepted)}` }],
                },
            );
        }
    }
}
