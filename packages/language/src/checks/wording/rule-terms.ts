// Gathers the terms of a rule, and of each whether it stands in a list.
import type { Condition, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { MeasureExpression } from '@crit-lang/model/criteria/condition.js';
import type { Definition } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';

export interface RuleTerm {
    id: string;
    range: SourceRange | undefined;
    /** It is an item of a list, an exception among several, or a row of a table. */
    listed: boolean;
}

export interface RuleTerms {
    /** The terms that stand in the rule itself. */
    own: RuleTerm[];
    /** These, and those of the definitions that it uses. */
    all: Set<string>;
    /** The rule speaks of the index disease. */
    index: boolean;
}

/** The terms of some rules (the readings of a criterion). */
export function ruleTerms(rules: readonly Condition[], definitions: readonly Definition[]): RuleTerms {
    const found: RuleTerms = { own: [], all: new Set(), index: false };
    const byName = new Map(definitions.map((definition) => [nameKey(definition.id), definition]));
    const opened = new Set<string>();
    const everything = (rule: Condition): void =>
        walkCondition(rule, {
            term: (id) => found.all.add(id),
            selection: (selection) => {
                if (selection.index) found.index = true;
                if (selection.term !== null) found.all.add(selection.term);
            },
            condition: (condition) => {
                if (condition.kind !== 'reference' || opened.has(nameKey(condition.definition))) return;
                opened.add(nameKey(condition.definition));
                const definition = byName.get(nameKey(condition.definition));
                if (definition !== undefined) everything(definition.rule);
            },
        });
    for (const rule of rules) {
        everything(rule);
        collect(rule, false, found.own);
    }
    return found;
}

function collect(condition: Condition, listed: boolean, own: RuleTerm[]): void {
    const add = (id: string | null, range: SourceRange | undefined, inList = listed): void => { if (id !== null) own.push({ id, range, listed: inList }); };
    const selection = (chosen: TermSelection, inList = listed): void => {
        add(chosen.term, chosen.range ?? condition.range, inList);
        const several = chosen.except.length > 1;
        for (const exception of chosen.except) {
            selection(exception.selection, several);
            refinements(exception.refinements);
            if (exception.provided !== null) collect(exception.provided, false, own);
        }
    };
    const refinements = (items: readonly Refinement[]): void => {
        for (const item of items) {
            if ('selection' in item) selection(item.selection, false);
            if ('condition' in item) collect(item.condition, false, own);
        }
    };
    const measure = (expression: MeasureExpression): void => {
        if (expression.kind === 'measure') add(expression.term, condition.range);
        if (expression.kind === 'dose') selection(expression.of);
        if (expression.kind === 'arithmetic') [expression.left, expression.right].forEach(measure);
    };
    switch (condition.kind) {
        case 'all':
        case 'any': {
            // The lines of a criterion are no list in braces, but a block inside it is.
            const several = condition.of.length > 1 && condition.of.every((item) => item.kind !== 'guard');
            for (const item of condition.of) collect(item, several, own);
            break;
        }
        case 'count':
            for (const item of condition.items) collect(item.condition, condition.items.length > 1, own);
            break;
        case 'not':
        case 'repeated':
            collect(condition.of, listed, own);
            break;
        case 'vague':
            collect(condition.condition, listed, own);
            break;
        case 'guard':
            collect(condition.when, false, own);
            collect(condition.then, false, own);
            if (condition.otherwise !== null) collect(condition.otherwise, false, own);
            break;
        case 'cases':
            for (const row of condition.rows) {
                if (row.when !== null) collect(row.when, false, own);
                collect(row.then, false, own);
            }
            break;
        case 'presence':
            selection(condition.what);
            refinements(condition.refinements);
            break;
        case 'response':
            selection(condition.to);
            refinements(condition.refinements);
            break;
        case 'compare':
            measure(condition.left);
            refinements(condition.refinements);
            break;
        case 'change':
            measure(condition.measure);
            refinements(condition.refinements);
            break;
        case 'grade':
            if (condition.of !== null) selection(condition.of);
            break;
        case 'result':
            selection(condition.test);
            refinements(condition.refinements);
            break;
        case 'elapsed':
            selection(condition.since);
            break;
        case 'washout':
            for (const row of condition.rows) selection(row.what, condition.rows.length > 1);
            break;
        default:
            break;
    }
}
