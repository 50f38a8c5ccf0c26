// all of, any of, not, so many of a list, if and unless, definitions, and conditions under a word that nothing defines.
import type { Condition, Count, Guard, Reference, Vague } from '@crit-lang/model/criteria/condition.js';
import type { CountBound } from '@crit-lang/model/criteria/value.js';
import { FALSE, type Formula, type Formulas, not } from '../encode/formulas.js';
import type { MemberOccurrence } from '../facts/queries.js';
import { meaningOf, plainText, termKey } from '../knowledge/meaning.js';
import type { Context } from './context.js';
import { membersOf, type Occurring } from './occurrence.js';
import { choose, decided, NEVER_APPLIES, type Verdict } from './verdicts.js';

export function compileGuard({ form, when, then, otherwise }: Guard, context: Context): Verdict {
    const situation = context.compile(when, { ...context, polarity: 0, qualifiers: [] });
    const applies = form === 'if' ? situation.met : situation.unmet;
    const other = otherwise === null ? NEVER_APPLIES : context.compile(otherwise, context);
    return choose(applies, context.compile(then, context), other, context.facts.formulas);
}

export function compileReference(condition: Reference, context: Context): Verdict {
    const definition = context.knowledge.definition(condition.definition);
    if (definition === undefined || context.definitions.includes(termKey(definition.id))) {
        context.opaque(condition, 'The definition is not known, or uses itself.');
        return decided(context.facts.free(`definition ${termKey(condition.definition)}`));
    }
    const bindings = new Map(
        definition.parameters.flatMap((name, index) => {
            const value = condition.arguments[index];
            if (value === undefined) return [];
            return [[name, value.kind === 'parameter' ? (context.bindings.get(value.name) ?? value) : value] as const];
        }),
    );
    const window = condition.window ?? context.window;
    const inside: Context = { ...context, bindings, window, definitions: [...context.definitions, termKey(definition.id)] };
    const body = context.compile(definition.rule, inside);
    if (condition.refinements.length === 0) return body;
    // What narrows a definition is a fact of its own, which implies it.
    const narrowed = context.facts.free(`definition ${meaningOf(condition)}`);
    return { ...body, met: context.facts.formulas.and([body.met, narrowed]), unmet: context.facts.formulas.or([body.unmet, not(narrowed)]) };
}

/** A word that nothing defines makes a fact of its own, which implies what stands under it. */
export function compileVague({ qualifier, condition }: Vague, context: Context): Verdict {
    const qualifiers = [...context.qualifiers, qualifier];
    switch (condition.kind) {
        case 'vague':
        case 'presence':
        case 'response':
        case 'result':
        case 'all':
        case 'any':
        case 'not':
        case 'count':
        case 'repeated':
        case 'compare':
        case 'change':
            return context.compile(condition, { ...context, qualifiers });
        default:
            return compileQualified(condition, { ...context, qualifiers });
    }
}

/** What takes no words itself (a grade, a statement) and stands under some. */
export function compileQualified(condition: Condition, context: Context): Verdict {
    const { qualifiers } = context;
    const inner = context.compile(condition, { ...context, qualifiers: [] });
    const said = context.facts.free(`"${qualifiers.map(plainText).join('" "')}" ${meaningOf(condition)}`);
    const { formulas } = context.facts;
    return { ...inner, met: formulas.and([inner.met, said]), unmet: formulas.or([inner.unmet, formulas.and([inner.met, not(said)])]) };
}

export function compileCount(condition: Count, context: Context): Verdict {
    const { formulas } = context.facts;
    const parts = condition.items.map((item) => context.compile(item.condition, context));
    const inapplicable = parts.length === 0 ? FALSE : formulas.and(parts.map((part) => part.inapplicable));
    const hasMembers = condition.items.some(({ counts }) => counts === 'members');
    const items = hasMembers ? membersAmong(condition, parts, context) : parts.map((part) => formulas.and([part.met, not(part.inapplicable)]));
    const counted = boundOn(items, condition.bound, formulas);
    // Seen together at one assessment: a fact of its own, which implies that each was seen.
    const together = condition.together ? context.facts.free(`together ${meaningOf(condition)} ${meaningOf(context.index)}`) : null;
    const met = together === null ? counted : formulas.and([counted, together]);
    return choose(inapplicable, NEVER_APPLIES, decided(met), formulas);
}

function boundOn(items: readonly Formula[], { operator, count }: CountBound, formulas: Formulas): Formula {
    switch (operator) {
        case '>=':
            return formulas.atLeast(count, items);
        case '>':
            return formulas.atLeast(count + 1, items);
        case '<=':
            return formulas.atMost(count, items);
        case '<':
            return formulas.atMost(count - 1, items);
        case '=':
            return formulas.exactly(count, items);
    }
}

/** Each distinct member once over the whole list; what stands for any number of members may count as often as the bound can tell. */
function membersAmong(condition: Count, parts: readonly Verdict[], context: Context): Formula[] {
    const { formulas } = context.facts;
    const members = new Map<string, { ways: Formula[]; isOne: boolean }>();
    const single: Formula[] = [];
    const items = condition.items.map((item, index) => ({ ...item, index }));
    // Classes first, so that an item of its own that is one of their members is known to be, wherever it stands in the list.
    const inOrder = [...items.filter(({ counts }) => counts === 'members'), ...items.filter(({ counts }) => counts !== 'members')];
    inOrder.forEach(({ counts, condition: item, index }) => {
        const found = memberOccurrences(item, context);
        const isMember = counts === 'members' || (found?.length === 1 && members.has(found[0]?.member ?? ''));
        if (found === null || !isMember) {
            single.push(formulas.and([parts[index]?.met ?? FALSE, not(parts[index]?.inapplicable ?? FALSE)]));
            return;
        }
        for (const { member, occurs, isOne } of found) {
            const known = members.get(member);
            if (known === undefined) members.set(member, { ways: [occurs], isOne });
            else known.ways.push(occurs);
        }
    });
    const most = condition.bound.count + 1;
    return [
        ...single,
        ...[...members].flatMap(([member, { ways, isOne }]) => {
            const occurs = formulas.or(ways);
            if (isOne) return [occurs];
            // A second, third … member that is not told apart from the first: each needs the one before.
            const steps = [occurs];
            for (let number = 2; number <= most; number++) {
                const another = context.facts.free(`member ${number} ${member} ${meaningOf(condition)} ${meaningOf(context.index)}`);
                formulas.addLemma([not(another), steps.at(-1) as Formula]);
                steps.push(another);
            }
            return steps;
        }),
    ];
}

function memberOccurrences(condition: Condition, context: Context): readonly MemberOccurrence[] | null {
    const { members } = context.facts;
    return members === undefined ? readMembers(condition, context) : members.get(condition, context, () => readMembers(condition, context));
}

function readMembers(condition: Condition, context: Context): readonly MemberOccurrence[] | null {
    switch (condition.kind) {
        case 'presence':
        case 'response':
        case 'result':
            return membersOf(condition satisfies Occurring, context);
        case 'vague':
            return memberOccurrences(condition.condition, { ...context, qualifiers: [...context.qualifiers, condition.qualifier] });
        default:
            return null;
    }
}
