// Compares two versions of a protocol, as `crit diff` does.
import { compareDocuments } from '@crit-lang/analysis/amendment/amendment.js';
import { diffMarkdown } from '@crit-lang/findings/comparison/diff-markdown.js';
import { diffReport } from '@crit-lang/findings/comparison/diff-report.js';
import type { WrittenVersion } from '@crit-lang/findings/comparison/diff-words.js';
import { plainDiff } from '@crit-lang/findings/comparison/plain-diff.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import type { Comparison, SentVersion } from './messages.js';

/** What changed from the old version to the new one, with patients who are gained and lost. */
export function compareVersions(sent: { readonly old: SentVersion; readonly new: SentVersion }): Comparison {
    const [old, current] = [received(sent.old), received(sent.new)];
    const report = diffReport(compareDocuments(old.document, current.document));
    return { diff: plainDiff(report), markdown: diffMarkdown(report, old, current) };
}

function received({ document, sources }: SentVersion): WrittenVersion {
    return { document: JSON.parse(document) as CriteriaDocument, sources };
}
