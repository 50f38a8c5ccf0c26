// What of a rule must be seen in its patient text: each number, unit, length of time, point of the timeline, vague word and negation.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Definition } from '@crit-lang/model/criteria/document.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';

export interface Expected {
    /** Texts of which each must occur. */
    texts: string[];
    /** Whether the rule denies something or excepts something. */
    negations: number;
}

/** Words that a patient reads as a denial or an exception. */
export const NEGATION = /\b(?:not|no|none|never|cannot|without|other than|negative|undetectable|fewer|less|still join|at most|younger|below|unless)\b/giu;

const ANCHORS: ReadonlyMap<string, string> = new Map([
    ['screening', 'screening visit'],
    ['consent', 'consent form'],
    ['enrollment', 'join the study'],
    ['leukapheresis', 'blood cells are collected'],
    ['lymphodepletion', 'make room for the new cells'],
    ['infusion', 'study infusion'],
    ['baseline', 'first study visit'],
    ['last follow-up', 'last study check-up'],
]);

function withCommas(number: string): string {
    const [whole = '', decimals] = number.split('.');
    const grouped = whole.length >= 5 ? whole.replace(/\B(?=(\d{3})+$)/gu, ',') : whole;
    return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Collects from any value of the model; definitions are followed with their arguments filled in. */
export function expectedOf(rule: Condition, definitions: readonly Definition[]): Expected {
    const expected: Expected = { texts: [], negations: 0 };
    collect(rule, expected, definitions, new Map(), 0);
    return expected;
}

function collect(value: unknown, to: Expected, definitions: readonly Definition[], parameters: ReadonlyMap<string, Limit>, depth: number): void {
    if (Array.isArray(value))
        value.forEach((item) => {
            collect(item, to, definitions, parameters, depth);
        });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const node = value as Record<string, unknown>;
    if (node['written'] === false || node['form'] === 'ever') return;
    if (node['kind'] === 'not') to.negations++;
    if (node['kind'] === 'unspecified' && typeof node['text'] === 'string') to.texts.push('the source');
    if (node['kind'] === 'vague') to.texts.push(`“${String(node['qualifier'])}”`);
    if (node['kind'] === 'titer') to.texts.push(`${String(node['numerator'])}:${String(node['denominator'])}`);
    if (node['kind'] === 'normal-limit') to.texts.push(node['limit'] === 'ULN' ? 'highest normal value' : 'lowest normal value');
    if (typeof node['factor'] === 'string' && node['factor'] !== '1') to.texts.push(`${node['factor']} times`);
    if (node['kind'] === 'quantity' && typeof node['value'] === 'string') {
        to.texts.push(withCommas(node['value']));
        if (typeof node['unit'] === 'string' && !/^%|years?$/u.test(node['unit'])) to.texts.push(node['unit'].replace(/^x /u, ''));
        if (typeof node['unit'] === 'string' && node['unit'].startsWith('%')) to.texts.push(`${withCommas(node['value'])}%`);
    }
    if (node['kind'] === 'simple') {
        const unit = String(node['unit']);
        to.texts.push(`${String(node['number'])} ${unit === 'half-life' ? 'half-li' : unit}`);
    }
    if (typeof node['name'] === 'string' && 'event' in node) to.texts.push(ANCHORS.get(node['name']) ?? node['name']);
    const bound = node['bound'] as { operator: string; count?: number } | undefined;
    if (typeof bound?.count === 'number' && !(bound.operator === '>=' && bound.count === 1)) to.texts.push(String(bound.count));
    if (Array.isArray(node['except']) && node['except'].length > 0) to.negations++;
    if (node['kind'] === 'parameter') {
        const given = parameters.get(String(node['name']));
        if (given !== undefined && depth < 20) collect(given, to, definitions, new Map(), depth + 1);
    }
    if (node['kind'] === 'reference' && depth < 20) {
        const definition = definitions.find((candidate) => candidate.id === node['definition']);
        if (definition !== undefined && definition.plain.length === 0) {
            const given = (node['arguments'] as Limit[]).map((limit, i): [string, Limit] => [definition.parameters[i] ?? '', limit]);
            collect(definition.rule, to, definitions, new Map(given), depth + 1);
        }
        collect(node['window'], to, definitions, parameters, depth + 1);
        collect(node['refinements'], to, definitions, parameters, depth + 1);
        return;
    }
    for (const [key, member] of Object.entries(node)) if (key !== 'canonical' && key !== 'range') collect(member, to, definitions, parameters, depth);
}
