// `npm test`: installs, builds, lints, compares generated files and runs every test; closes with one line of counts over all of it.
import { parseArgs } from 'node:util';
import { requireNodeVersion } from './node-version.mjs';

requireNodeVersion();
const { availableParallelism } = await import('node:os');
const { install } = await import('./install.mjs');
const { build, compilePackages } = await import('./build.mjs');
const { runNode } = await import('./run-command.mjs');
const { runSuites } = await import('./test/run-suites.mjs');
const { compiledTest, mochaArguments, suites } = await import('./test/suites.mjs');

const usage = `npm test                                    everything
npm test -- --only mocha,borders            only the suites whose names start so
npm test -- test/model/rational.test.ts     only these test files, after compiling (nothing is bundled)
npm test -- --update-golden [FILE…]         writes the goldens anew instead of comparing with them
npm test -- --vscode                        also runs the suites in VS Code with downloaded ones`;

const { values, positionals } = readArguments();
if (values.vscode) process.env.CRIT_VSCODE = 'download';
if (values['update-golden']) process.env.CRIT_UPDATE_GOLDEN = '1';
try {
    await install();
    process.exitCode = positionals.length > 0 ? await runFiles(positionals) : await runEverything();
} catch (error) {
    console.error(error.message);
    console.log('0 passed, 1 failed, 0 skipped');
    process.exitCode = 1;
}

async function runFiles(files) {
    // Errors elsewhere are told, but do not keep these files from running.
    const errors = await compilePackages().catch((error) => error.message);
    if (errors !== undefined) console.error(errors);
    const { code } = await runNode(mochaArguments(files.map((file) => compiledTest(file.replaceAll('\\', '/').replace(/^\.\//, '')))), { show: true });
    return errors === undefined ? code : 1;
}

async function runEverything() {
    const wanted = (values.only ?? (values['update-golden'] ? 'mocha' : '')).split(',');
    const jobs = availableParallelism();
    const chosen = suites({ shards: Math.min(jobs, 4) }).filter(({ name }) => wanted.some((start) => name.startsWith(start)));
    console.log('Building …');
    await build();
    const results = await runSuites(chosen, { jobs, report });
    const sum = (count) => results.reduce((total, result) => total + count(result), 0);
    const [passed, failed, skipped] = [sum((r) => r.passed), sum((r) => r.failed), sum((r) => r.skipped.length)];
    const skipsForbidden = process.env.CI === 'true' && skipped > 0;
    if (skipsForbidden) console.error('In CI nothing may be skipped.');
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    return failed > 0 || skipsForbidden || passed === 0 ? 1 : 0;
}

function report({ name, output, seconds, passed, failed, skipped, problems }) {
    const text = output.trim();
    if (failed > 0 && text !== '') console.log(`\n${text}\n`);
    console.log(`  ${failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${String(passed).padStart(5)} of ${passed + failed} in ${seconds.toFixed(1)} s`);
    for (const problem of problems) console.log(`         ${name} ${problem}`);
    for (const { title, reason } of skipped) console.log(`         skipped: ${title} (${reason ?? 'no reason given'})`);
}

function readArguments() {
    const text = { type: 'string' };
    const flag = { type: 'boolean', default: false };
    try {
        return parseArgs({ allowPositionals: true, options: { only: text, 'update-golden': flag, vscode: flag } });
    } catch (error) {
        console.error(`${error.message}\n\n${usage}`);
        process.exit(2);
    }
}
