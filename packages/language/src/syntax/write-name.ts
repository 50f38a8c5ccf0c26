// Writes a name so that the language reads it back as the same name: quoted only where it has to be.
import { languageServices } from './language-services.js';

let nounKeywords: ReadonlySet<string> | undefined;

/** Keywords that may stand in an unquoted name (the grammar's rule Word). */
function keywordsInNames(): ReadonlySet<string> {
    nounKeywords ??= new Set(wordRuleKeywords());
    return nounKeywords;
}

function wordRuleKeywords(): string[] {
    const rule = languageServices().Grammar.rules.find((candidate) => candidate.name === 'Word');
    const words: string[] = [];
    const visit = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return;
        const element = node as { $type?: string; value?: unknown; elements?: unknown[]; definition?: unknown };
        if (element.$type === 'Keyword' && typeof element.value === 'string') words.push(element.value);
        for (const child of element.elements ?? []) visit(child);
        visit(element.definition);
    };
    visit(rule);
    return words;
}

/** The name, in single quotes when the language would not read it as one name otherwise. */
export function writeName(name: string): string {
    return isPlainName(name) ? name : `'${name.replace(/'(?![A-Za-z])/g, '’').replace(/[\r\n]+/g, ' ')}'`;
}

function isPlainName(name: string): boolean {
    const result = languageServices().parser.Lexer.tokenize(name);
    if (result.errors.length > 0 || result.tokens.length === 0) return false;
    const allowed = keywordsInNames();
    return result.tokens.every((token, index) => token.tokenType.name === 'ID' || allowed.has(token.tokenType.name) || (index > 0 && token.tokenType.name === 'of')) && !/[\r\n]/.test(name);
}
