// Runs the grammar tests of vscode-tmgrammar-test: files whose comments say which scope the piece above them has, and which it must not have.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type * as GrammarTests from 'vscode-tmgrammar-test/dist/unit/index.js';
import { inRoot } from '../support/repository.js';
import { registry } from './tokenizer.js';

const { parseGrammarTestCase, runGrammarTestCase } = createRequire(import.meta.url)('vscode-tmgrammar-test/dist/unit/index.js') as typeof GrammarTests;

const FOLDER = 'test/fixtures/syntaxes';

describe('TextMate grammar', function () {
    // The engine is the one that VS Code has, which is newer than the one that the test runner brings.
    let engine: Parameters<typeof runGrammarTestCase>[0];
    before(async function () {
        engine = (await registry()) as unknown as typeof engine;
    });

    for (const name of fs.readdirSync(inRoot(FOLDER))) {
        const source = fs.readFileSync(inRoot(`${FOLDER}/${name}`), 'utf8');
        const testCase = parseGrammarTestCase(source);
        it(`${name}: ${testCase.metadata.description}`, async function () {
            assert.ok(testCase.assertions.length > 0, 'no line says what is expected');
            const failures = await runGrammarTestCase(engine, testCase);
            assert.deepEqual(
                failures.map(({ line, srcLine, start, end, missing, unexpected, actual }) => ({
                    at: `${name}:${line + 1}`,
                    piece: testCase.source[srcLine]?.slice(start, end),
                    missing,
                    unexpected,
                    actual,
                })),
                [],
            );
        });
    }
});
