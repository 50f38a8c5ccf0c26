// Highlights texts with the shipped TextMate grammar, through the engine that VS Code uses.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as TextMate from 'vscode-textmate';
import { inRoot } from '../support/repository.js';

const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma') as typeof Oniguruma;
const textMate = require('vscode-textmate') as typeof TextMate;

export interface Scoped {
    start: number;
    end: number;
    /** From the outermost to the innermost, source.crit apart. */
    scopes: string[];
}

/** The grammar as VS Code loads it. */
export async function registry(): Promise<TextMate.Registry> {
    const wasm = fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
    return new textMate.Registry({
        onigLib: Promise.resolve({
            createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
            createOnigString: (text: string) => new oniguruma.OnigString(text),
        }),
        loadGrammar: () => Promise.resolve(textMate.parseRawGrammar(fs.readFileSync(inRoot('syntaxes/crit.tmLanguage.json'), 'utf8'), 'crit.tmLanguage.json')),
    });
}

/** A function that gives the stretches of a text with their scopes, in order; offsets are those of the text. */
export async function highlighter(): Promise<(text: string) => Scoped[]> {
    const grammar = await (await registry()).loadGrammar('source.crit');
    if (grammar === null) throw new Error('The TextMate grammar cannot be loaded.');
    return (text) => {
        const found: Scoped[] = [];
        let state = textMate.INITIAL;
        let offset = 0;
        for (const line of text.split('\n')) {
            const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
            for (const { startIndex, endIndex, scopes } of tokens) {
                found.push({
                    start: offset + startIndex,
                    end: offset + Math.min(endIndex, line.length),
                    scopes: scopes.slice(1).map((scope) => scope.replace(/\.crit$/, '')),
                });
            }
            state = ruleStack;
            offset += line.length + 1;
        }
        return found;
    };
}
