// Why a condition has its verdict: a tree that follows the condition, with the facts that were used and what is missing.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Origin } from './patient/facts.js';
import type { Truth, Verdict } from './verdict.js';
import { headingWords } from './words/condition-words.js';

export interface Reason {
    verdict: Verdict;
    /** The part of the rule that this is about, as the document has it. */
    condition: Condition;
    /** The same in words. */
    says: string;
    /** One sentence why, where the parts below do not say it. */
    because: string | null;
    /** The facts of the patient that decided. */
    facts: Origin[];
    /** What would have to be known, one phrase each; only of a leaf that is unknown. */
    missing: string[];
    /** A rule that contradicts itself, or facts that do; each a sentence. */
    defects: string[];
    parts: Reason[];
}

/** What a leaf finds out. */
export interface Judgement {
    verdict: Truth;
    because: string | null;
    facts: Origin[];
    missing: string[];
    defects?: string[];
}

export function leafReason(condition: Condition, { verdict, because, facts, missing, defects = [] }: Judgement): Reason {
    return {
        verdict,
        condition,
        says: headingWords(condition),
        because,
        facts: distinct(facts),
        missing: verdict === 'unknown' ? missing : [],
        defects,
        parts: [],
    };
}

export function groupReason(condition: Condition, verdict: Verdict, parts: Reason[], because: string | null = null, defects: string[] = []): Reason {
    return { verdict, condition, says: headingWords(condition), because, facts: [], missing: [], defects, parts };
}

/** A line that is not for this patient. */
export function notApplicable(condition: Condition, because: string, parts: Reason[] = []): Reason {
    return groupReason(condition, 'not-applicable', parts, because);
}

/** What is missing for a verdict that is unknown, in the order of the rule, each once. */
export function missingIn(reason: Reason): string[] {
    if (reason.verdict !== 'unknown') return [];
    return [...new Set([...reason.missing, ...reason.parts.flatMap(missingIn)])];
}

/** The parts that made the verdict: those that fail a list of which all must hold, those that are unknown where it is unknown, and so on. */
export function decisiveParts({ condition, verdict, parts }: Reason): Reason[] {
    const alike = parts.filter((part) => part.verdict === verdict);
    if (verdict === 'unknown') return alike.length > 0 ? alike : parts;
    const oneSuffices = (condition.kind === 'all' && verdict === 'not-met') || (condition.kind === 'any' && verdict === 'met');
    return oneSuffices ? alike : parts;
}

/** All defects found on the way. */
export function defectsIn(reason: Reason): string[] {
    return [...new Set([...reason.defects, ...reason.parts.flatMap(defectsIn)])];
}

function distinct(origins: readonly Origin[]): Origin[] {
    return origins.filter((origin, index) => origins.findIndex((other) => other.words === origin.words && other.derived === origin.derived) === index);
}
