// The meaning of a condition of any kind as formulas over facts: the one place that knows all families of conditions.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { meaningOf, plainText } from '../knowledge/meaning.js';
import { windowAt } from '../time/spans.js';
import { compileTable } from './cases.js';
import type { Context } from './context.js';
import { compileElapsed, compileWashout } from './elapsed.js';
import { compileCount, compileGuard, compileQualified, compileReference, compileVague } from './groups.js';
import { compileChange, compileComparison, compileGrade, compileRepeated } from './measurement.js';
import { compileOccurrence } from './occurrence.js';
import { allOf, anyOf, decided, opposite, type Verdict } from './verdicts.js';

/** What takes the vague words before it itself, or passes them on to its parts. */
const TAKES_WORDS: ReadonlySet<Condition['kind']> = new Set([
    'all',
    'any',
    'not',
    'count',
    'repeated',
    'vague',
    'presence',
    'response',
    'result',
    'compare',
    'change',
]);

/** Never throws on a document that fits the JSON Schema. */
export function compileCondition(condition: Condition, context: Context): Verdict {
    const { verdicts } = context.facts;
    if (verdicts === undefined) return compileAnew(condition, context);
    return verdicts.get(condition, context, () => compileAnew(condition, context));
}

function compileAnew(condition: Condition, context: Context): Verdict {
    const { formulas } = context.facts;
    // 'at each of { screening, leukapheresis }' is asked at each of these points.
    if ('window' in condition && condition.window?.points !== undefined && condition.window.points.length > 0) {
        return allOf(
            condition.window.points.map((point) => compileCondition({ ...condition, window: windowAt(point) }, context)),
            formulas,
        );
    }
    if (context.qualifiers.length > 0 && !TAKES_WORDS.has(condition.kind)) return compileQualified(condition, context);
    switch (condition.kind) {
        case 'all':
            return allOf(
                condition.of.map((part) => compileCondition(part, context)),
                formulas,
            );
        case 'any':
            return anyOf(
                condition.of.map((part) => compileCondition(part, context)),
                formulas,
            );
        case 'not':
            return opposite(compileCondition(condition.of, { ...context, polarity: context.polarity === 1 ? -1 : context.polarity === -1 ? 1 : 0 }));
        case 'count':
            return compileCount(condition, context);
        case 'guard':
            return compileGuard(condition, context);
        case 'cases':
            return compileTable(
                condition.rows.map(({ when, then }) => ({ when, then: () => compileCondition(then, context) })),
                context,
            );
        case 'vague':
            return compileVague(condition, context);
        case 'repeated':
            return compileRepeated(condition, context);
        case 'presence':
        case 'response':
        case 'result':
        case 'fact':
        case 'meets':
            return compileOccurrence(condition, context);
        case 'compare':
            return compileComparison(condition, context);
        case 'grade':
            return compileGrade(condition, context);
        case 'change':
            return compileChange(condition, context);
        case 'elapsed':
            return compileElapsed(condition, context);
        case 'washout':
            return compileWashout(condition, context);
        case 'reference':
            return compileReference(condition, context);
        case 'statement': {
            const { class: kind, verb, text, by } = condition;
            if (kind === 'prose') context.opaque(condition, 'It is free text.');
            return decided(context.facts.free(`statement ${meaningOf({ kind, says: verb, text: plainText(text), by })}`));
        }
        case 'unspecified':
            context.opaque(condition, 'The source does not say it.');
            return decided(context.facts.free(`unspecified ${context.criterion} ${plainText(condition.text)}`));
        case 'unresolved':
            context.opaque(condition, 'It could not be read.');
            return decided(context.facts.free(`unresolved ${meaningOf(condition)} ${meaningOf(condition.range ?? null)}`));
    }
}
