// The checks that read the finished criteria document, in one list; add a check by adding its file here.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { DiagnosticName } from '../diagnostics/catalogue.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { NameScope } from '../resolve/name-scope.js';
import type { ParsedFile } from '../resolve/parsed-file.js';
import { cohortWithoutDiagnosis } from './cohort-without-diagnosis.js';
import { duplicateItem } from './duplicate-item.js';
import { exclusionAsObligation } from './exclusion-as-obligation.js';
import { judgementUndecidable } from './judgement-undecidable.js';
import { recursiveDefinition } from './recursive-definition.js';
import { unfilledHole } from './unfilled-hole.js';
import { unmarkedJudgement } from './unmarked-judgement.js';
import { unusedDefinition } from './unused-definition.js';
import { unusedParameter } from './unused-parameter.js';
import { vagueWord } from './vague-word.js';
import { wordingDisagrees } from './wording-disagrees.js';

export interface ModelCheckInput {
    document: CriteriaDocument;
    scope: NameScope;
    files: readonly ParsedFile[];
    report: (report: Report) => void;
}

/** A check named as in the catalogue, run on the whole document. */
export interface ModelCheck {
    name: DiagnosticName;
    run: (input: ModelCheckInput) => void;
}

export const MODEL_CHECKS: readonly ModelCheck[] = [
    cohortWithoutDiagnosis,
    duplicateItem,
    exclusionAsObligation,
    judgementUndecidable,
    recursiveDefinition,
    unfilledHole,
    unmarkedJudgement,
    unusedDefinition,
    unusedParameter,
    vagueWord,
    wordingDisagrees,
];
