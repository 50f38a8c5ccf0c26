// Findings in the form of the editor protocol, and the fixes that are offered for them.
import assert from 'node:assert/strict';
import { codeActions } from '@crit-lang/server/features/code-actions.js';
import type { DiagnosticsOptions } from '@crit-lang/server/features/diagnostics.js';
import { diagnosticsOf } from '@crit-lang/server/features/diagnostics.js';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { TextDocumentEdit } from 'vscode-languageserver-types';
import { longProtocol } from '../support/long-protocol.js';
import { URI, openedAfterProtocol, openedFile, withEdits } from './opened-file.js';
import type { Opened } from './opened-file.js';

const OPTIONS: DiagnosticsOptions = { documentationUrl: null };

/** The text after the first fix at the marked place. */
function fixed({ workspace, uri, text, at }: Opened): { title: string; text: string } {
    const [action] = codeActions(workspace, uri, { start: at, end: at }, OPTIONS);
    const change = action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
    assert.ok(action !== undefined && change !== undefined, 'no fix is offered');
    assert.deepEqual(change.textDocument, { uri, version: 1 });
    return { title: action.title, text: withEdits(text, change.edits) };
}

describe('diagnostics', function () {
    it('have a place, a severity, a stable name and a message', function () {
        const { workspace, uri } = openedAfterProtocol('include I-9 "Nine" { uses nintedinib }');
        const found = diagnosticsOf(workspace, uri, OPTIONS).find(({ message }) => message.includes('nintedinib'));
        assert.ok(found !== undefined);
        assert.equal(found.source, 'crit');
        assert.equal(found.severity, DiagnosticSeverity.Error);
        assert.match(String(found.code), /^(misspelt|unknown)-term$/);
        assert.equal(found.range.end.character - found.range.start.character, 'nintedinib'.length);
        assert.equal(found.codeDescription, undefined);
    });

    it('lead to their page where an address is set', function () {
        const { workspace, uri } = openedAfterProtocol('include I-9 "Nine" { had stroke }');
        const [found] = diagnosticsOf(workspace, uri, { documentationUrl: 'https://example.org/{name}.md' });
        assert.equal(found?.codeDescription?.href, `https://example.org/${found?.code ?? ''}.md`);
    });

    it('name related places', function () {
        const { workspace, uri } = openedAfterProtocol('include I-1 "Again" { has SLE }');
        const found = diagnosticsOf(workspace, uri, OPTIONS).filter(({ relatedInformation }) => relatedInformation !== undefined);
        assert.ok(found.length > 0);
        assert.equal(found[0]?.relatedInformation?.[0]?.location.uri, uri);
    });

    it('have what only a generated text shows, and fixes for it', function () {
        const codes = (text: string) => diagnosticsOf(openedFile(text).workspace, URI, OPTIONS).map(({ code }) => code);
        assert.deepEqual(codes(longProtocol(25)), ['registry-limit']);
        assert.deepEqual(codes(longProtocol(25, true)), []);
        assert.deepEqual(codes(longProtocol(2, true)), ['acknowledgement-stale']);
        const stale = longProtocol(2, true);
        assert.equal(fixed(openedFile(stale.replace('registry-limit', '|registry-limit'))).text.trim(), longProtocol(2).trim());
    });

    it('say of a file that cannot be read why', function () {
        const { workspace, uri } = openedFile(`// ${'x'.repeat(9 * 1024 * 1024)}`);
        const found = diagnosticsOf(workspace, uri, OPTIONS);
        assert.deepEqual(
            found.map(({ code }) => code),
            ['unreadable-file'],
        );
        assert.match(found[0]?.message ?? '', /larger than 8 MB/);
    });

    it('of a file that is not there are none', function () {
        assert.deepEqual(diagnosticsOf(openedFile('').workspace, 'file:///nowhere.crit', OPTIONS), []);
    });
});

describe('fixes', function () {
    it('correct a misspelt name', function () {
        const { title, text } = fixed(openedAfterProtocol('include I-9 "Nine" { uses ninte|dinib }'));
        assert.match(title, /nintedanib/);
        assert.ok(text.endsWith('include I-9 "Nine" { uses nintedanib }'), text);
    });

    it('are offered for the findings that touch the place, and no others', function () {
        const { workspace, uri, positions } = openedAfterProtocol('include I-9 "Nine" {\n  uses ninte|dinib\n  has |SLE\n}');
        const actions = (place: number) => {
            const at = positions[place] ?? { line: 0, character: 0 };
            return codeActions(workspace, uri, { start: at, end: at }, OPTIONS).map(({ title }) => title);
        };
        assert.ok(actions(0).length > 0);
        assert.deepEqual(actions(1), []);
    });

    it('are preferred where a finding has one only', function () {
        const { workspace, uri, at } = openedAfterProtocol('include I-9 "Nine" { creatinine > 1.5 mmHg| }');
        const actions = codeActions(workspace, uri, { start: at, end: at }, OPTIONS);
        assert.ok(actions.length > 1);
        assert.ok(actions.every(({ isPreferred }) => isPreferred === undefined));
    });
});
