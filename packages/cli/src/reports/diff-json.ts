// `diff --format json`: the shape that scripts read.
import type { DiffReport } from '@crit-lang/findings/comparison/diff-report.js';
import { plainDiff } from '@crit-lang/findings/comparison/plain-diff.js';
import { jsonText } from '../terminal/json-text.js';

export function diffJson(report: DiffReport): string {
    return jsonText(plainDiff(report));
}
