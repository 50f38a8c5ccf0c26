// The terms that a rule names in its leaves, in their order: what a criterion "instead of" another one speaks of.
import type { Condition, MeasureExpression } from '@crit-lang/model/criteria/condition.js';

/** Canonical names, each once. */
export function namedTerms(condition: Condition): string[] {
    const found = new Set<string>();
    collect(condition, found);
    return [...found];
}

function collect(condition: Condition, found: Set<string>): void {
    const add = (term: string | null): void => {
        if (term !== null) found.add(term);
    };
    const addMeasured = (measure: MeasureExpression): void => {
        if (measure.kind === 'measure') add(measure.term);
        else if (measure.kind === 'dose') add(measure.of.term);
    };
    switch (condition.kind) {
        case 'all':
        case 'any':
            condition.of.forEach((part) => {
                collect(part, found);
            });
            break;
        case 'not':
        case 'repeated':
            collect(condition.of, found);
            break;
        case 'vague':
            collect(condition.condition, found);
            break;
        case 'count':
            condition.items.forEach((item) => {
                collect(item.condition, found);
            });
            break;
        case 'guard':
            collect(condition.then, found);
            break;
        case 'cases':
            condition.rows.forEach((row) => {
                collect(row.then, found);
            });
            break;
        case 'presence':
            add(condition.what.term);
            break;
        case 'response':
            add(condition.to.term);
            break;
        case 'elapsed':
            add(condition.since.term);
            break;
        case 'result':
            add(condition.test.term);
            break;
        case 'washout':
            condition.rows.forEach((row) => {
                add(row.what.term);
            });
            break;
        case 'compare':
            addMeasured(condition.left);
            break;
        case 'change':
            addMeasured(condition.measure);
            break;
        default:
    }
}
