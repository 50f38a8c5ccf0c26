// The formatter: its layout, and that what a text says, its order and its comments stay as they are.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { compile } from '@crit-lang/language/compile.js';
import { formatRange, formatText } from '@crit-lang/language/format/format.js';
import { PARSE_PROGRAM } from '@crit-lang/language/generated/parse-program.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { tokenize } from '@crit-lang/language/syntax/tokenize.js';
import fc from 'fast-check';
import { critFences } from '../docs/crit-fences.js';
import { sentences } from '../language/random-sentence.js';
import { expectGolden } from '../support/golden.js';
import { inRoot } from '../support/repository.js';

/** The formatted text; fails when it is refused. */
function formatted(text: string): string {
    const result = formatText(text);
    assert.ok('text' in result, 'problem' in result ? result.problem : '');
    return result.text;
}

/** What a text means: its model without places and hashes, and without the text of what could not be resolved. */
function meaning(text: string): string {
    const { document } = compile(parseFile('text.crit', text));
    return JSON.stringify(document, (key, value: unknown) => {
        if (key === 'range' || key === 'hash') return undefined;
        return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'unresolved' ? { kind: 'unresolved' } : value;
    });
}

const commentsOf = (text: string): string[] => tokenize(text).comments.map(({ image }) => image.trimEnd());

const textsIn = (folder: string): [string, string][] =>
    fs
        .readdirSync(inRoot(folder))
        .filter((name) => name.endsWith('.crit'))
        .map((name) => [`${folder}/${name}`, fs.readFileSync(inRoot(folder, name), 'utf8')]);

