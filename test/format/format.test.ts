// The formatter: its layout, and that it changes nothing else, in the examples, the vocabulary and the documentation.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { compile } from '@crit-lang/language/compile.js';
import { formatText } from '@crit-lang/language/format/format.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { critFences } from '../docs/crit-fences.js';
import { inRoot } from '../support/repository.js';

/** The formatted text; fails when it is refused. */
function formatted(text: string): string {
    const result = formatText(text);
    assert.ok('text' in result, 'problem' in result ? result.problem : '');
    return result.text;
}

/** What a text means: its model without places and hashes, and without the text of what could not be read. */
function meaning(text: string): string {
    const { document } = compile(parseFile('text.crit', text));
    return JSON.stringify(document, (key, value: unknown) => {
        if (key === 'range' || key === 'hash') return undefined;
        return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'unresolved' ? { kind: 'unresolved' } : value;
    });
}

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
        'several braces that close at once': ['exclude E-1 { any of {\npregnant\n} }', 'exclude E-1 { any of {\n  pregnant\n} }\n'],
        'a line that goes on': [
            'exclude E-1 {\n  has any cancer\n  except any leukemia\n  pregnant or\n  female\n}',
            'exclude E-1 {\n  has any cancer\n    except any leukemia\n  pregnant or\n    female\n}\n',
        ],
        'a list over several lines': [
            'exclude E-1 {\n  used any of { azathioprine,\nrituximab\n } within 3 months before screening\n}',
            'exclude E-1 {\n  used any of { azathioprine,\n    rituximab\n  } within 3 months before screening\n}\n',
        ],
        'single blanks': ['exclude   E-1    "Blanks   inside stay" {creatinine  >  1.5xULN}', 'exclude E-1 "Blanks   inside stay" { creatinine > 1.5xULN }\n'],
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
        parentheses: ['exclude E-1 { BILAG(renal) is A\n( FEV1   /  FVC ) < 0.7 }', 'exclude E-1 { BILAG(renal) is A\n  ( FEV1 / FVC ) < 0.7 }\n'],
    };
    for (const [name, [text, expected]] of Object.entries(cases)) {
        it(name, function () {
            assert.equal(formatted(text), expected);
            assert.equal(formatted(expected), expected);
        });
    }

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
    ];
    for (const [name, text] of texts) {
        it(name, function () {
            const once = formatted(text);
            assert.equal(formatted(once), once);
            assert.equal(once.replace(/\s+/g, ''), text.replace(/\s+/g, ''));
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
});
