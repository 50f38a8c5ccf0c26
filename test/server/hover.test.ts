// What the editor shows of the word under the mouse, recorded in test/golden/server/hover.md; each case marks the mouse with `|`.
import assert from 'node:assert/strict';
import { hoverAt } from '@crit-lang/server/features/hover.js';
import { expectGolden } from '../support/golden.js';
import { openedAfterProtocol, openedFile } from './opened-file.js';

/** Title, text after the protocol. */
const CASES: [title: string, marked: string][] = [
    ['a condition, by a synonym', 'include I-9 "Nine" { has systemic lu|pus }'],
    ['a laboratory value', 'include I-9 "Nine" { creat|inine > 2 mg/dL }'],
    ['a drug with an equivalent', 'include I-9 "Nine" { uses predni|sone }'],
    ['a score', 'include I-9 "Nine" { SLEDAI|-2K >= 6 }'],
    ['a graded scale', 'include I-9 "Nine" { BIL|AG is A }'],
    ['a grade', 'include I-9 "Nine" { BILAG is |A }'],
    ['a part of a scale', 'include I-9 "Nine" { BILAG(re|nal) is A }'],
    ['a number with a unit', 'include I-9 "Nine" { creatinine > 1|.5 mg/dL }'],
    ['a unit in another system', 'include I-9 "Nine" { creatinine > 132.6 µmo|l/L within 2 weeks before screening }'],
    ['a multiple of the limit of normal', 'include I-9 "Nine" { all of { AST, ALT } <= 3| x ULN }'],
    ['an inclusion criterion', 'include I|-9 "Nine" for SLE { has SLE\n  creatinine <= 2 mg/dL }'],
    ['an exclusion criterion, by its first word', 'excl|ude E-9 "Nine" { any of { uses rituximab, uses belimumab } }'],
    ['a reference to a criterion', 'exclude E-9 "Nine" instead of E-|1 { had stroke within 3 months before screening }'],
    ['a criterion of the header', 'accept vague-word on protocol.a|ge "why"'],
    ['a cohort', 'include I-9 "Nine" for S|LE { has SLE }'],
    ['a point of the timeline', 'include I-9 "Nine" { has SLE at scree|ning }'],
    ['a definition', 'include I-9 "Nine" { progressive I|LD }'],
    ['a verb', 'include I-9 "Nine" { had| stroke within 6 months before screening }'],
    ['a phrase of several words', 'include I-9 "Nine" { at lea|st 2 of { uses rituximab, uses belimumab, uses anifrolumab } }'],
    ['a comparison without a time', 'include I-9 "Nine" { creatinine |> 2 mg/dL }'],
    ['a finding', 'accept missing-wi|ndow "why"'],
    [
        'a term of the file',
        'condition Muller disease { is a autoimmune disease; definition "Made *up* <b>here</b>" }\ninclude I-9 "Nine" { has muller dis|ease }',
    ],
];

describe('hover', function () {
    it('shows what is recorded', function () {
        const shown = CASES.map(([title, marked]) => {
            const { workspace, uri, at } = openedAfterProtocol(marked);
            const hover = hoverAt(workspace, uri, at);
            const text = hover === null ? '(nothing)' : (hover.contents as { value: string }).value;
            const place = hover?.range === undefined ? '' : `, characters ${hover.range.start.character} to ${hover.range.end.character}`;
            return `## ${title}\n\n\`${marked.replaceAll('\n', ' ⏎ ')}\`${place}\n\n${text}\n`;
        });
        expectGolden('server/hover.md', `${shown.join('\n')}`);
    });

    it('shows nothing in blanks, comments, texts and unknown names', function () {
        for (const marked of ['  |  ', '// creat|inine', '/* creat|inine */', 'include I-9 "ki|dney" { has SLE }', 'include I-9 "x" { has unheard-o|f }']) {
            const { workspace, uri, at } = openedFile(marked);
            assert.equal(hoverAt(workspace, uri, at), null, marked);
        }
    });

    it('shows text from the file as text', function () {
        const { workspace, uri, at } = openedAfterProtocol('include I|-9 "<img src=x onerror=alert(1)> [a](command:x) **b**" { has SLE }');
        const value = (hoverAt(workspace, uri, at)?.contents as { value: string }).value;
        assert.ok(value.includes('&lt;img src=x onerror=alert(1)&gt; \\[a\\](command:x) \\*\\*b\\*\\*'), value);
    });

    it('answers at every place of a damaged text', function () {
        const text = 'include A "A" {\n  any of { uses \'x, creatinine > 1.5 mg/dL within } } ( ; except\nfor {{{ "';
        for (let cut = 0; cut <= text.length; cut++) {
            const { workspace, uri, at } = openedFile(`${text.slice(0, cut)}|${text.slice(cut)}`);
            hoverAt(workspace, uri, at);
        }
    });
});
