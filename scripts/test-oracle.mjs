// `npm run test:oracle`: runs everything that the oracles of the analyser can ask; `npm test` asks a seeded portion of it.
import { requireNodeVersion } from './node-version.mjs';

requireNodeVersion();
const { compilePackages } = await import('./build.mjs');
const { install } = await import('./install.mjs');
const { filesBelow } = await import('./repository.mjs');
const { runNode } = await import('./run-command.mjs');
const { compiledTest, mochaArguments } = await import('./test/suites.mjs');

/** The test areas whose files ask `effort` how much to do. */
const areas = ['test/analysis'];

const files = areas.flatMap((area) => filesBelow(area, (file) => file.endsWith('.test.ts')));
try {
    await install();
    await compilePackages();
    const { code } = await runNode(mochaArguments(files.map(compiledTest)), { show: true, env: { CRIT_ORACLE: 'full' } });
    process.exitCode = code;
} catch (error) {
    console.error(error.message);
    process.exitCode = 1;
}
