// The checks that need a generated text report what a registry would refuse, under names that the catalogue has.
import assert from 'node:assert/strict';
import { DOCUMENT_CHECKS } from '@crit-lang/generate/document-checks.js';
import { checkFurther } from '@crit-lang/language/check-further.js';
import { compile } from '@crit-lang/language/compile.js';
import { isDiagnosticName } from '@crit-lang/language/diagnostics/catalogue.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';

const compiled = (text: string) => compile(parseFile('example.crit', text));
const protocol = (criteria: string, title = 'An example'): string => `protocol Example "${title}" {\n  sex all\n}\n${criteria}`;
const findings = (text: string) => DOCUMENT_CHECKS.flatMap((check) => check.run(compiled(text).document));
const names = (text: string) => checkFurther(compiled(text), DOCUMENT_CHECKS).diagnostics.map(({ name }) => name);
const statements = (count: number, length: number): string =>
    Array.from({ length: count }, (_, index) => `include I-${index} {\n  statement "${'word '.repeat(length / 5).trim()}"\n}\n`).join('');

describe('document checks', function () {
    it('have names of the catalogue', function () {
        for (const { name } of DOCUMENT_CHECKS) assert.ok(isDiagnosticName(name), name);
    });

    it('report eligibility criteria of more than 20,000 characters, at the protocol', function () {
        const [found, ...others] = findings(protocol(statements(25, 1000)));
        assert.deepEqual(others, []);
        assert.match(found?.message ?? '', /characters; ClinicalTrials\.gov takes 20,000/);
        assert.deepEqual(
            [found?.range?.start, found?.range?.end],
            [
                { line: 0, character: 0 },
                { line: 0, character: 'protocol Example'.length },
            ],
        );
    });

    it('report a title that is too long', function () {
        const [found] = findings(protocol(statements(1, 100), 'title '.repeat(60)));
        assert.match(found?.message ?? '', /brief title has 3\d\d characters; ClinicalTrials\.gov takes 300/);
    });

    it('are quiet on what fits, and on a file without a protocol', function () {
        assert.deepEqual(findings(protocol(statements(15, 1000))), []);
        assert.deepEqual(findings(statements(25, 1000)), []);
    });

    it('stand among the diagnostics of the file, unless it acknowledges them', function () {
        const long = protocol(statements(25, 1000));
        assert.deepEqual(names(long), ['registry-limit']);
        const accepting = `${long}accept registry-limit "Entered in two parts."\n`;
        assert.deepEqual(names(accepting), []);
        assert.deepEqual(
            checkFurther(compiled(accepting), DOCUMENT_CHECKS).acknowledged.map(({ name }) => name),
            ['registry-limit'],
        );
    });

    it('tell whether an acknowledgement is stale, which the compiler alone cannot', function () {
        const stale = protocol(`${statements(2, 100)}accept registry-limit "Entered in two parts."\n`);
        assert.deepEqual(compiled(stale).diagnostics, []);
        assert.deepEqual(names(stale), ['acknowledgement-stale']);
        // The compiler found what this one is for.
        const age = 'protocol Example "An example" {\n  age from 0.3 years\n}\naccept registry-limit "Rounded in the record."\n';
        assert.deepEqual(names(age), []);
    });

    it('are not asked of a file with errors', function () {
        const found = names(`${protocol(statements(25, 1000))}include X {\n  has nothing of the kind\n}\naccept registry-limit "Entered in two parts."\n`);
        assert.deepEqual(found, ['unknown-term']);
    });

    it('keep what the compiler found, in the order of the text', function () {
        const text = protocol(`${statements(25, 1000)}exclude E-1 {\n  has "severe" infection\n}\n`);
        assert.deepEqual(names(text), ['registry-limit', 'vague-word']);
    });
});
