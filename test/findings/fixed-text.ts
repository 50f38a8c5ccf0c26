// Findings of a text with their fixes; a text with a fix applied to it, and whether that helped.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import { findingsOf } from '@crit-lang/analysis/questions/questions.js';
import { explain } from '@crit-lang/findings/explain/explain.js';
import { Fixer } from '@crit-lang/findings/fixes/fixes.js';
import type { Fix } from '@crit-lang/findings/report.js';
import { severityOf } from '@crit-lang/findings/severity.js';
import { compile } from '@crit-lang/language/compile.js';
import type { Diagnostic } from '@crit-lang/language/diagnostics/diagnostic.js';
import { formatText } from '@crit-lang/language/format/format.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { SourceText } from '@crit-lang/language/syntax/source-text.js';
import { inRoot } from '../support/repository.js';

export interface FoundWithFixes {
    readonly finding: Finding;
    readonly criteria: readonly string[];
    readonly fixes: readonly Fix[];
}

/** The fixtures with planted defects. */
export function planted(): { name: string; text: string }[] {
    const folder = inRoot('test/fixtures/analysis/planted');
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.crit'));
    return names.sort().map((name) => ({ name, text: fs.readFileSync(path.join(folder, name), 'utf8') }));
}

export function findingsIn(text: string): FoundWithFixes[] {
    const analysis = new DocumentAnalysis(compile(parseFile('p.crit', text)).document);
    const fixer = new Fixer(analysis, [text]);
    return findingsOf(analysis).map((finding) => ({ finding, criteria: explain([finding], analysis).criteria, fixes: fixer.fixesFor(finding) }));
}

/** The text with the edits of a fix, which must not overlap. */
export function applied(text: string, { edits }: Fix): string {
    const source = new SourceText('p.crit', text, 0);
    const places = edits
        .map(({ range, newText }) => ({ start: source.offsetAt(range.start), end: source.offsetAt(range.end), newText }))
        .sort((a, b) => a.start - b.start);
    let [result, from] = ['', 0];
    for (const { start, end, newText } of places) {
        assert.ok(start >= from && end >= start, 'edits overlap');
        result += text.slice(from, start) + newText;
        from = end;
    }
    return result + text.slice(from);
}

/** By cohort, so that a finding that is left in one of two cohorts is no new one. */
const keysOf = ({ finding, criteria }: Pick<FoundWithFixes, 'finding' | 'criteria'>): string[] =>
    (finding.name === 'cohorts-overlap' ? [finding.cohorts.join()] : finding.cohorts).map(
        (cohort) => `${finding.name} [${[...new Set(criteria)].join()}] in ${cohort}`,
    );

/** The fixed text compiles without a new complaint, is laid out as the rest or nearly so, has no new error or warning of the analysis, and not the finding. */
export function assertHelps(text: string, before: readonly FoundWithFixes[], { finding, criteria }: FoundWithFixes, fix: Fix): void {
    const changed = applied(text, fix);
    const what = `${fix.title}\n${changed}`;
    assert.notEqual(changed, text, what);
    assert.deepEqual(
        complaints(changed).filter((each) => !complaints(text).includes(each)),
        [],
        what,
    );
    assert.doesNotMatch(fix.title, /undefined|null|\[object/u);
    const analysis = new DocumentAnalysis(compile(parseFile('p.crit', changed)).document);
    const after = findingsOf(analysis).map((each) => ({ finding: each, criteria: explain([each], analysis).criteria }));
    const known = new Map<string, number>();
    for (const key of before.flatMap(keysOf)) known.set(key, (known.get(key) ?? 0) + 1);
    const found = new Map<string, number>();
    for (const each of after) {
        const severity = severityOf(each.finding);
        if (severity === 'error' || severity === 'warning') for (const key of keysOf(each)) found.set(key, (found.get(key) ?? 0) + 1);
    }
    assert.deepEqual(
        [...found].filter(([key, count]) => count > (known.get(key) ?? 0)),
        [],
        `something new is found\n${what}`,
    );
    // Of several alternatives of one criterion that are dead, one goes at a time.
    for (const key of keysOf({ finding, criteria })) {
        const left = after.flatMap(keysOf).filter((each) => each === key).length;
        assert.ok(left < (known.get(key) ?? 0), `the finding is still there\n${what}`);
    }
    const laidOut = formatText(changed);
    assert.ok('text' in laidOut, what);
    assert.deepEqual(formatText(laidOut.text), { text: laidOut.text });
}

function complaints(text: string): string[] {
    const isGrave = ({ severity }: Diagnostic): boolean => severity === 'error' || severity === 'warning';
    return compile(parseFile('p.crit', text))
        .diagnostics.filter(isGrave)
        .map(({ name, message }) => `${name}: ${message}`);
}
