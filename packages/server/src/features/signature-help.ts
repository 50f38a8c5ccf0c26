// Shows the parameters of a definition while its values are typed.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { Token } from '@crit-lang/language/syntax/parser/token.js';
import { endOf } from '@crit-lang/language/syntax/parser/token.js';
import { nameValue } from '@crit-lang/language/syntax/written-values.js';
import type { Position, SignatureHelp } from 'vscode-languageserver-types';
import { MarkupKind } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace.js';
import { conditionText } from './hover/criterion-text.js';

/** A name has rarely more words. */
const MOST_WORDS = 12;
/** The lists that a value can stand in; past their braces no call is looked for. */
const BARRIERS: ReadonlySet<string> = new Set(['{', '}', 'NL']);

/** The definition whose parentheses a position stands in; null outside of any. */
export function signatureAt(workspace: Workspace, uri: string, position: Position): SignatureHelp | null {
    const file = workspace.parsed(uri);
    const compilation = workspace.compilation(uri);
    if (file === undefined || compilation === undefined) return null;
    const offset = file.source.offsetAt(position);
    const before = file.tokens.filter((token) => !token.inserted && token.startOffset < offset && endOf(token) <= offset);
    const call = openCall(before);
    const definition = call === undefined ? undefined : calledBefore(before.slice(0, call.open), file.source.text, compilation);
    if (call === undefined || definition === undefined) return null;
    const { name, parameters } = definition;
    const lowered = compilation.document.definitions.find(({ id }) => id === name);
    return {
        signatures: [
            {
                label: `${name}(${parameters.join(', ')})`,
                parameters: parameters.map((label) => ({ label })),
                ...(lowered === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: conditionText(lowered.rule, compilation.document) } }),
            },
        ],
        activeSignature: 0,
        activeParameter: Math.min(call.commas, parameters.length - 1),
    };
}

/** The parenthesis that is open at the end, and how many commas stand in it. */
function openCall(tokens: readonly Token[]): { open: number; commas: number } | undefined {
    let [depth, commas] = [0, 0];
    for (let index = tokens.length - 1; index >= 0; index--) {
        const name = tokens[index]?.tokenType.name ?? '';
        if (name === ')') depth++;
        else if (name === '(' && depth-- === 0) return { open: index, commas };
        else if (name === ',' && depth === 0) commas++;
        else if (BARRIERS.has(name)) return undefined;
    }
    return undefined;
}

/** The definition with parameters whose name ends the tokens, the longest name first. */
function calledBefore(tokens: readonly Token[], text: string, { scope }: Compilation): { name: string; parameters: string[] } | undefined {
    const last = tokens[tokens.length - 1];
    if (last === undefined) return undefined;
    for (let from = Math.max(0, tokens.length - MOST_WORDS); from < tokens.length; from++) {
        const definition = scope.definition(nameValue(text.slice(tokens[from]?.startOffset, endOf(last))));
        if (definition !== undefined && definition.parameters.length > 0) return definition;
    }
    return undefined;
}
