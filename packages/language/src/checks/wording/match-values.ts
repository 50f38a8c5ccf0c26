// Compares the values of a wording with those of its rule and says which one side has and the other has not.
import type { ComparisonOperator } from '@crit-lang/model/criteria/value.js';
import { Rational } from '@crit-lang/model/exact/rational.js';
import type { SubstanceFacts } from '@crit-lang/model/units/convert.js';
import type { RuleValue } from './stated-values.js';
import type { SpokenValue } from './spoken-value.js';
import { sameSort, sameValue } from './spoken-value.js';
import type { WordingValue } from './wording-values.js';

/** A wording value with the paragraph it stands in. */
export type PlacedValue = WordingValue & { paragraph: number };

export type ValueFinding =
    /** The wording has a value that the rule has not; `rule` is the one that it probably stands against. */
    | { kind: 'wording-only'; wording: PlacedValue; rule: RuleValue | null }
    | { kind: 'rule-only'; rule: RuleValue }
    | { kind: 'comparison'; wording: PlacedValue; rule: RuleValue };

export interface Circumstances {
    /** Lengths of the rule's lists. */
    listLengths: ReadonlySet<number>;
    /** Whether rule or wording deny something there, so that one may bound from the other side. */
    mayBeOpposite: (value: PlacedValue) => boolean;
    substanceOf: (about: ReadonlySet<string>) => SubstanceFacts;
}

/** Each value is held against each: more of them are no criterion, and would cost the square. */
const MOST_VALUES = 1000;

/** The disagreements between two sets of values, in the order of the wording and then of the rule. */
export function matchValues(wording: readonly PlacedValue[], rule: readonly RuleValue[], circumstances: Circumstances): ValueFinding[] {
    if (wording.length > MOST_VALUES || rule.length > MOST_VALUES) return [];
    const same = (a: WordingValue, b: RuleValue): boolean => sameValue(b, a, circumstances.substanceOf(b.about)) || sameDose(a, b);
    const claimed = wording.filter((value) => value.claim);
    const owed = distinct(rule.filter((value) => value.claim && !isOne(value)));
    const findings: ValueFinding[] = [];
    const settled = new Set<SpokenValue>();
    const explained = (value: PlacedValue): boolean => rule.some((other) => !other.claim && same(value, other));
    for (const [spoken, meant] of exchanged(
        claimed.filter((value) => !explained(value)),
        owed,
        same,
    )) {
        settled.add(spoken);
        for (const other of owed)
            if (other.shown === meant.shown && !claimed.some((value) => intersects(value.about, other.about) && same(value, other))) settled.add(other);
        findings.push({ kind: 'wording-only', wording: spoken, rule: meant });
    }
    const missingInRule = claimed.filter(
        (value) => !settled.has(value) && !rule.some((other) => same(value, other)) && !isImplied(value, circumstances.listLengths),
    );
    const missingInWording = owed.filter((value) => !settled.has(value) && !wording.some((other) => same(other, value)));
    for (const value of missingInRule) {
        const partner = onlyOf(bySaying(missingInWording.filter((other) => !settled.has(other) && sameSort(value, other) && mayBeAbout(value, other))));
        const alone = onlyOf(missingInRule.filter((other) => !settled.has(other) && sameSort(value, other))) === value;
        const rival = partner !== null && (alone || intersects(partner.about, value.about)) ? partner : null;
        if (rival !== null) for (const other of missingInWording) if (other.shown === rival.shown) settled.add(other);
        settled.add(value);
        findings.push({ kind: 'wording-only', wording: value, rule: rival });
    }
    for (const value of bySaying(missingInWording.filter((other) => !settled.has(other)))) findings.push({ kind: 'rule-only', rule: value });
    findings.push(
        ...differentComparisons(
            claimed.filter((value) => !settled.has(value)),
            owed.filter((value) => !settled.has(value)),
            same,
            circumstances.mayBeOpposite,
        ),
    );
    return findings;
}

/** Pairs that speak of the same term with different values, while each value occurs on the other side for another term or not at all. */
function exchanged(wording: readonly PlacedValue[], rule: readonly RuleValue[], same: (a: WordingValue, b: RuleValue) => boolean): [PlacedValue, RuleValue][] {
    const pairs: [PlacedValue, RuleValue][] = [];
    for (const spoken of wording) {
        const ofTerm = rule.filter((value) => intersects(value.about, spoken.about));
        if (ofTerm.length === 0 || ofTerm.some((value) => same(spoken, value))) continue;
        const free = ofTerm.filter(
            (value) =>
                sameSort(spoken, value) &&
                !wording.some((other) => intersects(other.about, value.about) && same(other, value)) &&
                !pairs.some(([, taken]) => taken === value),
        );
        // The value is said without its term somewhere else: what belongs to what is not plain.
        const [meant] = free;
        if (meant === undefined || wording.some((other) => other.about.size === 0 && same(other, meant))) continue;
        pairs.push([spoken, meant]);
    }
    return pairs;
}

