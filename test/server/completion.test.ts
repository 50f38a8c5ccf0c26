// What completion offers: terms by any of their names, units, anchors, ids, phrases; each case marks the cursor with `|`.
import assert from 'node:assert/strict';
import { completionAt, resolveCompletion } from '@crit-lang/server/features/completion.js';
import type { CompletionItem } from 'vscode-languageserver-types';
import { PROTOCOL, openedAfterProtocol, openedFile, withEdits } from './opened-file.js';
import type { Opened } from './opened-file.js';

function offered(opened: Opened, afterBlank = false): CompletionItem[] {
    const { items } = completionAt(opened.workspace, opened.uri, opened.at, { snippets: true, afterBlank });
    return items.sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
}

const labels = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label);

/** The text after the item that inserts `inserted` is taken. */
function taken(opened: Opened, inserted: string): string {
    const item = offered(opened).find(({ textEdit }) => textEdit?.newText === inserted);
    assert.ok(item?.textEdit !== undefined && 'range' in item.textEdit, `'${inserted}' is not offered`);
    return withEdits(opened.text, [item.textEdit]);
}

const inLine = (line: string): Opened => openedAfterProtocol(`include I-9 "Nine" {\n  ${line}\n}\n`);

describe('completion', function () {
    describe('of names', function () {
        const cases: [line: string, insertion: string, result: string][] = [
            ['has systemic lu|', 'SLE', 'has SLE'],
            ['has lupu|', 'SLE', 'has SLE'],
            ['has sys lup|', 'SLE', 'has SLE'],
            ['had heart att|', 'myocardial infarction', 'had myocardial infarction'],
            ['uses metho|', 'methotrexate', 'uses methotrexate'],
            ['uses any of { metho|', 'methotrexate', 'uses any of { methotrexate'],
            ['inadequate response to mycophenolic a|', 'mycophenolate', 'inadequate response to mycophenolate'],
            ['creatinine cl|', 'creatinine clearance', 'creatinine clearance'],
            ["has 'type 1 d|", "'type 1 diabetes'", "has 'type 1 diabetes'"],
            ['has type 1 dia|', "'type 1 diabetes'", "has 'type 1 diabetes'"],
            ['has Sjogr|', "Sjögren's syndrome", "has Sjögren's syndrome"],
            ['meets 2019 EULAR|', 'EULAR-ACR-2019-SLE', 'meets EULAR-ACR-2019-SLE'],
            ['systemic lupus ery|', 'has SLE', 'has SLE'],
            ['has systemic lupus eryth|ematosus', 'SLE', 'has SLE'],
            ["has 'type 1 dia|'", "'type 1 diabetes'", "has 'type 1 diabetes'"],
            ['had stroke within 6 months before screening or uses ritu|', 'rituximab', 'had stroke within 6 months before screening or uses rituximab'],
        ];
        for (const [line, insertion, result] of cases) {
            it(`${line} → ${result}`, function () {
                const opened = inLine(line);
                assert.ok(taken(opened, insertion).includes(`\n  ${result}\n`));
            });
        }

        it('offers the right name for a misspelt one', function () {
            assert.deepEqual(labels(offered(inLine('uses nintedinib|'))), ['nintedanib']);
        });

        it('puts the kinds that fit the place first', function () {
            const first = (line: string): string | undefined => offered(inLine(line))[0]?.labelDetails?.description;
            assert.equal(first('uses me|'), 'drug or treatment');
            assert.equal(first('has me|'), 'condition');
            assert.equal(first('creat|'), 'laboratory value');
        });

        it('offers only longer names behind a complete one and a blank', function () {
            const names = offered(inLine('has SLE |')).filter(({ data }) => data !== undefined);
            assert.ok(names.length > 0 && names.every(({ label }) => label.toLowerCase().startsWith('sle ')), labels(names).join());
        });

        it('shows what a synonym stands for, and the definition when it is chosen', function () {
            const opened = inLine('has systemic lupus ery|');
            const item = offered(opened)[0];
            assert.ok(item !== undefined);
            assert.equal(item.label, 'systemic lupus erythematosus');
            assert.equal(item.labelDetails?.detail, ' → SLE');
            assert.match(JSON.stringify(resolveCompletion(opened.workspace, item).documentation), /autoantibodies.*D008180/);
        });

        it('offers terms that the file declares, with their own synonyms', function () {
            const opened = openedFile('condition index syndrome {\n  also "Müller disease"\n}\ninclude I-1 "One" {\n  has muller|\n}\n');
            assert.deepEqual(labels(offered(opened)), ['Müller disease']);
        });

        it('offers what the file defines', function () {
            assert.ok(labels(offered(inLine('prog|'))).includes('progressive ILD'));
        });
    });

    describe('of units', function () {
        const units = (line: string): string[] => labels(offered(inLine(line)).filter(({ labelDetails }) => labelDetails?.description === 'unit'));
        it('offers those of the measure, its own first', function () {
            assert.deepEqual(units('creatinine > 1.5 |').slice(0, 4), ['mg/dL', 'x ULN', 'x LLN', 'µmol/L']);
            assert.deepEqual(units('all of { AST, ALT } <= 5 |').slice(0, 2), ['U/L', 'x ULN']);
        });
        it('goes on in the unit that is begun', function () {
            assert.deepEqual(units('creatinine > 1.5 mg/|').slice(0, 1), ['mg/dL']);
        });
        it('offers stretches of time in windows', function () {
            assert.deepEqual(units('had stroke within 6 |').slice(0, 4), ['days', 'weeks', 'months', 'years']);
        });
        it('offers doses after a dose', function () {
            assert.equal(units('dose of prednisone > 5 |')[0], 'mg/day');
        });
    });

    describe('of what the protocol declares', function () {
        const cases: [text: string, expected: string[]][] = [
            ['include I-9 "Nine" {\n  had stroke within 6 months before |', ['consent', 'screening', 'leukapheresis', 'infusion']],
            ['include I-9 "Nine" for |', ['SLE', 'RA']],
            ['for SLE, |', ['SLE', 'RA']],
            ['exclude E-9 "Nine" instead of |', ['I-1', 'E-1']],
            ['patient "One" in |', ['SLE', 'RA']],
            ['include |', ['I-2']],
            ['exclude |', ['E-2']],
            ['include I-9 "Nine" {\n  BILAG is |', ['E', 'D', 'C', 'B', 'A']],
            ['include I-9 "Nine" {\n  BILAG(ren|', ['renal']],
        ];
        for (const [text, expected] of cases) {
            it(`${JSON.stringify(text)}: ${expected.join(', ')}`, function () {
                assert.deepEqual(labels(offered(openedAfterProtocol(text))).slice(0, expected.length), expected);
            });
        }
        it('offers the findings of the file before all others after accept', function () {
            const opened = openedAfterProtocol('include I-9 "Nine" {\n  had stroke\n  accept |\n}\n');
            opened.workspace.compilation(opened.uri);
            assert.ok(labels(offered(opened)).slice(0, 3).includes('missing-window'));
        });
    });

    describe('of words and templates', function () {
        const cases: [text: string, expected: string[]][] = [
            ['|', ['include', 'exclude', 'cohort', 'protocol']],
            ['protocol P "P" {\n  |', ['registry', 'version', 'phase', 'age', 'sex']],
            ['protocol P "P" {\n  sex |', ['all', 'female', 'male']],
            ['protocol P "P" {\n  healthy |', ['healthy volunteers']],
            ['include I-9 "Nine" {\n  at le|', ['at least']],
            ['include I-9 "Nine" {\n  ever |', ['ever had', 'ever used']],
        ];
        for (const [text, expected] of cases) {
            it(`${JSON.stringify(text)}: ${expected.join(', ')}`, function () {
                const found = labels(offered(openedFile(text)));
                for (const label of expected) assert.ok(found.includes(label), found.join());
            });
        }
        it('fills a whole criterion, with the next free id', function () {
            const include = offered(openedAfterProtocol('inc|'))[0];
            assert.match(include?.textEdit?.newText ?? '', /^include \$\{1:I-2\} "\$\{2:Title\}" \{\n {2}wording/);
        });
        it('inserts plain words in an editor without tab stops', function () {
            const { workspace, uri, at } = openedAfterProtocol('inc|');
            const { items } = completionAt(workspace, uri, at, { snippets: false, afterBlank: false });
            assert.equal(items[0]?.textEdit?.newText, 'include');
        });
        it('offers comparisons after a value, and results after a test', function () {
            assert.deepEqual(
                labels(offered(inLine('creatinine |'))).filter((label) => /^[<>]/.test(label)),
                ['>=', '<=', '>', '<'],
            );
            assert.ok(labels(offered(inLine('anti-dsDNA |'))).includes('positive'));
            assert.ok(!labels(offered(inLine('has stroke |'))).includes('positive'));
        });
    });

    describe('of whole criteria', function () {
        const whole = (marked: string): CompletionItem[] =>
            offered(openedAfterProtocol(marked)).filter(({ labelDetails }) => labelDetails?.description === 'whole criterion');
        /** A template as it is when no tab stop is changed. */
        const plain = (snippet: string): string => snippet.replace(/\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g, (_, value: string | undefined) => value ?? '');

        it('each is understood without an error as it stands, with the next free id', function () {
            const items = whole('|');
            assert.ok(items.length >= 14);
            for (const { label, textEdit } of items) {
                const text = plain(textEdit?.newText ?? '');
                assert.match(text, /^(include I-2|exclude E-2) "/, label);
                const { workspace, uri } = openedAfterProtocol(text);
                const found = workspace.compilation(uri)?.diagnostics.filter(({ range }) => range.start.line > PROTOCOL.split('\n').length - 1);
                assert.deepEqual(
                    found?.filter(({ severity }) => severity !== 'information' && severity !== 'hint').map(({ message }) => message),
                    [],
                    text,
                );
            }
        });
        it('are found by their keyword and by what they are about, in sections too', function () {
            assert.deepEqual(labels(whole('washo|')), ['exclude: washout']);
            assert.deepEqual(labels(whole('hepat|')), ['exclude: infection screen']);
            assert.deepEqual(labels(whole('include stab|')), ['include: stable dose']);
            assert.deepEqual(labels(whole('for SLE {\n  contracep|')), ['include: contraception']);
            assert.ok(labels(whole('excl|')).every((label) => label.startsWith('exclude')));
        });
        it('stand at the point where the protocol judges its criteria', function () {
            assert.match(whole('washo|')[0]?.textEdit?.newText ?? '', /used before \$\{3:screening\}/);
        });
        it('are not offered inside of a criterion, nor to an editor without tab stops', function () {
            assert.deepEqual(whole('include I-9 "Nine" {\n  |'), []);
            const { workspace, uri, at } = openedAfterProtocol('washo|');
            assert.deepEqual(completionAt(workspace, uri, at, { snippets: false, afterBlank: false }).items, []);
        });
    });

    it('offers the protocol where a cohort is named and none is declared', function () {
        assert.deepEqual(labels(offered(openedFile('protocol Trial "T" {\n  age from 18 years\n}\npatient "One" in |'))), ['Trial']);
    });

    describe('where nothing or little is to be offered', function () {
        it('offers nothing in texts and comments', function () {
            for (const line of ['statement "has lup|', '// has lup|', '/* has lup|']) assert.deepEqual(offered(inLine(line)), [], line);
        });
        it('offers after a typed blank only what must follow', function () {
            assert.deepEqual(offered(inLine('had stroke within 6 months before screening |'), true), []);
            assert.deepEqual(labels(offered(inLine('creatinine > 1.5 |'), true)).slice(0, 2), ['mg/dL', 'x ULN']);
            assert.ok(labels(offered(inLine('has systemic |'), true)).includes('systemic lupus erythematosus'));
            assert.ok(labels(offered(inLine('had stroke within 6 months before |'), true)).includes('screening'));
        });
    });

    describe('in damaged text', function () {
        const cases: [text: string, insertion: string][] = [
            ['include A "A" {\n  nonsense 4 4 {\n  more nonsense\ninclude B "B" {\n  uses metho|', 'methotrexate'],
            ['include A "A" {\n  had stroke within }\n}\n\ninclude B "B" {\n  creatinine > 1.5 mg|', 'mg/dL'],
            ['include A "A" {\n  any of { has lupus nephritis, 5 5 5, has systemic lu|', 'SLE'],
            ['include A "A" {\n  ???\n  has systemic lu|', 'SLE'],
        ];
        for (const [text, insertion] of cases) it(JSON.stringify(text), () => assert.ok(taken(openedAfterProtocol(text), insertion).includes(insertion)));

        it('never throws, wherever the cursor stands', function () {
            const text = 'include A "A" {\n  any of { uses \'x, creatinine > 1.5 mg/dL within } } ( ; except\nfor {{{ "';
            for (let cut = 0; cut <= text.length; cut++) offered(openedFile(`${text.slice(0, cut)}|${text.slice(cut)}`));
        });
    });
});
