// Which facts two rules ask about: where they have none in common, being met by one says nothing of the other.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Endpoint } from '@crit-lang/model/criteria/time.js';
import { Mentions } from '../facts/mentions.js';
import { measureKey } from '../facts/measures.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { meaningOf, plainText, termKey } from '../knowledge/meaning.js';
import { namedIn } from '../knowledge/selection.js';
import { type Part, passFormula } from '../subjects/part.js';
import type { Span } from '../time/spans.js';

interface Asked {
    readonly kind: 'occurrence' | 'value' | 'free';
    /** What is asked about, whenever it is. */
    readonly what: string;
    /** Names of the points in time that it is asked for. */
    readonly when: readonly string[];
    readonly terms: readonly string[];
}

/** Whether neither of the two can be held against the other: what they ask apart from the lines they share has no fact in common. */
export function areIncomparable(old: Part, current: Part, knowledge: Knowledge): boolean {
    const [before, now] = differingRules(old.rule, current.rule);
    if (before === null || now === null) return false;
    const [ones, others] = [askedIn(old, before, knowledge), askedIn(current, now, knowledge)];
    if (ones.length === 0 || others.length === 0) return false;
    const isSame = (one: Asked, other: Asked): boolean =>
        one.kind === other.kind && (one.what === other.what || one.terms.some((a) => other.terms.some((b) => knowledge.isA(a, b) || knowledge.isA(b, a))));
    const same = ones.flatMap((one) => others.filter((other) => isSame(one, other)).map((other) => ({ one, other })));
    if (same.some(({ one, other }) => one.when.length + other.when.length === 0 || one.when.some((point) => other.when.includes(point)))) return false;
    // The same at other points in time.
    if (same.length > 0) return true;
    // Who has one disease and not the other one is a patient as any; who has one value and not the other is not: both are measured in everybody.
    return [...ones, ...others].some(({ kind }) => kind !== 'occurrence');
}

/** The rules without the lines that stand in both; null for nothing left. */
function differingRules(old: Condition, current: Condition): [Condition | null, Condition | null] {
    if (!('of' in old) || !('of' in current) || old.kind !== current.kind || !Array.isArray(old.of) || !Array.isArray(current.of)) return [old, current];
    const [before, now] = [old.of, current.of].map((lines) => new Set(lines.map(meaningOf)));
    const rest = (rule: Condition & { of: Condition[] }, other: ReadonlySet<string> | undefined): Condition | null => {
        const of = rule.of.filter((line) => other?.has(meaningOf(line)) !== true);
        return of.length === 0 ? null : ({ ...rule, of } as Condition);
    };
    const [one, other] = [rest(old as Condition & { of: Condition[] }, now), rest(current as Condition & { of: Condition[] }, before)];
    return [one, other];
}

function askedIn(part: Part, rule: Condition, knowledge: Knowledge): Asked[] {
    const mentions = new Mentions();
    passFormula(part, mentions, undefined, rule);
    return [
        ...mentions.occurrences.map(({ track, what, span }): Asked => {
            const terms = what.term === null ? [] : [termKey(what.term)];
            return { kind: 'occurrence', what: `${track} ${namedIn(what)[0] ?? ''}`, when: pointsOf(span), terms };
        }),
        ...mentions.values.map(({ expression, scale, span, method, circumstance }): Asked => {
            const isLinked =
                scale !== 'titer' &&
                expression.kind === 'measure' &&
                (['ULN', 'LLN'] as const).some((limit) => knowledge.normalLimit(expression.term, limit) !== null);
            const how = [isLinked ? '' : scale, plainText(method ?? ''), plainText(circumstance ?? '')];
            return { kind: 'value', what: `${measureKey(expression)} ${how.join(' ')}`, when: pointsOf(span), terms: [] };
        }),
        ...mentions.grades.map(({ scale, component, of, span }): Asked => ({
            kind: 'value',
            what: `grade ${termKey(scale)} ${component ?? ''} ${of?.term ?? ''}`.toLowerCase(),
            when: pointsOf(span),
            terms: [],
        })),
        ...[...mentions.others].map((key): Asked => ({ kind: 'free', what: key, when: [], terms: [] })),
    ];
}

function pointsOf({ from, to }: Span): string[] {
    const name = (point: Pick<Endpoint, 'anchor'> | null): string[] =>
        point === null ? [] : [`${point.anchor.event ?? ''} ${point.anchor.name.toLowerCase()}`];
    return [...new Set([...name(from), ...name(to)])];
}
