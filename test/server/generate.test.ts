// Texts generated in the editor.
import assert from 'node:assert/strict';
import { generate } from '@crit-lang/server/features/generate.js';
import { openedAfterProtocol, openedFile } from './opened-file.js';

describe('generating in the editor', function () {
    for (const target of ['registry', 'patient']) {
        it(`gives the ${target} text, and counts the open findings`, function () {
            const { workspace, uri } = openedAfterProtocol('');
            const answer = generate(workspace, { uri, target });
            assert.ok(!('problem' in answer), JSON.stringify(answer));
            assert.match(answer.files[0]?.text ?? '', /creatinine/);
            assert.equal(typeof answer.openFindings, 'number');
        });
    }

    it('refuses a file with errors, and says where the first is', function () {
        const { workspace, uri } = openedAfterProtocol('include I-9 "Nine" { has unheard-of }');
        const answer = generate(workspace, { uri, target: 'registry' });
        assert.ok('problem' in answer);
        assert.match(answer.problem, /has an error.*line 23/);
    });

    it('tells what there is when a target is unknown, and asks for a file', function () {
        const { workspace, uri } = openedAfterProtocol('');
        assert.match(JSON.stringify(generate(workspace, { uri, target: '__proto__' })), /can generate: registry/);
        assert.ok('problem' in generate(workspace, { uri: 'file:///nowhere.crit', target: 'registry' }));
    });

    it('keeps the place of the file out of the text', function () {
        const { workspace, uri } = openedFile('protocol P "P" {\n  age from 18 years\n}\ninclude I-1 "One" { has SLE }\n');
        const answer = generate(workspace, { uri, target: 'rules' });
        assert.ok('files' in answer);
        assert.ok(!JSON.stringify(answer.files).includes('file:'));
        assert.ok(JSON.stringify(answer.files).includes('trial.crit'));
    });
});
