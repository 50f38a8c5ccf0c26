// What is shown in a line that it means and does not say.
import assert from 'node:assert/strict';
import { inlayHints } from '@crit-lang/server/features/inlay-hints.js';
import { openedAfterProtocol, openedFile } from './opened-file.js';

/** The marked text with its hints in brackets, from the first line with `include I-9` on. */
function hinted(text: string): string {
    const { workspace, uri, text: all } = openedAfterProtocol(text);
    const lines = all.split('\n');
    const first = lines.length - text.split('\n').length;
    const range = { start: { line: first, character: 0 }, end: { line: lines.length, character: 0 } };
    const hints = inlayHints(workspace, uri, range).sort((a, b) => b.position.line - a.position.line || b.position.character - a.position.character);
    for (const { position, label } of hints) {
        const line = lines[position.line] ?? '';
        lines[position.line] = `${line.slice(0, position.character)}[${label as string}]${line.slice(position.character)}`;
    }
    return lines.slice(first).join('\n').trim();
}

const inCriterion = (line: string): string =>
    hinted(`include I-9 {\n  ${line}\n}`)
        .split('\n')
        .slice(1, -1)
        .map((each) => each.trim())
        .join(' ');

describe('inlay hints', function () {
    const cases: [line: string, hinted: string][] = [
        ['creatinine <= 1.5 mg/dL at infusion', 'creatinine <= 1.5 mg/dL[= about 132.6 µmol/L] at infusion'],
        ['has stroke', 'has stroke[at screening]'],
        ['has any of { stroke, SLE }', 'has any of { stroke, SLE }[at screening]'],
        ['not has stroke or uses methotrexate', 'not has stroke[at screening] or uses methotrexate[at screening]'],
        ['had stroke within 6 months before screening', 'had stroke within 6 months before screening'],
        ['age >= 20 years', 'age >= 20 years[at screening]'],
        ['female', 'female'],
        ['progressive ILD', 'progressive ILD'],
        ['has unheard-of', 'has unheard-of'],
        ['hemoglobin >= 8 g/dL (80 g/L) at screening', 'hemoglobin >= 8 g/dL (80 g/L) at screening'],
    ];
    for (const [line, expected] of cases) it(expected, () => assert.equal(inCriterion(line), expected));

    it('say whom a criterion of a section is for, where it does not say it itself', function () {
        const text = 'for SLE {\n  include S-1 "One" { female }\n  include S-2 for RA { female }\n}';
        assert.equal(hinted(text), 'for SLE {\n  include S-1 "One"[for SLE] { female }\n  include S-2 for RA { female }\n}');
    });

    it('are given for the lines asked for alone, and none for files that nobody knows', function () {
        const { workspace, uri } = openedAfterProtocol('');
        const line = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
        assert.deepEqual(inlayHints(workspace, uri, line), []);
        assert.deepEqual(inlayHints(workspace, 'file:///nowhere.crit', line), []);
    });

    it('survive damaged text', function () {
        const text = 'include A "A" {\n  any of { uses \'x, creatinine > 1.5 mg/dL within } } ( ; except\nfor {{{ "';
        const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
        for (let cut = 0; cut <= text.length; cut++) {
            const { workspace, uri } = openedFile(text.slice(0, cut));
            inlayHints(workspace, uri, all);
        }
    });
});
