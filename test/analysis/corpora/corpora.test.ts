// The corpora: every planted defect is found and nothing else, and in clean criteria that tempt a checker nothing is found.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import { findingsOf } from '@crit-lang/analysis/questions/questions.js';
import { severityOf } from '@crit-lang/findings/severity.js';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { inRoot } from '../../support/repository.js';
import { criteriaOf, expectationsIn, type Expected, itemOf, lineOf } from './expectations.js';

const CORPORA = inRoot('test/fixtures/analysis');

function fixtures(corpus: 'clean' | 'planted'): { name: string; text: string }[] {
    const folder = path.join(CORPORA, corpus);
    const names = readdirSync(folder).filter((name) => name.endsWith('.crit'));
    return names.sort().map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

function findingsIn(name: string, text: string): Finding[] {
    const { document, diagnostics } = compile(parseFile(name, text));
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    assert.deepEqual(errors, [], 'the fixture compiles');
    return findingsOf(new DocumentAnalysis(document));
}

function fits(finding: Finding, expected: Expected, text: string): boolean {
    // An acknowledgement that is stale is told of by the language, not by the analyser.
    if (finding.name !== expected.name) return false;
    const found = criteriaOf(finding);
    const areSame = finding.name === 'cohorts-overlap' || found.join() === expected.criteria.join() || expected.isOptional;
    const areCohortsSame = expected.cohorts === null || [...finding.cohorts].sort().join() === [...expected.cohorts].sort().join();
    return areSame && areCohortsSame && (expected.item === null || expected.item === itemOf(finding, text));
}

describe('corpora of the analyser', function () {
    for (const corpus of ['planted', 'clean'] as const) {
        describe(corpus, function () {
            for (const { name, text } of fixtures(corpus)) {
                it(name, function () {
                    const expected = expectationsIn(text).filter((each) => each.name !== 'acknowledgement-stale');
                    if (corpus === 'planted') assert.ok(/^\/\/! /mu.test(text), 'a defect is planted');
                    const found = findingsIn(name, text);
                    const missing = expected.filter((each) => !each.isOptional && !found.some((finding) => fits(finding, each, text)));
                    const invented = found.filter((finding) => {
                        // Information is listed only where it is the point of the file.
                        if (corpus === 'planted' && severityOf(finding) === 'information') return false;
                        return !expected.some((each) => fits(finding, each, text));
                    });
                    const shown = found.map((finding) => lineOf(finding, text)).join('\n');
                    assert.deepEqual(missing, [], `not found; found is:\n${shown}`);
                    assert.deepEqual(
                        invented.map((finding) => lineOf(finding, text)),
                        [],
                        'invented',
                    );
                });
            }
        });
    }

    it('has at least 60 files each way', function () {
        assert.ok(fixtures('clean').length >= 60 && fixtures('planted').length >= 60);
    });
});
