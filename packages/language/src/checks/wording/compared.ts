// What the parts of the check of the wording hand one another: a text of a criterion beside one of its rules.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Report } from '../../diagnostics/diagnostic.js';
import type { ModelCheckInput } from '../model-checks.js';
import type { Kinship } from './kinship.js';
import type { Paragraph } from './paragraph.js';
import type { RuleNumbers } from './rule-values.js';

export interface Compared {
    input: ModelCheckInput;
    kin: Kinship;
    criterion: Criterion;
    /** The rule, or one of the readings. */
    rule: Condition;
    numbers: RuleNumbers;
    paragraphs: readonly Paragraph[];
    /** The short wording leaves things out on purpose: what it says must be in the rule, not the reverse. */
    called: 'wording' | 'short wording';
    report: (message: string, range: SourceRange, more?: Pick<Partial<Report>, 'related' | 'fixes'>) => void;
}

/** What to do about a disagreement. */
export const ADVICE = 'Correct the one that is wrong; if the difference is meant, acknowledge it with a reason: accept wording-disagrees "…".';

/** Words by which a text says the opposite of what it names. */
const DENIAL = /\b(?:not|no|without|except|unless|excluding|exclude[sd]?|never|neither|nor|cannot|must|free of|other than)\b/i;

/** Whether the rule denies something, or the sentence around a place of the text does: then one may bound from the other side. */
export function mayBeOpposite({ numbers }: Compared, text: string, at: number): boolean {
    const start = Math.max(text.lastIndexOf('.', at - 1), text.lastIndexOf(';', at - 1)) + 1;
    const end = /\.\s|;|$/.exec(text.slice(at))?.index ?? 0;
    return numbers.denies || DENIAL.test(text.slice(start, at + end));
}
