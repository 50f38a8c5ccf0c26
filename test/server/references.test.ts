// Where names are used, in the file and in files that were never opened.
import assert from 'node:assert/strict';
import { highlightsAt, referencesAt } from '@crit-lang/server/features/references.js';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Opened } from './opened-file.js';
import { FOLDER, PROTOCOL, openedAfterProtocol, openedFile } from './opened-file.js';

/** The places as 'file:line text', with the text of the line from the place on. */
async function references({ workspace, uri, at }: Opened, includeDeclaration = true): Promise<string[]> {
    return (await referencesAt(workspace, uri, at, { includeDeclaration })).map(({ uri: file, range }) => {
        const source = workspace.sourceText(file);
        return `${file.slice(FOLDER.length + 1)}:${range.start.line + 1} ${source?.text.slice(source.offsetAt(range.start), source.offsetAt(range.end)) ?? ''}`;
    });
}

describe('references', function () {
    it('finds a cohort where it is declared and named, with and without the declaration', async function () {
        const opened = openedAfterProtocol('for SL|E {\n  include S-1 "S" { has SLE }\n}\naccept vague-word on SLE.index "so"\n');
        assert.deepEqual(await references(opened), ['trial.crit:7 SLE', 'trial.crit:19 SLE', 'trial.crit:23 SLE', 'trial.crit:26 SLE']);
        assert.equal((await references(opened, false)).length, 3);
    });

    it('finds criteria, definitions, points of the timeline and parameters', async function () {
        const text = 'exclude E-2 "Two" instead of E-|1 {\n  progressive ILD\n  had stroke before infusion\n}\n';
        assert.deepEqual(await references(openedAfterProtocol(text)), ['trial.crit:19 E-1', 'trial.crit:23 E-1']);
        assert.deepEqual(await references(openedAfterProtocol(text.replace('|', '').replace('progressive', 'progr|essive'))), [
            'trial.crit:10 progressive ILD',
            'trial.crit:24 progressive ILD',
        ]);
        assert.deepEqual(await references(openedAfterProtocol(text.replace('|', '').replace('infusion', 'infu|sion'))), [
            'trial.crit:3 infusion',
            'trial.crit:25 infusion',
        ]);
        const template = 'define low platelets(limit) {\n  platelet count < lim|it\n}\n';
        assert.deepEqual(await references(openedAfterProtocol(template)), ['trial.crit:23 limit', 'trial.crit:24 limit']);
    });

    it('finds a shipped term by any of its names, in files that were never opened', async function () {
        const opened = openedFile('include I-1 "One" { has heart at|tack }\n', {
            'other.crit': 'include I-1 "One" { had myocardial infarction }\n// heart attack\n',
            'another.crit': 'include I-1 "One" { had stroke }\n',
        });
        assert.deepEqual(await references(opened), ['other.crit:1 myocardial infarction', 'trial.crit:1 heart attack']);
    });

    it('follows what a file declares through imports, and nothing else of the same name', async function () {
        const opened = openedFile('import "terms.crit"\ninclude I-1 "One" { has Muller dis|ease }\n', {
            'terms.crit': 'condition Muller disease { also "Muller\'s" }\n',
            'sister.crit': 'import "terms.crit"\ninclude I-1 "One" { has Muller\'s }\n',
            'stranger.crit': 'condition Muller disease {}\ninclude I-1 "One" { has Muller disease }\n',
        });
        assert.deepEqual(await references(opened), ["sister.crit:2 Muller's", 'terms.crit:1 Muller disease', 'trial.crit:2 Muller disease']);
    });

    it('finds what an importing file declares in the file that it imports', async function () {
        const opened = openedFile(`import "shared.crit"\n${PROTOCOL.replace('cohort SLE', 'cohort S|LE')}`, {
            'shared.crit': 'include X-1 "X" for SLE { has SLE }\n',
        });
        assert.deepEqual(await references(opened, false), ['shared.crit:1 SLE', 'trial.crit:20 SLE']);
    });

    it('finds nothing for words, texts and names that nobody knows', async function () {
        for (const line of ['ha|s SLE', 'statement "a te|xt"', 'has nonse|nse disease', 'creatinine > 1 mg/d|L'])
            assert.deepEqual(await references(openedAfterProtocol(`include I-2 "Two" {\n  ${line}\n}\n`)), [], line);
    });

    it('lets others through between files, and gives nothing when it is called off or overtaken by an edit', async function () {
        const { workspace, uri, at, text } = openedFile('include I-1 "One" { has stro|ke }\n', { 'other.crit': 'include I-1 "One" { had stroke }\n' });
        let pauses = 0;
        const found = (isCancelled: () => boolean, pause: () => Promise<void>) =>
            referencesAt(workspace, uri, at, { includeDeclaration: true, patience: { isCancelled, pause } });
        const paused = (): Promise<void> => Promise.resolve(void pauses++);
        assert.equal((await found(() => false, paused)).length, 2);
        assert.equal(pauses, 1);
        assert.deepEqual(await found(() => pauses === 2, paused), []);
        const edited = (): Promise<void> => Promise.resolve(workspace.setOpenText(uri, `${text}\n`, 2));
        assert.deepEqual(await found(() => false, edited), []);
    });
});

describe('highlights', function () {
    it('marks the places in this file, the declaration apart', function () {
        const { workspace, uri, at } = openedAfterProtocol('include I-2 "Two" for S|LE { progressive ILD }\n');
        assert.deepEqual(
            highlightsAt(workspace, uri, at).map(({ kind, range }) => [range.start.line + 1, kind]),
            [
                [7, DocumentHighlightKind.Write],
                [19, DocumentHighlightKind.Read],
                [23, DocumentHighlightKind.Read],
            ],
        );
    });
});
