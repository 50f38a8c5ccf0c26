// `npm run new-check NAME "One-line summary." [error|warning|information|hint]`: scaffolds the five things of a diagnostic, for the author to fill.
import fs from 'node:fs';
import path from 'node:path';
import { exists, inRoot } from './repository.mjs';

const CATALOGUE = 'packages/language/src/diagnostics/catalogue.ts';
const MODEL_CHECKS = 'packages/language/src/checks/model-checks.ts';
const SEVERITIES = ['error', 'warning', 'information', 'hint'];

const [name, summary, severity = 'warning'] = process.argv.slice(2);
const problem = problemOf();
if (problem !== null) {
    console.error(
        `${problem}\n\nnpm run new-check NAME "One-line summary." [${SEVERITIES.join('|')}]\nfor example: npm run new-check arm-without-dose "An arm does not say its dose." warning`,
    );
    process.exit(2);
}

const exported = name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const article = severity === 'error' || severity === 'information' ? 'an' : 'a';

addToCatalogue();
registerCheck();
write(`packages/language/src/checks/${name}.ts`, checkFile());
write(`docs/diagnostics/${name}.md`, pageFile());
write(`test/fixtures/checks/${name}/invalid.crit`, invalidFixture());
write(`test/fixtures/checks/${name}/valid.crit`, 'include I-1 "Age" {\n  age >= 18 years\n}\n');
console.log(`
Now, in this order:
  1. write what must be reported into test/fixtures/checks/${name}/invalid.crit, and what must not into valid.crit
  2. write the check in packages/language/src/checks/${name}.ts, with a fix where one is possible
  3. fill docs/diagnostics/${name}.md; its examples are run
  4. npm run regenerate diagnostic-index diagnostic-pages
  5. npm test -- test/language/checks.test.ts test/language/rule-of-five.test.ts test/docs/diagnostic-pages.test.ts`);

function problemOf() {
    if (name === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) return 'The name of a diagnostic is lower-case words joined by hyphens.';
    if (summary === undefined || !/^[A-Z'].*\.$/.test(summary) || /\n/.test(summary)) return 'The summary is one sentence on one line, with a full stop.';
    if (!SEVERITIES.includes(severity)) return `'${severity}' is no severity.`;
    if (fs.readFileSync(inRoot(CATALOGUE), 'utf8').includes(`'${name}':`) || exists(`packages/language/src/checks/${name}.ts`))
        return `There is a diagnostic '${name}' already.`;
    return null;
}

function addToCatalogue() {
    const text = fs.readFileSync(inRoot(CATALOGUE), 'utf8');
    const quoted = summary.includes("'") ? JSON.stringify(summary) : `'${summary}'`;
    change(CATALOGUE, text.replace(/\n\} as const satisfies/, `\n    '${name}': { severity: '${severity}', summary: ${quoted} },\n} as const satisfies`), text);
}

/** Puts the check into the list of those that read the finished document, by name. */
function registerCheck() {
    const text = fs.readFileSync(inRoot(MODEL_CHECKS), 'utf8');
    const imports = [...text.matchAll(/^import \{ (\w+) \} from '\.\/([a-z0-9-]+)\.js';\n/gm)];
    const next = imports.find(([, , file]) => file > name);
    const at = next?.index ?? (imports.at(-1)?.index ?? 0) + (imports.at(-1)?.[0].length ?? 0);
    const imported = `${text.slice(0, at)}import { ${exported} } from './${name}.js';\n${text.slice(at)}`;
    const list = /(MODEL_CHECKS: readonly ModelCheck\[\] = \[\n)([\s\S]*?)(\];)/.exec(imported);
    if (list === null) throw new Error(`${MODEL_CHECKS} has no list MODEL_CHECKS`);
    const entries = [...list[2].split('\n').filter((line) => line.trim() !== ''), `    ${exported},`].sort();
    change(MODEL_CHECKS, imported.replace(list[0], `${list[1]}${entries.join('\n')}\n${list[3]}`), text);
}

function checkFile() {
    return `// ${name}: say in one sentence what is wrong and why it matters.
import { everyCondition } from './every-condition.js';
import type { ModelCheck } from './model-checks.js';

export const ${exported}: ModelCheck = {
    name: '${name}',
    run({ document, report }) {
        everyCondition(document, (condition, criterion) => {
            if (condition.kind !== 'unresolved' || condition.range === undefined) return;
            report({
                message: 'Say what is wrong, why it matters and what to do, in the words of a protocol.',
                range: condition.range,
                ...(criterion === null ? {} : { criteria: [criterion] }),
            });
        });
    },
};
`;
}

function pageFile() {
    return `# ${name}

${summary} Severity: **${severity}**.

## What it means

What stands in the file when ${article} ${severity} of this name is reported.

## Why it matters

What goes wrong in the trial: who is enrolled, or kept out, who should not be.

## Example

\`\`\`crit
// expect ${name}
include I-1 "Example" {
  age >= 18 years
}
\`\`\`

## Mended

\`\`\`crit
// expect none
include I-1 "Example" {
  age >= 18 years
}
\`\`\`

## What it does not claim

What a reader could take it for and must not.

## Why no fix is offered

Remove this section as soon as a fixture shows a fix; else say why none is possible.
`;
}

function invalidFixture() {
    return `// The marker stands above the line in which the diagnostic begins: name, part of the message, the marked text.
include I-1 "Example" {
  //! ${name} "part of the message" at "age >= 18 years"
  age >= 18 years
}
`;
}

function write(file, text) {
    fs.mkdirSync(path.dirname(inRoot(file)), { recursive: true });
    fs.writeFileSync(inRoot(file), text);
    console.log(`wrote   ${file}`);
}

function change(file, text, before) {
    if (text === before) throw new Error(`${file} could not be changed`);
    fs.writeFileSync(inRoot(file), text);
    console.log(`changed ${file}`);
}
