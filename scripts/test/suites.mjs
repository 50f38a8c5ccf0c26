// The list of everything `npm test` runs after the build. A new suite is one entry here.
import { exists, filesBelow, inRoot } from '../repository.mjs';

const program = (name) => inRoot('node_modules', name);

/** The compiled form of each mocha test file; the list follows the sources, so that what a deleted test left behind does not run. */
const mochaFiles = () => filesBelow('test', (file) => file.endsWith('.test.ts') && !/^test\/(out|fixtures|golden|vscode)\//.test(file)).map(compiledTest);

/** Where a test file stands after compilation. */
export const compiledTest = (file) => file.replace(/^test\//, 'test/out/').replace(/\.ts$/, '.js');

/** The Node arguments that run mocha on some compiled test files. */
export const mochaArguments = (files) => ['--enable-source-maps', program('mocha/bin/mocha.js'), '--config', inRoot('test/mocharc.json'), ...files];

/**
 * name:     what --only calls it.
 * command:  the arguments to Node.
 * counts:   whether it writes its counts, as JSON, into the file that the environment variable CRIT_COUNTS_FILE names:
 *           { "passed": 1, "failed": 0, "skipped": [ { "title": "…", "reason": "…" } ] }.
 *           Without that it counts as one test, which passes when the command exits with 0.
 * alone:    whether it runs by itself, after the others: for what starts a browser or measures.
 */
export function suites({ shards }) {
    return [
        { name: 'eslint', command: [program('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
        { name: 'prettier', command: [program('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
        { name: 'borders', command: [program('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.mjs', 'packages'] },
        { name: 'generated', command: [inRoot('scripts/regenerate.mjs'), '--check'] },
        ...dealOut(mochaFiles(), shards).map((files, index) => ({ name: `mocha-${index + 1}`, command: mochaArguments(files), counts: true })),
        // The suite exists as soon as there is an extension to test.
        ...(exists('packages/vscode/src/extension.ts')
            ? [
                  { name: 'vscode', command: [inRoot('test/vscode-host/run-suite.mjs')], counts: true, alone: true },
                  { name: 'web-host', command: [inRoot('test/web-host/run-suite.mjs')], counts: true, alone: true },
                  {
                      name: 'workbench',
                      command: mochaArguments(filesBelow('test/ui', (file) => file.endsWith('.test.mjs')).map((file) => inRoot(file))),
                      counts: true,
                      alone: true,
                  },
              ]
            : []),
    ];
}

/** Deals files out into so many hands, one after the other, so that each hand gets some of every area. */
function dealOut(files, hands) {
    const dealt = Array.from({ length: hands }, () => []);
    files.forEach((file, index) => dealt[index % hands].push(file));
    return dealt.filter((hand) => hand.length > 0);
}
