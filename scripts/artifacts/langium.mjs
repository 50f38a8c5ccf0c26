// Generates the AST types, the tables of the parser and the TextMate grammar from the Langium grammar.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, readJson } from '../repository.mjs';
import { runNode } from '../run-command.mjs';
import { parseProgram, programText } from './parse-program.mjs';
import { textMateGrammar } from './textmate.mjs';

const config = readJson('langium-config.json');
const [language] = config.languages;
const grammarFolder = path.posix.dirname(language.grammar);

// Crit's phrase keywords ("at least") are one token each on purpose, so this warning of Langium's is expected.
const expectedWarning = /Keywords should not contain whitespace characters/;

export const langiumArtifact = {
    name: 'langium',
    paths: [config.out, language.textMate.out],
    needsBuild: false,
    async write(out) {
        // Langium resolves every path of its configuration against the folder of the configuration, so grammar and configuration are copied there.
        const samePlace = path.resolve(out) === inRoot();
        if (!samePlace) {
            fs.cpSync(inRoot(grammarFolder), path.join(out, grammarFolder), { recursive: true });
            fs.copyFileSync(inRoot('langium-config.json'), path.join(out, 'langium-config.json'));
        }
        const file = path.join(out, 'langium-config.json');
        // Langium asks about files in its folder that are not its own, so the tables are away while it runs.
        const tables = path.join(out, config.out, 'parse-program.ts');
        const before = fs.existsSync(tables) ? fs.readFileSync(tables) : undefined;
        fs.rmSync(tables, { force: true });
        const { code, output } = await runNode([inRoot('node_modules/langium-cli/bin/langium.js'), 'generate', '--file', file]);
        const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '' && !expectedWarning.test(line));
        if (code !== 0 && before !== undefined) fs.writeFileSync(tables, before);
        if (code !== 0) throw new Error(`Langium refused the grammar:\n${lines.join('\n')}`);
        const program = await parseProgram(inRoot(language.grammar));
        fs.writeFileSync(tables, programText(program));
        // Langium knows no phrases, units, names or codes, so its highlighting is replaced by one made from the same tables.
        fs.writeFileSync(path.join(out, language.textMate.out), textMateGrammar(program));
        if (samePlace) for (const line of lines) console.log(`  ${line}`);
    },
};
