// `npm start`: from a fresh clone to a working Crit; checks the examples, generates every output of one, and says where things are.
import { requireNodeVersion } from './node-version.mjs';

requireNodeVersion();
const fs = await import('node:fs');
const { install } = await import('./install.mjs');
const { build } = await import('./build.mjs');
const { exists, inRoot } = await import('./repository.mjs');
const { runNode } = await import('./run-command.mjs');
const { vsixFile } = await import('./bundle/vsix.mjs');

const example = 'examples/breakfree-1.crit';
const folder = 'generated/breakfree-1';
/** Each output of the example: the arguments of `crit generate`, and the file that it writes. */
const outputs = [
    [['--to', 'registry'], 'registry.txt', "text for the registry's eligibility field"],
    [['--to', 'registry-json'], 'registry.json', 'the same with its fields, as the registry exchanges it'],
    [['--to', 'patient'], 'patient.md', 'text for patients'],
    [['--to', 'patient', '--html'], 'patient.html', 'text for patients, to open in a browser'],
    [['--to', 'rules'], 'rules.json', 'rules that a program can run: the criteria model'],
];
const crit = (...args) => runNode([inRoot('packages/cli/bin/crit.cjs'), ...args]);

try {
    await install();
    console.log('Building …');
    await build();
    await checkExamples();
    await generateOutputs();
    sayWhatIsNext();
} catch (error) {
    console.error(error.message);
    process.exitCode = 1;
}

async function checkExamples() {
    console.log('\nWhat the checks and the analysis find in examples/ (what they find in a real protocol is left as it is):\n');
    const { code, output } = await crit('check', 'examples');
    console.log(indent(output));
    // 1 means that errors were found in the examples, which is an answer and not a failure of this command.
    if (code > 1) throw new Error(`crit check ended with exit code ${code}.`);
}

async function generateOutputs() {
    fs.mkdirSync(inRoot(folder), { recursive: true });
    console.log(`\nGenerated from ${example}:\n`);
    for (const [args, name, what] of outputs) {
        const { code, output } = await crit('generate', example, ...args, '--out', `${folder}/${name}`);
        if (code !== 0) throw new Error(`crit generate ${args.join(' ')} ended with exit code ${code}:\n${output}`);
        console.log(`  ${`${folder}/${name}`.padEnd(40)} ${what}`);
        if (output.trim() !== '') console.log(indent(indent(output)));
    }
}

function sayWhatIsNext() {
    console.log('\nOn the command line:');
    console.log(`  npx --no-install crit check ${example}`);
    console.log('  npx --no-install crit --help');
    if (!exists(vsixFile)) return;
    console.log('\nIn VS Code:');
    console.log(`  code --install-extension ${vsixFile}`);
    console.log(`  code ${example}`);
    console.log('  Without the command `code`: Extensions, the menu …, Install from VSIX…, then open the file.');
}

function indent(text) {
    return text.trim().replace(/^(?=.)/gm, '  ');
}
