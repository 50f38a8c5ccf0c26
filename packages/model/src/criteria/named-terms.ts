// Which terms the rule of a criterion names as its subjects: those for which it stands in place of another criterion.
import type { Condition, MeasureExpression } from './condition.js';

/** The terms, without those of exceptions, refinements and the conditions of guards and tables. */
export function namedTerms(condition: Condition): Set<string> {
    const found = new Set<string>();
    const add = (term: string | null): void => {
        if (term !== null) found.add(term);
    };
    const measure = (expression: MeasureExpression): void => {
        if (expression.kind === 'measure') add(expression.term);
        if (expression.kind === 'dose') add(expression.of.term);
        if (expression.kind === 'arithmetic') [expression.left, expression.right].forEach(measure);
    };
    const visit = (part: Condition): void => {
        switch (part.kind) {
            case 'all':
            case 'any':
                part.of.forEach(visit);
                break;
            case 'not':
            case 'repeated':
                visit(part.of);
                break;
            case 'vague':
                visit(part.condition);
                break;
            case 'count':
                part.items.forEach((item) => visit(item.condition));
                break;
            case 'guard':
                [part.then, ...(part.otherwise === null ? [] : [part.otherwise])].forEach(visit);
                break;
            case 'cases':
                part.rows.forEach((row) => visit(row.then));
                break;
            case 'presence':
                add(part.what.term);
                break;
            case 'response':
                add(part.to.term);
                break;
            case 'compare':
                measure(part.left);
                break;
            case 'change':
                measure(part.measure);
                break;
            case 'grade':
                add(part.of?.term ?? part.scale);
                break;
            case 'result':
                add(part.test.term);
                break;
            case 'meets':
                add(part.criteria);
                break;
            case 'fact':
                add(part.term);
                break;
            case 'elapsed':
                add(part.since.term);
                break;
            case 'washout':
                part.rows.forEach((row) => add(row.what.term));
                break;
            case 'statement':
            case 'unspecified':
            case 'unresolved':
            case 'reference':
                break;
        }
    };
    visit(condition);
    return found;
}