/** Values that both sides have with bounds that say different things. */
function differentComparisons(
    wording: readonly PlacedValue[],
    rule: readonly RuleValue[],
    same: (a: WordingValue, b: RuleValue) => boolean,
    mayBeOpposite: (value: PlacedValue) => boolean,
): ValueFinding[] {
    const findings: ValueFinding[] = [];
    const reported = new Set<SpokenValue>();
    for (const meant of rule) {
        const partners = nearest(
            wording.filter((spoken) => same(spoken, meant)),
            meant,
        );
        const rivals = nearest(
            rule.filter((other) => partners.some((spoken) => same(spoken, other))),
            meant,
        );
        const [spoken] = partners;
        // Where one side leaves a bound unsaid, or says the value more often, it is not plain which belongs to which.
        if (
            spoken === undefined ||
            meant.operator === null ||
            partners.some(({ operator }) => operator === null) ||
            rivals.some(({ operator }) => operator === null)
        )
            continue;
        if (partners.some((partner) => agree(boundOf(partner), boundOf(meant), mayBeOpposite(partner)))) continue;
        const settledByOthers = partners.every((partner) => rivals.some((rival) => agree(boundOf(partner), boundOf(rival), mayBeOpposite(partner))));
        if (
            (settledByOthers &&
                meant.about.size > 0 &&
                rivals.some((rival) => intersects(rival.about, meant.about) && rival.range?.start.line === meant.range?.start.line)) ||
            reported.has(spoken)
        )
            continue;
        reported.add(spoken);
        findings.push({ kind: 'comparison', wording: spoken, rule: meant });
    }
    return findings;
}

/** Those that are said of the same term, when there are any; else all. */
function nearest<T extends SpokenValue>(values: readonly T[], to: SpokenValue): T[] {
    const ofTerm = values.filter((value) => intersects(value.about, to.about));
    return ofTerm.length > 0 ? ofTerm : [...values];
}

const OPPOSITE: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '<': '>=', '<=': '>', '=': '=', '>=': '<', '>': '<=' };

function agree(wording: ComparisonOperator, rule: ComparisonOperator, mayBeOpposite: boolean): boolean {
    return wording === rule || (mayBeOpposite && OPPOSITE[wording] === rule) || (wording === '=' && rule !== '<' && rule !== '>');
}

function boundOf(value: SpokenValue): ComparisonOperator {
    return value.operator ?? '=';
}

/** "at least one of" says no more than any of; ULN alone is one time ULN. */
function isOne(value: SpokenValue): boolean {
    return value.counted.kind === 'count' && value.value.equals(Rational.ONE) && value.operator !== '<' && value.operator !== '>' && value.about.size === 0;
}

function isImplied(value: PlacedValue, listLengths: ReadonlySet<number>): boolean {
    if (value.counted.kind !== 'count') return false;
    return isOne(value) || (value.about.size === 0 && value.value.compare(Rational.of(1000n)) < 0 && listLengths.has(Number(value.value.toString())));
}

// mg "daily" and mg/day.
function sameDose(wording: WordingValue, rule: RuleValue): boolean {
    if (!wording.daily || wording.counted.kind !== 'unit' || rule.counted.kind !== 'unit') return false;
    const [a, b] = [wording.counted.unit, rule.counted.unit];
    return wording.value.equals(rule.value) && (b.ucum === `${a.ucum}/d` || a.ucum === `${b.ucum}/d`);
}

function mayBeAbout(wording: PlacedValue, rule: RuleValue): boolean {
    return wording.about.size === 0 || rule.about.size === 0 || intersects(wording.about, rule.about);
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
    for (const id of a) if (b.has(id)) return true;
    return false;
}

/** One of those that say the same: a line that says it of several things says it once. */
function bySaying(values: readonly RuleValue[]): RuleValue[] {
    return values.filter((value, index) => values.findIndex((other) => other.shown === value.shown) === index);
}

function onlyOf<T>(items: readonly T[]): T | null {
    return items.length === 1 ? (items[0] ?? null) : null;
}

// A line that was taken apart gives the same value several times.
function distinct(values: readonly RuleValue[]): RuleValue[] {
    const seen = new Set<string>();
    return values.filter((value) => {
        const key = JSON.stringify([value.shown, value.range?.start, [...value.about]]);
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
    });
}
