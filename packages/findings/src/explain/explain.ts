// Explains a finding of any kind: the one list of explanations.
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import type { FindingGroup } from '../group-alternatives.js';
import { explainNeverDecisive, explainUnreachable } from './alternatives.js';
import { explainUnguarded, explainUnsatisfiable } from './conflicts.js';
import { explainNeverOrAlways, explainRedundant } from './criteria.js';
import type { Explanation } from './explanation.js';
import { explainAssertion, explainNotDecided, explainOverlap, explainUndeclared } from './protocol.js';
import { explainBoundary, explainSliver } from './values.js';

/** @param group findings that are told as one: alternatives of one list, or one finding of any kind. */
export function explain(group: FindingGroup, analysis: DocumentAnalysis): Explanation {
    const [finding] = group;
    switch (finding.name) {
        case 'cohort-unsatisfiable':
            return explainUnsatisfiable(finding, analysis);
        case 'cohort-unguarded':
            return explainUnguarded(finding, analysis);
        case 'criterion-never-met':
        case 'criterion-always-met':
            return explainNeverOrAlways(finding, analysis);
        case 'criterion-redundant':
            return explainRedundant(finding, analysis);
        case 'alternative-unreachable':
            return explainUnreachable(allOf(group, finding), analysis);
        case 'alternative-never-decisive':
            return explainNeverDecisive(allOf(group, finding), analysis);
        case 'boundary-mismatch':
            return explainBoundary(finding, analysis);
        case 'satisfiable-only-in-a-sliver':
            return explainSliver(finding, analysis);
        case 'cohorts-overlap':
            return explainOverlap(finding, analysis);
        case 'assertion-failed':
            return explainAssertion(finding, analysis);
        case 'knowledge-undeclared':
            return explainUndeclared(finding, analysis);
        case 'not-decided':
            return explainNotDecided(finding, analysis);
    }
}

function allOf<One extends Finding>(group: FindingGroup, first: One): [One, ...One[]] {
    return [first, ...group.slice(1).filter((each): each is One => each.name === first.name)];
}
