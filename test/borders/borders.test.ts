// Shows that each border between the packages is held: for every rule, an import that it must report, and imports that no rule may report.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../support/repository.js';

/** For each rule, a file that breaks it. Where the rule is about one package, the file stands in it. */
const violations: Record<string, { file: string; text: string }> = {
    'model-imports-only-what-it-may': { file: 'packages/model/src/a.ts', text: "import '@crit-lang/vocabulary/terms.js';" },
    'vocabulary-imports-only-what-it-may': { file: 'packages/vocabulary/src/a.ts', text: "import '@crit-lang/language/good.js';" },
    'language-imports-only-what-it-may': { file: 'packages/language/src/a.ts', text: "import '../../generate/src/good.js';" },
    'generate-imports-only-what-it-may': {
        file: 'packages/generate/src/a.ts',
        text: "import type { Term } from '@crit-lang/vocabulary/terms.js';\nexport type { Term };",
    },
    'analysis-imports-only-what-it-may': { file: 'packages/analysis/src/a.ts', text: "import '@crit-lang/language/good.js';" },
    'evaluate-imports-only-what-it-may': { file: 'packages/evaluate/src/a.ts', text: "import '@crit-lang/analysis/good.js';" },
    'findings-imports-only-what-it-may': { file: 'packages/findings/src/a.ts', text: "import '../../language/src/good.js';" },
    'server-imports-only-what-it-may': { file: 'packages/server/src/a.ts', text: "import '../../cli/src/good.js';" },
    'cli-imports-only-what-it-may': { file: 'packages/cli/src/a.ts', text: "import '@crit-lang/server/good.js';" },
    'vscode-imports-only-what-it-may': { file: 'packages/vscode/src/a.ts', text: "import '@crit-lang/model/good.js';" },
    'only-language-and-server-knows-langium': { file: 'packages/cli/src/b.ts', text: "import type { AstNode } from 'langium';\nexport type { AstNode };" },
    'only-language-knows-chevrotain': { file: 'packages/server/src/b.ts', text: "import 'chevrotain';" },
    'only-server-knows-vscode-languageserver': { file: 'packages/language/src/b.ts', text: "import 'vscode-languageserver-types';" },
    'only-server-knows-vscode-jsonrpc': { file: 'packages/vscode/src/b.ts', text: "import 'vscode-jsonrpc';" },
    'only-vscode-knows-vscode-languageclient': { file: 'packages/server/src/c.ts', text: "import 'vscode-languageclient/node.js';" },
    'only-vscode-knows-vscode': { file: 'packages/server/src/d.ts', text: "import 'vscode';" },
    'only-model-knows-ucum-lhc': { file: 'packages/generate/src/b.ts', text: "import '@lhncbc/ucum-lhc';" },
    'only-cli-knows-commander': { file: 'packages/server/src/e.ts', text: "import 'commander';" },
    'generated-ast-stays-in-language-and-server': { file: 'packages/cli/src/c.ts', text: "import '@crit-lang/language/generated/ast.js';" },
    'core-runs-in-a-browser': { file: 'packages/model/src/b.ts', text: "import 'node:fs';" },
    'core-does-not-import-its-node-side': { file: 'packages/language/src/c.ts', text: "import './node/files.js';" },
    'no-cycle': { file: 'packages/model/src/c.ts', text: "import './d.js';" },
    'no-barrel': { file: 'packages/cli/src/d.ts', text: "import './commands/index.js';" },
    'only-declared-dependencies': { file: 'packages/cli/src/e.ts', text: "import 'prettier';" },
    'nothing-unresolvable': { file: 'packages/cli/src/f.ts', text: "import './missing.js';" },
    'tests-stay-outside': { file: 'packages/cli/src/g.ts', text: "import '../../../test/support.js';" },
};

/** Files that the violations import, and files that keep to every rule. */
const others: Record<string, string> = {
    'packages/model/src/d.ts': "import './c.js';",
    'packages/model/src/good.ts': "import type { Other } from './good-too.js';\nexport interface Good { other: Other }",
    'packages/model/src/good-too.ts': "import type { Good } from './good.js';\nexport interface Other { good?: Good }",
    'packages/vocabulary/src/terms.ts': "import '@crit-lang/model/good.js';\nexport interface Term { name: string }",
    'packages/language/src/good.ts': "import 'langium';\nimport '@crit-lang/vocabulary/terms.js';",
    'packages/language/src/generated/ast.ts': "import 'langium';",
    'packages/language/src/node/files.ts': "import 'node:fs';\nimport 'langium/node';\nimport '../good.js';",
    'packages/generate/src/good.ts': "import '@crit-lang/model/good.js';",
    'packages/server/src/good.ts': "import 'vscode-languageserver';\nimport 'langium/lsp';",
    'packages/server/src/node/main.ts': "import 'vscode-languageserver/node.js';\nimport '@crit-lang/language/node/files.js';\nimport '../good.js';",
    'packages/cli/src/good.ts': "import 'node:fs';\nimport 'commander';\nimport '@crit-lang/language/good.js';",
    'packages/cli/src/commands/index.ts': 'export {};',
    'packages/vscode/src/good.ts': "import 'vscode';\nimport 'vscode-languageclient/node.js';",
    'test/support.ts': 'export {};',
};

describe('borders between the packages', function () {
    let reported: Map<string, string[]>;

    before(function () {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-borders-'));
        try {
            const write = (file: string, text: string) => {
                fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
                fs.writeFileSync(path.join(folder, file), text);
            };
            fs.copyFileSync(inRoot('package.json'), path.join(folder, 'package.json'));
            for (const name of fs.readdirSync(inRoot('packages')))
                write(`packages/${name}/package.json`, fs.readFileSync(inRoot('packages', name, 'package.json'), 'utf8'));
            for (const { file, text } of Object.values(violations)) write(file, text);
            for (const [file, text] of Object.entries(others)) write(file, text);
            fs.symlinkSync(inRoot('node_modules'), path.join(folder, 'node_modules'), 'junction');
            reported = rulesReportedIn(folder);
        } finally {
            fs.rmSync(folder, { recursive: true, force: true });
        }
    });

    it('has a violation for every rule', async function () {
        const { default: config } = (await import(new URL(`file://${inRoot('.dependency-cruiser.mjs')}`).href)) as {
            default: { forbidden: { name: string }[] };
        };
        assert.deepEqual(Object.keys(violations).sort(), config.forbidden.map(({ name }) => name).sort());
    });

    for (const [rule, { file, text }] of Object.entries(violations)) {
        it(`${rule} reports ${text.split('\n')[0] ?? ''} in ${path.posix.dirname(file)}`, function () {
            assert.ok(reported.get(file)?.includes(rule), `reported there: ${reported.get(file)?.join(', ') ?? 'nothing'}`);
        });
    }

    it('reports nothing in files that keep to the rules', function () {
        for (const file of Object.keys(others)) if (!file.endsWith('/d.ts')) assert.deepEqual(reported.get(file) ?? [], [], file);
    });
});

/** The names of the rules that dependency-cruiser reports, by the file that breaks them. */
function rulesReportedIn(folder: string): Map<string, string[]> {
    const program = inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [program, '--config', inRoot('.dependency-cruiser.mjs'), '--output-type', 'json', 'packages'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
    assert.ok(stdout.startsWith('{'), `dependency-cruiser printed: ${stdout}${stderr}`);
    const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    const reported = new Map<string, string[]>();
    for (const { from, rule } of summary.violations) reported.set(from, [...(reported.get(from) ?? []), rule.name]);
    return reported;
}
