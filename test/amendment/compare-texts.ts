// Compares two texts of protocols; both have to be without errors.
import assert from 'node:assert/strict';
import { compareDocuments } from '@crit-lang/analysis/amendment/amendment.js';
import type { AmendmentReport, Change, CriterionChange } from '@crit-lang/analysis/amendment/report.js';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

export function documentOf(text: string, path = 'p.crit'): CriteriaDocument {
    const { document, diagnostics } = compile(parseFile(path, text));
    assert.deepEqual(
        diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message),
        [],
        text,
    );
    return document;
}

const HEADER = 'protocol P { timeline screening, infusion; assessed screening }\n';

/** The texts stand after a common header, where they do not begin with one. */
export function compareTexts(old: string, current: string): AmendmentReport {
    const [before, now] = [old, current].map((text) => documentOf(text.trimStart().startsWith('protocol') ? text : HEADER + text));
    return compareDocuments(before as CriteriaDocument, now as CriteriaDocument);
}

export function changeOf(report: AmendmentReport, id: string): CriterionChange {
    const found = report.criteria.find((each) => (each.new ?? each.old)?.id === id);
    assert.ok(found !== undefined, `there is no ${id}`);
    return found;
}

export const classes = (report: AmendmentReport): [string | null, string | null, Change][] =>
    report.criteria.map(({ old, new: current, change }) => [old?.id ?? null, current?.id ?? null, change]);
