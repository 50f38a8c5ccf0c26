// The checks that need a generated text report what a registry would refuse, under names that the catalogue has.
import assert from 'node:assert/strict';
import { DOCUMENT_CHECKS, documentFindings } from '@crit-lang/generate/document-checks.js';
import { compile } from '@crit-lang/language/compile.js';
import { isDiagnosticName } from '@crit-lang/language/diagnostics/catalogue.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';

const document = (criteria: string, title = 'An example') =>
    compile(parseFile('example.crit', `protocol Example "${title}" {\n  sex all\n}\n${criteria}`)).document;
const statements = (count: number, length: number): string =>
    Array.from({ length: count }, (_, index) => `include I-${index} {\n  statement "${'word '.repeat(length / 5).trim()}"\n}\n`).join('');

describe('document checks', function () {
    it('have names of the catalogue', function () {
        for (const { name } of DOCUMENT_CHECKS) assert.ok(isDiagnosticName(name), name);
    });

    it('report eligibility criteria of more than 20,000 characters, at the protocol', function () {
        const [found, ...others] = documentFindings(document(statements(25, 1000)));
        assert.deepEqual(others, []);
        assert.equal(found?.name, 'registry-limit');
        assert.match(found.message, /characters; ClinicalTrials\.gov takes 20,000/);
        assert.deepEqual(
            [found.range?.start, found.range?.end],
            [
                { line: 0, character: 0 },
                { line: 0, character: 'protocol Example'.length },
            ],
        );
    });

    it('report a title that is too long', function () {
        const [found] = documentFindings(document(statements(1, 100), 'title '.repeat(60)));
        assert.match(found?.message ?? '', /brief title has 3\d\d characters; ClinicalTrials\.gov takes 300/);
    });

    it('are quiet on what fits, and on a file without a protocol', function () {
        assert.deepEqual(documentFindings(document(statements(15, 1000))), []);
        assert.deepEqual(documentFindings(compile(parseFile('example.crit', statements(25, 1000))).document), []);
    });
});
