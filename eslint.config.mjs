// What ESLint holds the code to: type-aware rules for TypeScript, the plain ones for scripts, and a first line that says a file's one job.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const fileSaysItsJob = {
    meta: { type: 'suggestion', messages: { missing: 'The first line of a file is a comment that says its one job.' }, schema: [] },
    create: (context) => ({
        Program(program) {
            const lines = context.sourceCode.lines;
            const first = lines[0]?.startsWith('#!') ? lines[1] : lines[0];
            if (!/^\/[/*]+\s*\S/.test(first ?? '')) context.report({ node: program, messageId: 'missing', loc: { line: 1, column: 0 } });
        },
    }),
};

export default defineConfig(
    globalIgnores(['**/out/', '**/dist/', '**/src/generated/', 'generated/', 'test/fixtures/', 'test/golden/']),
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
    {
        plugins: { crit: { rules: { 'file-says-its-job': fileSaysItsJob } } },
        rules: { 'crit/file-says-its-job': 'error', eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error', 'no-eval': 'error' },
    },
    {
        files: ['**/*.ts', '**/*.cts'],
        extends: [js.configs.recommended, ts.configs.recommendedTypeChecked],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            // Control characters are among what a hostile file holds, and are looked for on purpose.
            'no-control-regex': 'off',
            '@typescript-eslint/no-non-null-assertion': 'error',
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/explicit-module-boundary-types': 'error',
            '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
            '@typescript-eslint/prefer-readonly': 'error',
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
        },
    },
    {
        // Only the command line writes to the terminal.
        files: ['packages/*/src/**/*.ts'],
        ignores: ['packages/cli/src/**'],
        rules: { 'no-console': 'error' },
    },
    {
        // VS Code loads its tests as CommonJS.
        files: ['**/*.cts'],
        rules: { '@typescript-eslint/no-require-imports': ['error', { allowAsImport: true }] },
    },
    {
        files: ['test/**/*.ts', 'test/**/*.cts'],
        rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
    },
    {
        files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
        extends: [js.configs.recommended],
        languageOptions: { globals: nodeGlobals() },
        rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }] },
    },
    {
        files: ['test/ui/*.test.mjs'],
        languageOptions: { globals: { describe: 'readonly', it: 'readonly', before: 'readonly', after: 'readonly', afterEach: 'readonly' } },
    },
    { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
    // The check of Node's version has to be readable by old Nodes.
    { files: ['scripts/node-version.mjs'], rules: { 'no-var': 'off' } },
);

function nodeGlobals() {
    const names = [
        'Buffer',
        'console',
        'performance',
        'process',
        'setTimeout',
        'clearTimeout',
        'URL',
        'URLSearchParams',
        '__dirname',
        '__filename',
        'require',
        'module',
        'exports',
    ];
    return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
