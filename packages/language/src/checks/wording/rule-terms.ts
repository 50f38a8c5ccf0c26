// Gathers the terms of a rule, and of each the list it stands in.
import type { Condition, MeasureExpression, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Definition } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';

/** A list of the rule: in braces, exceptions, rows of a table. */
export interface RuleList {
    /** Exceptions from a class: what the class covers is not what they name. */
    exceptions: boolean;
}

export interface RuleTerm {
    id: string;
    range: SourceRange | undefined;
    /** Null for a term that stands alone. */
    list: RuleList | null;
    /** The word before it that the protocol does not define, so that it does not cover all that it names. */
    vague: string | null;
    /** The class from which exceptions are taken. */
    excepted: boolean;
}

export interface RuleTerms {
    /** The terms that stand in the rule itself. */
    own: RuleTerm[];
    /** Terms of the definitions that it uses. */
    defined: Set<string>;
}

/** The terms of a rule. */
export function ruleTerms(rule: Condition, definitions: readonly Definition[]): RuleTerms {
    const found: RuleTerms = { own: [], defined: new Set() };
    const byName = new Map(definitions.map((definition) => [nameKey(definition.id), definition]));
    const opened = new Set<string>();
    const openDefinitions = (from: Condition, inside: boolean): void =>
        walkCondition(from, {
            term: (id) => {
                if (inside) found.defined.add(id);
            },
            selection: (selection) => {
                if (inside && selection.term !== null) found.defined.add(selection.term);
            },
            condition: (condition) => {
                const key = condition.kind === 'reference' ? nameKey(condition.definition) : '';
                const definition = byName.get(key);
                if (definition === undefined || opened.has(key)) return;
                opened.add(key);
                openDefinitions(definition.rule, true);
            },
        });
    openDefinitions(rule, false);
    new Collector(found.own).condition(rule, { list: null, vague: null });
    return found;
}

interface Where {
    list: RuleList | null;
    vague: string | null;
}

class Collector {
    constructor(private readonly own: RuleTerm[]) {}

    condition(condition: Condition, where: Where): void {
        const inner: Where = { ...where, list: null };
        switch (condition.kind) {
            case 'all':
            case 'any':
                this.items(condition.of, where);
                break;
            case 'count':
                this.items(
                    condition.items.map((item) => item.condition),
                    where,
                );
                break;
            case 'not':
            case 'repeated':
                this.condition(condition.of, where);
                break;
            case 'vague':
                this.condition(condition.condition, { ...where, vague: condition.qualifier });
                break;
            case 'guard':
                for (const part of [condition.when, condition.then, condition.otherwise]) if (part !== null) this.condition(part, inner);
                break;
            case 'cases':
                for (const row of condition.rows) for (const part of [row.when, row.then]) if (part !== null) this.condition(part, inner);
                break;
            case 'presence':
                this.selection(condition.what, where, condition.range);
                this.refinements(condition.refinements);
                break;
            case 'response':
                this.selection(condition.to, where, condition.range);
                this.refinements(condition.refinements);
                break;
            case 'compare':
                this.measure(condition.left, where, condition.range);
                this.refinements(condition.refinements);
                break;
            case 'change':
                this.measure(condition.measure, where, condition.range);
                this.refinements(condition.refinements);
                break;
            case 'grade':
                this.add(condition.scale, inner, condition.range);
                if (condition.of !== null) this.selection(condition.of, where, condition.range);
                break;
            case 'result':
                this.selection(condition.test, where, condition.range);
                this.refinements(condition.refinements);
                break;
            case 'elapsed':
                this.selection(condition.since, where, condition.range);
                break;
            case 'washout': {
                const list = condition.rows.length > 1 ? { exceptions: false } : null;
                for (const row of condition.rows) this.selection(row.what, { ...where, list }, row.range);
                break;
            }
            case 'meets':
                this.add(condition.criteria, inner, condition.range);
                break;
            case 'fact':
                this.add(condition.term, where, condition.range);
                break;
            default:
                break;
        }
    }

    private items(items: readonly Condition[], where: Where): void {
        // 'age from 18 to 75 years' is taken apart into two comparisons at one place: no list.
        const several = items.length > 1 && new Set(items.map((item) => JSON.stringify(item.range?.start))).size > 1;
        const list = several && items.every((item) => item.kind !== 'guard') ? { exceptions: false } : several ? null : where.list;
        for (const item of items) this.condition(item, { ...where, list });
    }

    private add(id: string | null, { list, vague }: Where, range: SourceRange | undefined, excepted = false): void {
        if (id !== null) this.own.push({ id, range, list, vague, excepted });
    }

    private selection(selection: TermSelection, where: Where, range: SourceRange | undefined): void {
        this.add(selection.term, where, selection.range ?? range, selection.except.length > 0);
        const list = selection.except.length > 1 ? { exceptions: true } : null;
        for (const exception of selection.except) {
            this.selection(exception.selection, { list, vague: null }, exception.range ?? range);
            this.refinements(exception.refinements);
            if (exception.provided !== null) this.condition(exception.provided, { list: null, vague: null });
        }
    }

    private measure(expression: MeasureExpression, where: Where, range: SourceRange | undefined): void {
        if (expression.kind === 'measure') this.add(expression.term, where, range);
        if (expression.kind === 'dose') {
            this.selection(expression.of, where, range);
            this.add(expression.inEquivalentsOf, { ...where, list: null }, range);
        }
        if (expression.kind === 'arithmetic') for (const part of [expression.left, expression.right]) this.measure(part, { ...where, list: null }, range);
    }

    private refinements(refinements: readonly Refinement[]): void {
        for (const refinement of refinements) {
            if ('selection' in refinement) this.selection(refinement.selection, { list: null, vague: null }, refinement.range);
            if ('condition' in refinement) this.condition(refinement.condition, { list: null, vague: null });
        }
    }
}
