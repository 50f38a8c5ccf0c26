// Renaming what files declare, in all files, and what is refused.
import assert from 'node:assert/strict';
import { prepareRename, rename } from '@crit-lang/server/features/rename.js';
import type { TextDocumentEdit } from 'vscode-languageserver-types';
import type { Opened } from './opened-file.js';
import { FOLDER, PROTOCOL, openedAfterProtocol, openedFile, withEdits } from './opened-file.js';

/** The texts of the changed files after a rename, by name. */
async function renamed({ workspace, uri, at }: Opened, name: string): Promise<Record<string, string>> {
    const edit = await rename(workspace, uri, at, name);
    assert.ok(!('problem' in edit), JSON.stringify(edit));
    return Object.fromEntries(
        (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
            textDocument.uri.slice(FOLDER.length + 1),
            withEdits(workspace.file(textDocument.uri)?.text ?? '', edits as Parameters<typeof withEdits>[1]),
        ]),
    );
}

async function refused({ workspace, uri, at }: Opened, name: string): Promise<string> {
    const answer = await rename(workspace, uri, at, name);
    assert.ok('problem' in answer, JSON.stringify(answer));
    return answer.problem;
}

const protocolWith = (marked: string): Opened => openedFile(PROTOCOL.replace(marked.replace('|', ''), marked));

describe('rename', function () {
    it('renames a cohort with what follows from it, and not the disease of the same name', async function () {
        const opened = openedAfterProtocol('accept vague-word on SLE.index "so"\nfor S|LE {\n  include S-1 "S" { has SLE }\n}\n');
        const { 'trial.crit': text = '' } = await renamed(opened, 'Lupus');
        assert.match(text, /cohort Lupus "Systemic lupus erythematosus" with SLE\n/);
        assert.match(text, /"Stroke" for Lupus \{/);
        assert.match(text, /on Lupus\.index "so"\nfor Lupus \{\n {2}include S-1 "S" \{ has SLE \}/);
    });

    it('quotes a name where the language needs it, and only there', async function () {
        assert.match(
            (await renamed(protocolWith('define progr|essive ILD'), 'ILD that is worse with time'))['trial.crit'] ?? '',
            /define 'ILD that is worse with time' \{/,
        );
        assert.match((await renamed(protocolWith('define progr|essive ILD'), 'worsening ILD'))['trial.crit'] ?? '', /define worsening ILD \{/);
    });

    it('renames a term of a file in all files by its own name, and leaves its other names', async function () {
        const opened = openedFile('import "terms.crit"\ninclude I-1 "One" { has Muller dis|ease or has Muller\'s }\n', {
            'terms.crit': 'condition Muller disease { also "Muller\'s" }\n',
            'sister.crit': 'import "terms.crit"\ninclude I-1 "One" { has Muller diseases }\n',
        });
        assert.deepEqual(await renamed(opened, 'Meyer disease'), {
            'sister.crit': 'import "terms.crit"\ninclude I-1 "One" { has Meyer disease }\n',
            'terms.crit': 'condition Meyer disease { also "Muller\'s" }\n',
            'trial.crit': 'import "terms.crit"\ninclude I-1 "One" { has Meyer disease or has Muller\'s }\n',
        });
    });

    it('renames points of the timeline, criteria and parameters', async function () {
        assert.match(
            (await renamed(protocolWith('timeline consent, scree|ning'), 'day 0'))['trial.crit'] ?? '',
            /consent, '?day 0'?,[^]*assessed '?day 0'?\n[^]*before '?day 0'?\n/,
        );
        assert.match(
            (await renamed(openedAfterProtocol('accept vague-word on E-|1 "so"\n'), 'E-9'))['trial.crit'] ?? '',
            /exclude E-9 "Stroke"[^]*on E-9 "so"/,
        );
        const template = 'define low platelets(lim|it) {\n  platelet count < limit\n}\n';
        assert.match((await renamed(openedAfterProtocol(template), 'bound'))['trial.crit'] ?? '', /low platelets\(bound\) \{\n {2}platelet count < bound/);
    });

    it('refuses what cannot be renamed, and says why', async function () {
        const line = (text: string): Opened => openedAfterProtocol(`include I-2 "Two" {\n  ${text}\n}\n`);
        assert.match(await refused(line('had stro|ke'), 'insult'), /stroke is a term of the vocabulary that comes with Crit/);
        assert.match(await refused(line('ha|d stroke'), 'insult'), /Only names can be renamed/);
        assert.match(await refused(openedAfterProtocol('accept vague-wo|rd "so"\n'), 'word'), /names of findings are fixed/);
        assert.match(
            await refused(openedFile('condition Muller disease { also "Muller\'s" }\ninclude I-1 "One" { has Mul|ler\'s }\n'), 'x'),
            /another name of Muller disease/,
        );
    });

    it('refuses names that are taken or are none', async function () {
        assert.match(await refused(protocolWith('include I-|1'), 'E-1'), /'E-1' is taken: there is a criterion/);
        assert.match(await refused(protocolWith('cohort S|LE'), 'RA'), /there is a cohort/);
        assert.match(await refused(protocolWith('timeline con|sent'), 'infusion'), /a point of the timeline/);
        assert.match(await refused(protocolWith('define progr|essive ILD'), 'stroke'), /a term/);
        assert.match(await refused(protocolWith('include I-|1'), 'two words'), /cannot be an id/);
        assert.match(await refused(protocolWith('include I-|1'), 'include'), /cannot be an id/);
        assert.match(await refused(protocolWith('include I-|1'), 'SLE.index'), /kept for/);
        assert.match(await refused(protocolWith('define progr|essive ILD'), ''), /Give a name/);
        assert.match(await refused(protocolWith('define progr|essive ILD'), 'a "b"'), /no double quotes/);
    });

    it('says beforehand what would be renamed', function () {
        const { workspace, uri, at } = openedAfterProtocol('accept vague-word on SL|E.index "so"\n');
        assert.deepEqual(prepareRename(workspace, uri, at), {
            range: { start: { line: at.line, character: at.character - 2 }, end: { line: at.line, character: at.character + 1 } },
            placeholder: 'SLE',
        });
    });
});
