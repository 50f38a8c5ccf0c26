// The borders between the packages, as rules that fail: which package may import which, and which outside packages each may know.
import { fileURLToPath } from 'node:url';

/** For each package, the packages of ours that it may import. ARCHITECTURE.md draws the same arrows. */
const mayImport = {
    model: [],
    vocabulary: ['model'],
    language: ['model', 'vocabulary'],
    generate: ['model'],
    analysis: ['model'],
    evaluate: ['model'],
    findings: ['model', 'analysis', 'evaluate'],
    server: ['model', 'vocabulary', 'language', 'generate', 'analysis', 'evaluate', 'findings'],
    cli: ['model', 'vocabulary', 'language', 'generate', 'analysis', 'evaluate', 'findings'],
    vscode: [],
};

/** For each outside package that stands for a decision, the packages of ours that may know it. */
const knownTo = {
    langium: ['language', 'server'],
    chevrotain: ['language'],
    'vscode-languageserver(-protocol|-types|-textdocument)?': ['server'],
    'vscode-jsonrpc': ['server'],
    'vscode-languageclient': ['vscode'],
    vscode: ['vscode'],
    '@lhncbc/ucum-lhc': ['model'],
    commander: ['cli'],
};

/** The packages that do no input or output, but for what stands in their folder src/node. */
const browserSafe = ['model', 'vocabulary', 'language', 'generate', 'analysis', 'evaluate', 'findings', 'server'];

const names = Object.keys(mayImport);
const source = (packages) => `^packages/(${packages.join('|')})/src/`;
// A package of ours is reached by its folder, or by its name where it is not installed.
const ofOurs = (packages) => packages.map((name) => `^(packages|@crit-lang)/${name}/`);
const outside = (name) => `(^|/node_modules/)(@types/)?${name}(/|$)`;

const arrows = names.map((name) => {
    const forbidden = names.filter((other) => other !== name && !mayImport[name].includes(other));
    return {
        name: `${name}-imports-only-what-it-may`,
        comment: `packages/${name} may import ${mayImport[name].join(', ') || 'no package of ours'} (ARCHITECTURE.md).`,
        severity: 'error',
        from: { path: source([name]) },
        to: { path: ofOurs(forbidden) },
    };
});

const outsiders = Object.entries(knownTo).map(([outsider, insiders]) => ({
    name: `only-${insiders.join('-and-')}-knows-${outsider.replace(/^@.*\/|[^a-z-].*$/g, '')}`,
    comment: `Only packages/${insiders.join(', packages/')} may import ${outsider}.`,
    severity: 'error',
    from: { path: source(names), pathNot: source(insiders) },
    to: { path: outside(outsider) },
}));

export default {
    forbidden: [
        ...arrows,
        ...outsiders,
        {
            name: 'generated-ast-stays-in-language-and-server',
            comment: 'Everything else reads the criteria model, never the AST.',
            severity: 'error',
            from: { path: source(names), pathNot: source(['language', 'server']) },
            to: { path: '^(packages/language/src|@crit-lang/language)/generated/' },
        },
        {
            name: 'core-runs-in-a-browser',
            comment: 'These packages do no input or output; what needs Node stands in a folder src/node.',
            severity: 'error',
            from: { path: source(browserSafe), pathNot: '^packages/[^/]+/src/node/' },
            to: { dependencyTypes: ['core'] },
        },
        {
            name: 'core-does-not-import-its-node-side',
            comment: 'Otherwise what needs Node would reach a browser through the back door.',
            severity: 'error',
            from: { path: source(browserSafe), pathNot: '^packages/[^/]+/src/node/' },
            to: { path: ['^packages/[^/]+/src/node/', '^@crit-lang/[^/]+/node/', '(^|/node_modules/)langium/(lib/)?node/'] },
        },
        {
            name: 'no-cycle',
            comment: 'Files that run each other in a circle are one file in disguise. Types may refer to each other.',
            severity: 'error',
            from: { path: source(names) },
            to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
        },
        {
            name: 'no-barrel',
            comment: 'Import the file that holds the thing, not a file that collects others.',
            severity: 'error',
            from: { path: source(names) },
            to: { path: '^packages/.*/index\\.ts$' },
        },
        {
            name: 'only-declared-dependencies',
            comment: 'What a package imports stands under "dependencies" in its own package.json.',
            severity: 'error',
            from: { path: source(names) },
            to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: ['(^|/)vscode$', '(^|/)node_modules/@types/'] },
        },
        {
            name: 'nothing-unresolvable',
            comment: 'The imported file or package does not exist.',
            severity: 'error',
            from: { path: source(names) },
            to: { couldNotResolve: true, pathNot: '^vscode$' },
        },
        {
            name: 'tests-stay-outside',
            comment: 'What ships does not import tests or scripts.',
            severity: 'error',
            from: { path: '^packages/' },
            to: { path: '^(test|scripts)/' },
        },
    ],
    options: {
        doNotFollow: { path: 'node_modules' },
        exclude: { path: '(^|/)(out|dist)/' },
        tsPreCompilationDeps: true,
        webpackConfig: { fileName: fileURLToPath(new URL('borders.resolve.config.mjs', import.meta.url)) },
        enhancedResolveOptions: {
            exportsFields: ['exports'],
            conditionNames: ['import', 'require', 'node', 'default', 'types'],
            extensions: ['.ts', '.d.ts', '.js', '.json'],
        },
        skipAnalysisNotInRules: true,
    },
};
