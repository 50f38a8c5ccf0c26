// Puts any condition of the criteria model into words: one family of sentences a kind.
import type { Condition, Repeated } from '@crit-lang/model/criteria/condition.js';
import { timesText } from './amounts.js';
import { sentence, type Block } from './clause.js';
import { referenceBlock } from './definition-use.js';
import { countBlock } from './counts.js';
import { groupBlock } from './groups.js';
import { casesBlock, guardBlock, suffixed } from './guard.js';
import { words } from './inline.js';
import { changeBlock, elapsedBlock } from './sentences/change.js';
import { comparisonBlock } from './sentences/comparison.js';
import { factBlock, meetsBlock } from './sentences/fact.js';
import { gradeBlock } from './sentences/grade.js';
import { presenceBlock } from './sentences/presence.js';
import { responseBlock } from './sentences/response.js';
import { statementBlock, unresolvedBlock, unspecifiedBlock, vagueBlock } from './sentences/statement.js';
import { testResultBlock } from './sentences/test-result.js';
import { washoutBlock } from './sentences/washout.js';
import { durationText } from './windows.js';
import { inner, type Wording } from './wording.js';

/** A condition, or (`negated`) its contrary, as statements about the patient. */
export function render(condition: Condition, wording: Wording, negated: boolean): Block {
    if (wording.budget.conditions-- <= 0) return sentence(words('this point is too long for this page, so ask the study team'));
    switch (condition.kind) {
        case 'all':
        case 'any':
            return groupBlock(condition.kind, condition.of, wording, negated);
        case 'not':
            return render(condition.of, wording, !negated);
        case 'count':
            return countBlock(condition, wording, negated);
        case 'guard':
            return guardBlock(condition, wording, negated);
        case 'cases':
            return casesBlock(condition, wording, negated);
        case 'vague':
            return vagueBlock(condition, wording, negated);
        case 'repeated':
            return repeatedBlock(condition, wording, negated);
        case 'presence':
            return presenceBlock(condition, wording, negated);
        case 'response':
            return responseBlock(condition, wording, negated);
        case 'compare':
            return comparisonBlock(condition, wording, negated);
        case 'grade':
            return gradeBlock(condition, wording, negated);
        case 'result':
            return testResultBlock(condition, wording, negated);
        case 'meets':
            return meetsBlock(condition, wording, negated);
        case 'fact':
            return factBlock(condition, wording, negated);
        case 'change':
            return changeBlock(condition, wording, negated);
        case 'elapsed':
            return elapsedBlock(condition, wording, negated);
        case 'washout':
            return washoutBlock(condition, wording, negated);
        case 'statement':
            return statementBlock(condition, wording, negated);
        case 'unspecified':
            return unspecifiedBlock(condition);
        case 'reference':
            return referenceBlock(condition, wording, negated);
        case 'unresolved':
            return unresolvedBlock(condition);
    }
}

function repeatedBlock(repeated: Repeated, wording: Wording, negated: boolean): Block {
    const apart = repeated.apart === null ? '' : `, at least ${durationText(repeated.apart)} apart`;
    return suffixed(render(repeated.of, inner(wording), negated), words(` ${timesText(repeated.bound)}${apart}`));
}
