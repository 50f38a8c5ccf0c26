// Whom a criterion and each of its readings are for, as the model says it.
import assert from 'node:assert/strict';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { targetById } from '@crit-lang/generate/targets.js';

const HEADER = `protocol Example "An example" {
  sex all
}
cohort SLE with SLE
cohort RA with rheumatoid arthritis
cohort SSc with SSc
include I-1 {
  has the index disease
}
`;
const READINGS = 'reading narrow for SLE {\n  has stroke\n}\nreading wide {\n  has cancer\n}\n';

function documentOf(criterion: string) {
    const { document, diagnostics } = compile(parseFile('example.crit', `${HEADER}${criterion}`));
    assert.deepEqual(
        diagnostics.filter(({ severity }) => severity === 'error'),
        [],
    );
    return document;
}

function scopes(criterion: string) {
    const found = documentOf(criterion).criteria.find(({ id }) => id === 'E-1');
    return { criterion: found?.cohorts, readings: found?.readings.map(({ cohorts }) => cohorts) };
}

describe('the scope of readings', function () {
    it('leaves that of the criterion as it is written', function () {
        assert.deepEqual(scopes(`exclude E-1 {\n${READINGS}}`), { criterion: null, readings: [['SLE'], null] });
        assert.deepEqual(scopes(`exclude E-1 for SLE, RA {\n${READINGS}}`), { criterion: ['SLE', 'RA'], readings: [['SLE'], null] });
    });

    it('leaves that of the section as it is written', function () {
        assert.deepEqual(scopes(`for SLE, RA {\nexclude E-1 {\n${READINGS}}\n}`), { criterion: ['SLE', 'RA'], readings: [['SLE'], null] });
    });

    it('decides where a text made from the first reading stands; a wording stands where the criterion does', function () {
        const text = (criterion: string) => targetById('registry')?.generate(documentOf(criterion), {}).files[0]?.text ?? '';
        assert.match(text(`exclude E-1 {\n${READINGS}}`), /Exclusion Criteria:\s+SLE cohort:\s+1\. \S*stroke/iu);
        assert.match(text(`exclude E-1 {\nwording "Stroke."\n${READINGS}}`), /Exclusion Criteria:\s+1\. Stroke/u);
    });

    it('counts a reading only for the cohorts it is said of', function () {
        const header = HEADER.replace(
            'has the index disease',
            'reading a for SLE {\n    has the index disease\n  }\n  reading b for RA {\n    has rheumatoid arthritis\n  }',
        );
        const { diagnostics } = compile(parseFile('example.crit', header));
        assert.deepEqual(
            diagnostics.map(({ name, message }) => [name, /SSc/.test(message)]),
            [['cohort-without-diagnosis', true]],
        );
    });
});
