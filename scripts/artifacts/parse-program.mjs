// Turns the Langium grammar into the tables that the language's parser runs on: rules as nested arrays, blocks recognised as such, terminals as patterns.
import { GrammarAST, GrammarUtils, URI } from 'langium';
import { createLangiumGrammarServices } from 'langium/grammar';
import { NodeFileSystem } from 'langium/node';

/** The tables for a grammar file. Throws where the grammar holds what the parser cannot run. */
export async function parseProgram(grammarFile) {
    const { shared } = createLangiumGrammarServices(NodeFileSystem);
    const document = await shared.workspace.LangiumDocuments.getOrCreateDocument(URI.file(grammarFile));
    await shared.workspace.DocumentBuilder.build([document]);
    const grammar = document.parseResult.value;
    const rules = grammar.rules.filter(GrammarAST.isParserRule);
    return {
        entry: rules.find((rule) => rule.entry).name,
        keywords: keywordsOf(rules),
        terminals: grammar.rules
            .filter(GrammarAST.isTerminalRule)
            .map((rule) => ({ name: rule.name, pattern: GrammarUtils.terminalRegex(rule).source, hidden: rule.hidden })),
        defaults: defaultsOf(rules),
        rules: rules.map((rule) => ({ name: rule.name, ...kindOf(rule), body: rule.entry ? file(rule) : element(rule.definition, rule.name) })),
    };
}

/** The tables as the text of packages/language/src/generated/parse-program.ts. */
export function programText(program) {
    return [
        '// Written by scripts/artifacts/parse-program.mjs from the grammar; do not edit.',
        "import type { ParseProgram } from '../syntax/parser/program.js';",
        '',
        'export const PARSE_PROGRAM: ParseProgram = {',
        `    entry: ${JSON.stringify(program.entry)},`,
        `    keywords: ${JSON.stringify(program.keywords)},`,
        `    terminals: [\n${lines(program.terminals)}    ],`,
        `    defaults: {\n${Object.entries(program.defaults)
            .map(([type, properties]) => `        ${type}: ${JSON.stringify(properties)},\n`)
            .join('')}    },`,
        `    rules: [\n${lines(program.rules)}    ],`,
        '};',
        '',
    ].join('\n');
}

const lines = (items) => items.map((item) => `        ${JSON.stringify(item)},\n`).join('');

function kindOf(rule) {
    if (rule.fragment) return { kind: 'fragment' };
    if (GrammarUtils.isDataTypeRule(rule)) return { kind: 'text' };
    return { kind: 'node', type: GrammarUtils.getTypeName(rule) };
}

/** An element of a rule, with what says how often it comes. */
function element(node, rule) {
    const once = elementOnce(node, rule);
    return node.cardinality === undefined ? once : [node.cardinality, once];
}

function elementOnce(node, rule) {
    if (GrammarAST.isKeyword(node)) return ['keyword', node.value];
    if (GrammarAST.isRuleCall(node)) return [GrammarAST.isTerminalRule(node.rule.ref) ? 'terminal' : 'rule', node.rule.ref.name];
    if (GrammarAST.isAssignment(node)) return ['assign', node.feature, node.operator, element(node.terminal, rule)];
    if (GrammarAST.isAlternatives(node)) return ['alternatives', ...node.elements.map((part) => element(part, rule))];
    if (GrammarAST.isGroup(node)) return ['sequence', ...withBlocks(node.elements, rule)];
    if (GrammarAST.isAction(node) && node.operator === '+=') return ['wrap', node.inferredType.name, node.feature];
    if (GrammarAST.isAction(node) && node.operator === undefined) return ['become', node.inferredType.name];
    throw new Error(`Rule ${rule} holds a ${node.$type} (${node.$cstNode?.text}), which the parser does not know.`);
}