describe('layout', function () {
    const cases: Record<string, [string, string]> = {
        'an empty text': ['', ''],
        'only blanks': [' \n\t\n', ''],
        'no line end at the end': ['cohort A', 'cohort A\n'],
        'indentation by blocks': ['exclude E-1 {\nany of {\npregnant\n        female\n  }\n}', 'exclude E-1 {\n  any of {\n    pregnant\n    female\n  }\n}\n'],
        'several braces that close at once': ['exclude E-1 { any of {\npregnant\n} }', 'exclude E-1 {\n  any of {\n    pregnant\n  }\n}\n'],
        'a line that goes on': [
            'exclude E-1 {\n  has any cancer\n  except any leukemia\n  pregnant or\n  female\n}',
            'exclude E-1 {\n  has any cancer\n    except any leukemia\n  pregnant or\n    female\n}\n',
        ],
        'a list over several lines': [
            'exclude E-1 {\n  used any of { azathioprine,\nrituximab\n } within 3 months before screening\n}',
            'exclude E-1 {\n  used any of {\n    azathioprine\n    rituximab\n  } within 3 months before screening\n}\n',
        ],
        'what follows a block goes on behind its brace': [
            'exclude E-1 {\n  any of {\n    pregnant\n  }\n  at screening\n}',
            'exclude E-1 {\n  any of {\n    pregnant\n  } at screening\n}\n',
        ],
        'separators, the same everywhere': [
            'exclude E-1 { pregnant, female; any of { male; female } }',
            'exclude E-1 { pregnant; female; any of { male, female } }\n',
        ],
        'plain operators and quotes': ['exclude E-1 “Curly "quotes"” { creatinine≥1.5×ULN }', 'exclude E-1 "Curly \\"quotes\\"" { creatinine >= 1.5 x ULN }\n'],
        'quotes only for names that need them': [
            "exclude E-1 { has any of { 'celiac disease', 'type 1 diabetes', ‘Crohn's disease’, 'failure to thrive' } }",
            "exclude E-1 { has any of { celiac disease, 'type 1 diabetes', Crohn's disease, 'failure to thrive' } }\n",
        ],
        'values in one column': [
            'protocol P {\n  age from 18 years\n  healthy volunteers no\n  timeline a,\n b\n}',
            'protocol P {\n  age      from 18 years\n  healthy volunteers no\n  timeline a,\n           b\n}\n',
        ],
        'statements of several lines apart, short ones as they are': [
            'cohort A\ncohort B\n\n\ncohort C\ninclude I-1 {\n  female\n}\n// about I-2\ninclude I-2 { male } include I-3 { male }',
            'cohort A\ncohort B\n\ncohort C\n\ninclude I-1 {\n  female\n}\n\n// about I-2\ninclude I-2 { male }\ninclude I-3 { male }\n',
        ],
        'comments between items': [
            'exclude E-1 { any of {\n a, // one\n b // two\n , /* three */ c } }',
            'exclude E-1 {\n  any of {\n    a // one\n    b // two\n    /* three */ c\n  }\n}\n',
        ],
        'signs of numbers': ['exclude E-1 { base excess > -3 mmol/L; (a -3 ) > 5 }', 'exclude E-1 { base excess > -3 mmol/L; (a - 3) > 5 }\n'],
        'single blanks': [
            'exclude   E-1    "Blanks   inside stay" {creatinine  >  1.5xULN}',
            'exclude E-1 "Blanks   inside stay" { creatinine > 1.5 x ULN }\n',
        ],
        'marks that separate': ['protocol P { timeline a ,b,c ; assessed a }', 'protocol P { timeline a, b, c; assessed a }\n'],
        'phrases with wide blanks': ['exclude E-1 { at   least  2   of { pregnant, female } }', 'exclude E-1 { at least 2 of { pregnant, female } }\n'],
        'empty braces': ['condition blue gout {   }', 'condition blue gout {}\n'],
        'at most one blank line, and none at the edges of a block': [
            '\n\n\nexclude E-1 {\n\n\n  pregnant\n\n\n  female\n\n}\n\n\n\ncohort A\n\n',
            'exclude E-1 {\n  pregnant\n\n  female\n}\n\ncohort A\n',
        ],
        comments: [
            '// first   \nexclude E-1 {// behind\n      // own line\n  pregnant    // why\n/* a\n   b */\nfemale /* c */ // d\n// last\n}\n// end',
            '// first\nexclude E-1 { // behind\n  // own line\n  pregnant // why\n  /* a\n   b */\n  female /* c */ // d\n  // last\n}\n// end\n',
        ],
        'line ends of Windows': ['exclude E-1 {\r\npregnant\r\n}\r\n', 'exclude E-1 {\r\n  pregnant\r\n}\r\n'],
        'old line ends': ['exclude E-1 {\rpregnant\r}', 'exclude E-1 {\n  pregnant\n}\n'],
        'a table': [
            'exclude E-1 {\n creatinine > case {\n female :  1.2 mg/dL\n otherwise:1.3 mg/dL\n }\n}',
            'exclude E-1 {\n  creatinine > case {\n    female: 1.2 mg/dL\n    otherwise: 1.3 mg/dL\n  }\n}\n',
        ],
        parentheses: ['exclude E-1 { BILAG(renal) is A\n( FEV1   /  FVC ) < 0.7 }', 'exclude E-1 {\n  BILAG(renal) is A\n  (FEV1 / FVC) < 0.7\n}\n'],
    };
    for (const [name, [text, expected]] of Object.entries(cases)) {
        it(name, function () {
            assert.equal(formatted(text), expected);
            assert.equal(formatted(expected), expected);
        });
    }

    for (const name of fs.readdirSync(inRoot('test/fixtures/format'))) {
        it(`${name} as recorded`, function () {
            expectGolden(`format/${name}`, formatted(fs.readFileSync(inRoot('test/fixtures/format', name), 'utf8')));
        });
    }

    it('as docs/language/formatting.md shows it', function () {
        const [before, after] = critFences(inRoot('docs/language/formatting.md'));
        assert.equal(formatted(before?.text ?? ''), `${after?.text ?? ''}\n`);
    });

    for (const broken of ['exclude {', 'exclude E-1 { statement "open\n}', 'what is this', `exclude E-1 ${'{'.repeat(5000)}`, 'exclude E-1 { $ }']) {
        it(`leaves ${JSON.stringify(broken.slice(0, 30))} as it is`, function () {
            const result = formatText(broken);
            assert.ok('problem' in result);
            assert.match(result.problem, /^It does not parse: line \d+: ./);
        });
    }
});

