// Damaged examples: whatever is cut, inserted or doubled in them, compiling, formatting and generating end without a failure.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { TARGETS } from '@crit-lang/generate/targets.js';
import { compile } from '@crit-lang/language/compile.js';
import { formatText } from '@crit-lang/language/format/format.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { criterionClassifier } from '@crit-lang/model/criteria/classify.js';
import { inRoot } from '../support/repository.js';

const examples = fs
    .readdirSync(inRoot('examples'))
    .filter((name) => name.endsWith('.crit'))
    .sort()
    .map((name) => fs.readFileSync(inRoot('examples', name), 'utf8'));

/** Words and marks of the language, and what does not belong into it. */
const SNIPPETS = [
    ...[
        '{',
        '}',
        '(',
        ')',
        '"',
        "'",
        ',',
        ';',
        ':',
        '\n',
        ' ',
        '<',
        '>=',
        '-',
        '/',
        '%',
        '\u00d7',
        '\u2264',
        '\u0000',
        '\ud800',
        '\u202e',
        '\ufeff',
        '/*',
        '//',
    ],
    ...[
        'include ',
        'exclude ',
        'for ',
        'if ',
        'unless ',
        'not ',
        'any of ',
        'at least 2 of ',
        'except ',
        'other than ',
        'case ',
        'otherwise',
        'within 3 months before ',
    ],
    ...[
        'define ',
        'condition ',
        'is a ',
        'protocol ',
        'cohort ',
        'import ',
        'reading ',
        'used before ',
        'each ',
        'as one',
        '5 x ULN',
        '1:160',
        '10^9/L',
        'the index disease',
    ],
    ...['__proto__', 'constructor', '999999999999999999999999', '0', '1e400', 'unspecified ', 'statement ', 'BILAG is A in '],
];

interface Mutation {
    at: number;
    length: number;
    kind: 'delete' | 'double' | 'insert' | 'move';
    snippet: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 2000 })),
    kind: fc.constantFrom('delete', 'double', 'insert', 'move'),
    snippet: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'binary', maxLength: 6 })),
});

function mutated(text: string, { at, length, kind, snippet }: Mutation): string {
    const start = Math.floor(at * text.length);
    const piece = text.slice(start, start + length);
    switch (kind) {
        case 'delete':
            return text.slice(0, start) + text.slice(start + length);
        case 'double':
            return text.slice(0, start) + piece + text.slice(start);
        case 'insert':
            return text.slice(0, start) + snippet + text.slice(start);
        case 'move':
            return piece + text.slice(0, start) + text.slice(start + length);
    }
}

describe('damaged examples', function () {
    it('are compiled, formatted, classified and generated from without a failure', function () {
        this.timeout(300_000);
        const example = fc.constantFrom(...examples);
        // A fixed seed: a test that fails fails again.
        fc.assert(
            fc.property(example, fc.array(mutation, { minLength: 1, maxLength: 5 }), (text, mutations) => survives(mutations.reduce(mutated, text))),
            {
                numRuns: 120,
                seed: 20260113,
                endOnFailure: true,
            },
        );
    });

    it('may be cut anywhere', function () {
        this.timeout(300_000);
        for (const text of examples) for (let part = 1; part < 24; part++) survives(text.slice(0, Math.floor((text.length * part) / 24)));
    });
});

function survives(text: string): void {
    const { document, diagnostics } = compile(parseFile('damaged.crit', text));
    document.criteria.forEach(criterionClassifier(document));
    for (const target of TARGETS) for (const file of target.generate(document, {}).files) assert.equal(typeof file.text, 'string');
    const formatted = formatText(text);
    if ('text' in formatted) {
        const again = formatText(formatted.text);
        assert.ok('text' in again && again.text === formatted.text, 'formatting twice gives something else than formatting once');
    }
    for (const { range } of diagnostics)
        assert.ok(range.start.line < range.end.line || (range.start.line === range.end.line && range.start.character <= range.end.character));
}
