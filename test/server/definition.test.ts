// Where 'Go to Definition' leads: to declarations in files, and to the documents of the shipped vocabulary.
import assert from 'node:assert/strict';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { definitionAt } from '@crit-lang/server/features/definition.js';
import { vocabularyText } from '@crit-lang/server/features/vocabulary-document.js';
import { TERM_KINDS } from '@crit-lang/model/criteria/term.js';
import { FOLDER, openedAfterProtocol, openedFile } from './opened-file.js';
import type { Opened } from './opened-file.js';

/** The lines that the definitions stand on, each with the selected name. */
function targets({ workspace, uri, at }: Opened): string[] {
    return definitionAt(workspace, uri, at).map(({ targetUri, targetSelectionRange: { start, end } }) => {
        const text = workspace.file(targetUri)?.text ?? vocabularyText(targetUri) ?? '';
        const line = text.split('\n')[start.line] ?? '';
        return `${targetUri.replace(`${FOLDER}/`, '')}: ${line.slice(0, start.character)}[${line.slice(start.character, end.character)}]`;
    });
}

describe('definition', function () {
    const cases: [marked: string, expected: string][] = [
        ['include I-9 "Nine" for S|LE { has SLE }', 'trial.crit: cohort [SLE]'],
        ['include I-9 "Nine" { progressive I|LD }', 'trial.crit: define [progressive ILD]'],
        ['include I-9 "Nine" { has SLE at infu|sion }', 'trial.crit:   timeline consent, screening, leukapheresis, [infusion]'],
        ['exclude E-9 "Nine" instead of E-|1 { had stroke within 3 months before screening }', 'trial.crit: exclude [E-1]'],
        ['accept vague-word on protocol.a|ge "why"', 'trial.crit: protocol [Trial]'],
        ['accept vague-word on RA.ind|ex "why"', 'trial.crit: cohort [RA]'],
        ['condition Muller disease {}\ninclude I-9 "Nine" { has muller di|sease }', 'trial.crit: condition [Muller disease]'],
        ['define high(limit) { creatinine > lim|it }', 'trial.crit: define high([limit]'],
        ['include I-9 "Nine" { has systemic lu|pus }', 'crit-vocabulary:/vocabulary/condition.crit: condition [SLE]'],
        ['include I-9 "Nine" { BILAG(ren|al) is A }', 'crit-vocabulary:/vocabulary/grade.crit: grade [BILAG]'],
        ['include I-9 "Nine" { has \'type 1 dia|betes\' }', "crit-vocabulary:/vocabulary/condition.crit: condition ['type 1 diabetes']"],
    ];
    for (const [marked, expected] of cases) it(`${marked} → ${expected}`, () => assert.deepEqual(targets(openedAfterProtocol(marked)), [expected]));

    it('leads into an imported file, and from the import to the file', function () {
        const others = { 'terms.crit': '// ours\ncondition Muller disease {}\n' };
        assert.deepEqual(targets(openedFile('import "terms.crit"\ninclude I-9 "Nine" { has muller di|sease }', others)), [
            'terms.crit: condition [Muller disease]',
        ]);
        assert.deepEqual(targets(openedFile('import "ter|ms.crit"', others)), ['terms.crit: []']);
    });

    it('leads nowhere from unknown names and words of the language', function () {
        assert.deepEqual(targets(openedFile('include I-9 "x" { has unheard-o|f }')), []);
        assert.deepEqual(targets(openedFile('include I-9 "x" { h|as SLE }')), []);
    });

    it('shows the whole vocabulary in documents that can be read as Crit', function () {
        for (const kind of TERM_KINDS) {
            const text = vocabularyText(`crit-vocabulary:/vocabulary/${kind}.crit`) ?? '';
            const { syntaxDiagnostics, symbols } = parseFile(kind, text);
            assert.deepEqual(
                syntaxDiagnostics.filter(({ severity }) => severity === 'error').map(({ message, range }) => `${kind}:${range.start.line + 1} ${message}`),
                [],
            );
            assert.ok(symbols.terms.length > 0, kind);
        }
        assert.equal(vocabularyText('crit-vocabulary:/vocabulary/../../etc/passwd'), null);
    });
});