describe('formatting changes nothing but the layout of', function () {
    const texts = [
        ...textsIn('examples'),
        ...textsIn('packages/vocabulary/terms'),
        ...textsIn('test/fixtures/cli').filter(([name]) => !name.endsWith('errors.crit')),
        ...textsIn('test/fixtures/format'),
    ];
    for (const [name, text] of texts) {
        it(name, function () {
            const once = formatted(text);
            assert.equal(formatted(once), once);
            assert.deepEqual(commentsOf(once), commentsOf(text));
            assert.equal(meaning(once), meaning(text));
        });
    }

    it('the examples of the language reference', function () {
        for (const page of fs.readdirSync(inRoot('docs/language')).filter((name) => name.endsWith('.md'))) {
            for (const { place, text } of critFences(inRoot('docs/language', page))) {
                const result = formatText(text);
                if (!('text' in result)) continue;
                assert.equal(formatted(result.text), result.text, place);
                assert.equal(meaning(result.text), meaning(text), place);
            }
        }
    });

    it('damaged examples that still parse', function () {
        const example = fs.readFileSync(inRoot('examples/breakfree-1.crit'), 'utf8');
        const words = tokenize(example).tokens.filter(({ image }) => image.trim() !== '');
        fc.assert(
            fc.property(
                fc.nat(words.length - 1),
                fc.constantFrom('', '\n', ' // a comment\n', ' /* a comment */ ', '    ', '\r\n\r\n\r\n'),
                (word, newText) => {
                    const { startOffset, image } = words[word] ?? { startOffset: 0, image: '' };
                    agreesWithItself(example.slice(0, startOffset) + newText + example.slice(newText === '' ? startOffset + image.length : startOffset));
                },
            ),
            { numRuns: 150, seed: 3 },
        );
    });

    it('random sentences with random blanks and comments', function () {
        const gap = fc.constantFrom(' ', ' ', ' ', '  ', '\t', ' /* note */ ', ' /* two\nlines */ ', ' // note\n', '\n');
        fc.assert(
            fc.property(sentences(PARSE_PROGRAM), fc.array(gap, { minLength: 1, maxLength: 40 }), (text, gaps) => {
                let number = 0;
                // Line ends that would change what the sentence says make it unreadable most of the time; what stays readable is formatted.
                agreesWithItself(text.replace(/ /g, () => (number++ % 7 === 0 ? (gaps[number % gaps.length] ?? ' ') : ' ')));
            }),
            { numRuns: 600, seed: 11 },
        );
    });
});

/** Formats a text if it can be read: nothing is lost, and formatting twice is formatting once. */
function agreesWithItself(text: string): void {
    const result = formatText(text);
    if (!('text' in result)) {
        assert.match(result.problem, /^It does not parse/, text);
        return;
    }
    assert.deepEqual(commentsOf(result.text), commentsOf(text), text);
    assert.equal(formatted(result.text), result.text, text);
    assert.ok(!/[ \t]\n/.test(result.text.replace(/\/\*[\s\S]*?\*\//g, 'comment')), 'blanks at the end of a line');
}

describe('formatting a stretch', function () {
    const text = 'cohort   A\n\n\ninclude   I-1   {\nfemale\n}\n// about I-2\n  include   I-2   {  male  }\nexclude   E-1   {  male  }\n';

    it('lays out the statements that it touches, and no others', function () {
        const result = formatRange(text, text.indexOf('male  }'), text.indexOf('male  }') + 2);
        assert.ok('edit' in result && result.edit !== null);
        const { start, end, newText } = result.edit;
        assert.equal(
            text.slice(0, start) + newText + text.slice(end),
            'cohort   A\n\n\ninclude   I-1   {\nfemale\n}\n// about I-2\ninclude I-2 { male }\nexclude   E-1   {  male  }\n',
        );
    });

    it('makes no edit where nothing is to change', function () {
        const result = formatRange(formatted(text), 0, 10);
        assert.ok('edit' in result && result.edit === null);
    });

    it('refuses a text that does not parse', function () {
        assert.ok('problem' in formatRange('include {', 0, 1));
    });
});