/** The parts of a sequence; from a brace to the brace that closes it they are one block, so that the parser can resume inside it after an error. */
function withBlocks(parts, rule) {
    const open = parts.findIndex((part) => keywordIn(part) === '{');
    if (open === -1) return parts.map((part) => element(part, rule));
    const close = parts.findLastIndex((part) => keywordIn(part) === '}');
    if (close < open) throw new Error(`Rule ${rule}: '{' and '}' of a block have to stand in the same group.`);
    return [
        ...parts.slice(0, open).map((part) => element(part, rule)),
        block(parts[open], parts.slice(open + 1, close), rule),
        ...parts.slice(close + 1).map((part) => element(part, rule)),
    ];
}

function block(open, inside, rule) {
    const items = inside.flatMap((part) => assignmentsIn(part));
    const [first, ...others] = items.map(({ assignment }) => JSON.stringify(elementOnce(assignment, rule)));
    if (first === undefined || others.some((other) => other !== first))
        throw new Error(`Rule ${rule}: the items of a block have to be the same everywhere in it.`);
    const separators = new Set(inside.flatMap(separatorsIn));
    return ['block', element(open, rule), JSON.parse(first), { required: !items[0].optional, separated: items.length > 1, separators: [...separators] }];
}

/** The file itself is a block without braces. */
function file(rule) {
    const [, items] = rule.definition.elements;
    const [{ assignment }] = assignmentsIn(items);
    return ['file', elementOnce(assignment, rule.name), { required: false, separated: false, separators: separatorsIn(rule.definition) }];
}

function assignmentsIn(node, optional = false) {
    const here = optional || node.cardinality === '?' || node.cardinality === '*';
    if (GrammarAST.isAssignment(node)) return [{ assignment: node, optional: here }];
    return (node.elements ?? []).flatMap((part) => assignmentsIn(part, here));
}

function separatorsIn(node) {
    if (GrammarAST.isAssignment(node)) return [];
    if (GrammarAST.isKeyword(node)) return [node.value];
    if (GrammarAST.isRuleCall(node)) return [node.rule.ref.name];
    return [...new Set((node.elements ?? []).flatMap(separatorsIn))];
}

function keywordIn(node) {
    if (GrammarAST.isAssignment(node)) return keywordIn(node.terminal);
    return GrammarAST.isKeyword(node) ? node.value : undefined;
}

/** All keywords, longest first, so that a phrase is tried before the words in it. */
function keywordsOf(rules) {
    const words = new Set();
    for (const rule of rules) collectKeywords(rule.definition, words);
    return [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function collectKeywords(node, words) {
    if (GrammarAST.isKeyword(node)) words.add(node.value);
    if (GrammarAST.isAssignment(node)) collectKeywords(node.terminal, words);
    for (const part of node.elements ?? []) collectKeywords(part, words);
}

/** Which lists and flags each type of node has; a parsed node has all of them, empty or false. */
function defaultsOf(rules) {
    const types = new Map();
    const propertiesOf = (type) => {
        if (!types.has(type)) types.set(type, { lists: new Set(), flags: new Set() });
        return types.get(type);
    };
    for (const rule of rules)
        if (!rule.fragment && !GrammarUtils.isDataTypeRule(rule)) collectDefaults(rule.definition, propertiesOf(GrammarUtils.getTypeName(rule)), propertiesOf);
    // A type without properties of its own only names a choice of others.
    return Object.fromEntries([...types].map(([type, { lists, flags }]) => [type, { lists: [...lists], flags: [...flags] }]));
}

function collectDefaults(node, into, propertiesOf) {
    if (GrammarAST.isAssignment(node)) {
        if (node.operator === '+=') into.lists.add(node.feature);
        if (node.operator === '?=') into.flags.add(node.feature);
        return into;
    }
    if (GrammarAST.isRuleCall(node) && GrammarAST.isParserRule(node.rule.ref) && node.rule.ref.fragment)
        return collectDefaults(node.rule.ref.definition, into, propertiesOf);
    if (GrammarAST.isAction(node)) {
        const wrapped = propertiesOf(node.inferredType.name);
        if (node.operator === '+=') wrapped.lists.add(node.feature);
        return wrapped;
    }
    let target = into;
    for (const part of node.elements ?? []) {
        const next = collectDefaults(part, target, propertiesOf);
        if (GrammarAST.isGroup(node)) target = next;
    }
    return GrammarAST.isGroup(node) ? target : into;
}
