// Lines of a criterion become a definition: what is written, where it goes, and what is not offered.
import assert from 'node:assert/strict';
import { extractDefinition } from '@crit-lang/server/features/extract-definition.js';
import { listedTerms } from '@crit-lang/server/features/listed-terms.js';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import { openedAfterProtocol, openedFile, withEdits } from './opened-file.js';
import type { Opened } from './opened-file.js';

function offered({ workspace, uri, positions: [start, end] }: Opened): CodeAction[] {
    assert.ok(start !== undefined && end !== undefined);
    return extractDefinition(workspace, uri, { start, end });
}

function extracted(marked: string): string {
    const opened = openedAfterProtocol(marked);
    const [action] = offered(opened);
    assert.ok(action !== undefined, 'nothing is offered');
    assert.equal(action.kind, 'refactor.extract');
    const [{ edits } = assert.fail('no edit')] = action.edit?.documentChanges as TextDocumentEdit[];
    return withEdits(opened.text, edits).slice(opened.text.indexOf('// own'));
}

describe('extract a definition', function () {
    it('takes the lines that are selected, and puts the definition before the section', function () {
        assert.equal(
            extracted('// own\nfor SLE {\n  include I-2 "Liver" {\n    wording "Liver"\n    |AST <= 3 x ULN\n    ALT <= 3 x ULN|\n    has SLE\n  }\n}\n'),
            '// own\ndefine named condition {\n  AST <= 3 x ULN\n  ALT <= 3 x ULN\n}\n\nfor SLE {\n  include I-2 "Liver" {\n    wording "Liver"\n    named condition\n    has SLE\n  }\n}\n',
        );
    });

    it('says any of where one line alone excludes', function () {
        assert.equal(
            extracted('// own\nexclude E-2 {\n|  has lymphoma\n  has leukemia\n|}\n'),
            '// own\ndefine named condition {\n  any of {\n    has lymphoma\n    has leukemia\n  }\n}\n\nexclude E-2 {\n  named condition\n}\n',
        );
    });

    it('takes a line of a reading', function () {
        const text = extracted('// own\nexclude E-2 {\n  reading one "One" { |has lymphoma| }\n  reading two "Two" { has leukemia }\n}\n');
        assert.match(text, /^\/\/ own\ndefine named condition \{\n.*has lymphoma\n\}\n/);
        assert.match(text, /reading one "One" \{ named condition \}/);
    });

    it('finds another name where that one is taken', function () {
        assert.match(extracted('// own\ndefine named condition { has lymphoma }\nexclude E-2 { |has leukemia| }\n'), /define 'named condition 2' \{/);
    });

    for (const [what, marked] of [
        ['a wording', 'include I-2 { |wording "Words"|\n  has SLE\n}'],
        ['a guarded line', 'include I-2 {\n  |if female { pregnancy test negative }|\n}'],
        ['an empty selection', 'include I-2 { has ||SLE }'],
        ['what is outside of criteria', 'cohort |SSc| with systemic sclerosis'],
    ] as const)
        it(`does not offer it for ${what}`, function () {
            assert.deepEqual(offered(openedAfterProtocol(marked)), []);
        });
});

describe('the list of terms', function () {
    it('has the terms of the file first, in place of shipped ones, and how each is written', function () {
        const { workspace, uri } = openedFile('lab creatinine {\n  unit mg/dL\n  definition "Our own"\n}\n|');
        const terms = listedTerms(workspace, uri);
        assert.deepEqual({ name: terms[0]?.name, definition: terms[0]?.definition }, { name: 'creatinine', definition: 'Our own' });
        assert.equal(terms.filter(({ name }) => name === 'creatinine').length, 1);
        const diabetes = terms.find(({ name }) => name === 'type 1 diabetes');
        assert.equal(diabetes?.insert, "'type 1 diabetes'");
        assert.ok(terms.length > 1500);
    });
});
