// How grave a finding is: the default of its name, changed where the finding itself is graver or lighter.
import type { Finding } from '@crit-lang/analysis/questions/finding.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export function severityOf(finding: Finding): Severity {
    switch (finding.name) {
        case 'cohort-unsatisfiable':
        case 'assertion-failed':
            return 'error';
        // A criterion that keeps everybody out is an error, whichever way it does so; one that does nothing is not.
        case 'criterion-never-met':
        case 'criterion-always-met':
            return finding.passes === 'nobody' ? 'error' : 'warning';
        case 'alternative-unreachable':
        case 'alternative-never-decisive':
        case 'cohort-unguarded':
        case 'boundary-mismatch':
            return 'warning';
        case 'cohorts-overlap':
            return finding.isForbidden ? 'warning' : 'information';
        case 'knowledge-undeclared':
            return 'information';
        case 'criterion-redundant':
        case 'satisfiable-only-in-a-sliver':
        case 'not-decided':
            return 'hint';
    }
}
