// The examples against their sources: every original wording stands in the source word for word, and together they leave out nothing of its criteria.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { requireShared } from '../support/reference-data.js';
import { inRoot } from '../support/repository.js';

interface LeftOut {
    text: string;
    why: string;
}

interface Source {
    example: string;
    seed: string;
    /** What stands before the first criterion and after the last one. */
    from: string;
    until: string;
    /** What no wording holds, in the order of the source. */
    leftOut: readonly LeftOut[];
}

const heading = (text: string): LeftOut => ({ text, why: 'a heading' });
const cohortHeading = (text: string): LeftOut => ({
    text: `${text} Participants must meet all of the following:`,
    why: 'the heading of a cohort, and what several inclusion criteria mean anyway',
});

const SOURCES: readonly Source[] = [
    {
        example: 'breakfree-1-earlier.crit',
        seed: 'seeds/000_38918e79f0f5139d.txt',
        from: 'Inclusion Criteria:',
        until: 'Sponsored by',
        leftOut: [heading('Exclusion Criteria:'), heading('IIM disease activity'), heading('SSc disease activity')],
    },
    {
        example: 'breakfree-1.crit',
        seed: 'seeds/001_8295fab8bed668b9.txt',
        from: 'Eligibility Criteria Check the participation requirements, including inclusion and exclusion rules, age limits, and whether healthy volunteers are accepted. Inclusion Criteria',
        until: 'Minimum Eligible Age',
        leftOut: [heading('Exclusion Criteria'), heading('IIM disease activity:.'), heading('SSc disease activity:.'), heading('RA disease activity:.')],
    },
    {
        example: 'cd19-bcma.crit',
        seed: 'seeds/003_2fb4d5a2a8f91ae6.txt',
        from: 'Inclusion criteria',
        until: 'Primary purpose',
        leftOut: [
            cohortHeading('3.2 Relapsed/Refractory Systemic Sclerosis (SSc)'),
            cohortHeading('3.3 Relapsed/Refractory Idiopathic Inflammatory Myopathies (IIM)'),
            cohortHeading("3.4 Relapsed/Refractory Sjögren's Syndrome (SS)"),
            cohortHeading('3.5 Relapsed/Refractory Autoimmune Hemolytic Anemia (AIHA)'),
            cohortHeading('3.6 Relapsed/Refractory Multiple Sclerosis (MS)'),
            heading('Exclusion criteria'),
        ],
    },
    { example: 'im19.crit', seed: 'seeds/004_93d088f4a71dbaff.txt', from: 'Target Recruitment - 3', until: 'Study & Design', leftOut: [] },
];

/** One blank for any white space, and the Markdown escapes of the record taken back ("\>" is ">"). */
function normalised(text: string): string {
    return text
        .replace(/\\([\\`*_{}[\]()#+\-.!<>^])/gu, '$1')
        .replace(/\s+/gu, ' ')
        .trim();
}

function between(text: string, from: string, until: string): string {
    const start = text.indexOf(from);
    const end = text.indexOf(until, start + from.length);
    assert.ok(start >= 0 && end >= 0, `the source has no part from '${from}' to '${until}'`);
    return text.slice(start + from.length, end);
}

function documentOf(example: string): ReturnType<typeof compile>['document'] {
    return compile(parseFile(`examples/${example}`, fs.readFileSync(inRoot('examples', example), 'utf8'))).document;
}

/** Blots out the first place of each paragraph that no other paragraph has taken; gives what is left and the paragraphs that were not found. */
function cover(source: string, paragraphs: readonly string[]): { left: string[]; missing: string[] } {
    let open = source;
    const missing: string[] = [];
    for (const paragraph of paragraphs.map(normalised)) {
        const at = open.indexOf(paragraph);
        if (at < 0) missing.push(paragraph);
        else open = `${open.slice(0, at)}${'\0'.repeat(paragraph.length)}${open.slice(at + paragraph.length)}`;
    }
    const left = open
        .split(/\0+/u)
        .map((piece) => piece.replace(/(?<=^|\s)[-•*](?=\s|$)/gu, ' ').trim())
        .filter((piece) => piece !== '');
    return { left, missing };
}

describe('examples against their sources', function () {
    for (const { example, seed, from, until, leftOut } of SOURCES) {
        it(`${example} holds every criterion of its source, word for word`, function () {
            const source = between(normalised(fs.readFileSync(requireShared(this, seed), 'utf8')), from, until);
            const wordings = documentOf(example).criteria.flatMap((criterion) => criterion.wording);
            const { left, missing } = cover(source, wordings);
            assert.deepEqual(missing, [], 'wording that the source does not have');
            assert.deepEqual(
                left,
                leftOut.map(({ text }) => text),
                'criteria of the source that no wording holds',
            );
        });
    }

    it('breakfree-1-abstract.crit quotes the abstract word for word', function () {
        const source = normalised(fs.readFileSync(requireShared(this, 'seeds/002_5554c79c1071579e.txt'), 'utf8'));
        const wordings = documentOf('breakfree-1-abstract.crit').assertions.flatMap((assertion) => assertion.wording);
        assert.ok(wordings.length > 0);
        assert.deepEqual(
            wordings.filter((wording) => !source.includes(normalised(wording))),
            [],
        );
    });
});
