// Says of which components of a scale a grade is meant: 'BILAG(renal)', 'in at least 1 of { any BILAG organ system except { … } }'.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { Clinical, Expression, InClause, Selection } from '../../generated/ast.js';
import { reportComponentMissing, reportNotAComponent } from '../../checks/clause-does-not-fit.js';
import { reportCountExceedsList } from '../../checks/count-exceeds-list.js';
import { reportEmptyList } from '../../checks/empty-list.js';
import { reportArgumentsNotTaken, reportDoseNotCompared, reportOtherThanNothing, reportVagueNotTaken } from '../../checks/part-not-taken.js';
import { reportUnknownComponent } from '../../checks/unknown-term.js';
import { recovered } from '../../syntax/recovered.js';
import type { Lowering } from '../lowering.js';
import { reportMoreThanName } from '../name-only.js';
import { selectionOf } from '../named-items.js';
import { boundOperator } from '../time.js';

/** The grade said of each component that is meant, joined as the line says. */
export function selectComponents(
    lowering: Lowering,
    node: Clinical,
    subject: Selection,
    scale: Term,
    clause: InClause | undefined,
    about: (component: string | null) => Condition,
): Condition {
    const place = lowering.at(node);
    const argument = recovered(subject).arguments?.[0];
    if (argument !== undefined) {
        const component = componentNamed(lowering, scale, argument.$cstNode?.text ?? '', argument);
        return component === undefined ? { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place } : about(component);
    }
    if (clause === undefined) {
        if ((scale.components ?? []).length > 0) reportComponentMissing(lowering, node, scale);
        return about(null);
    }
    const operand = recovered(clause).operand;
    if (operand?.$type === 'Group') {
        if (operand.items.length === 0) {
            reportEmptyList(lowering, operand);
            return { kind: 'unresolved', text: node.$cstNode?.text ?? '', ...place };
        }
        const chosen = [...new Set(operand.items.flatMap((item) => componentsOf(lowering, scale, item)))];
        const conditions = chosen.map(about);
        if (operand.bound !== undefined) {
            const bound = { operator: boundOperator(operand.bound), count: Number(operand.count ?? '0') };
            const items = conditions.map((condition) => ({ counts: 'one' as const, condition }));
            reportCountExceedsList(lowering, operand, bound, items);
            return { kind: 'count', bound, items, together: false, ...place };
        }
        if (operand.quantifier === 'any of') return { kind: 'any', of: conditions, ...place };
        if (operand.quantifier === 'none of') return { kind: 'not', of: { kind: 'any', of: conditions, ...place }, ...place };
        return { kind: 'all', of: conditions, ...place };
    }
    if (operand?.$type === 'Selection') {
        const conditions = componentsOfSelection(lowering, scale, operand).map(about);
        if (conditions.length === 1 && conditions[0] !== undefined) return conditions[0];
        return { kind: 'any', of: conditions, ...place };
    }
    return about(null);
}

function componentsOf(lowering: Lowering, scale: Term, item: Expression): string[] {
    const selection = selectionOf(item);
    if (selection === undefined) reportNotAComponent(lowering, item, scale);
    return selection === undefined ? [] : componentsOfSelection(lowering, scale, selection);
}

function componentsOfSelection(lowering: Lowering, scale: Term, selection: Selection): string[] {
    const name = recovered(selection).name ?? '';
    const named = nameKey(name) !== nameKey(scale.componentName ?? `${scale.id} component`);
    reportComponentParts(lowering, selection, named);
    const all = scale.components ?? [];
    const excepted = new Set(
        (recovered(selection).exceptions ?? []).flatMap((exception) => {
            const selections = exception.single === undefined ? exception.items.map((item) => recovered(item).selection) : [exception.single];
            return selections.flatMap((part) => (part === undefined ? [] : (componentNamed(lowering, scale, recovered(part).name ?? '', part) ?? [])));
        }),
    );
    if (!named) return all.filter((component) => !excepted.has(component));
    const component = componentNamed(lowering, scale, name, selection);
    return component === undefined ? [] : [component];
}

// 'any' and exceptions select from all components; of a single one nothing more is said than its name.
function reportComponentParts(lowering: Lowering, selection: Selection, named: boolean): void {
    const { vague, quantity, doseOf, arguments: values = [] } = recovered(selection);
    if (named) reportMoreThanName(lowering, selection, [], 'a component of the scale');
    else if (doseOf === true) reportDoseNotCompared(lowering, selection);
    else if (quantity === 'any other') reportOtherThanNothing(lowering, selection);
    else if (values.length > 0) reportArgumentsNotTaken(lowering, selection);
    if (vague !== undefined) reportVagueNotTaken(lowering, selection);
}

function componentNamed(lowering: Lowering, scale: Term, name: string, node: Selection | Expression | { $cstNode?: unknown }): string | undefined {
    const found = (scale.components ?? []).find((component) => nameKey(component) === nameKey(name.replace(/^'|'$/g, '')));
    if (found === undefined) {
        reportUnknownComponent(lowering, node as Selection, name, scale);
    }
    return found;
}
