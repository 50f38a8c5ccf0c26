// Turns the text of names and strings into their values: names keep single blanks between their words, strings lose quotes and escapes.
import type { CstNode, GrammarAST, ValueType } from 'langium';
import { DefaultValueConverter } from 'langium';

export class CritValueConverter extends DefaultValueConverter {
    protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cst: CstNode): ValueType {
        switch (rule.name) {
            case 'Name':
                return nameValue(cst.text);
            case 'Text':
                return textValue(cst.text);
            case 'Verb':
            case 'ResponseKind':
            case 'ValuePick':
            case 'BoundWord':
                return cst.text.replace(/[ \t]+/g, ' ');
            case 'NUMBER':
            case 'STRING':
            case 'OPEN_STRING':
            case 'QUOTED_NAME':
            case 'OPEN_QUOTED_NAME':
            case 'UNIT':
                return input;
            default:
                return super.runConverter(rule, input, cst);
        }
    }
}

/** The value of a name as written: without quotes, comments inside it dropped, blanks folded to one. */
export function nameValue(written: string): string {
    const text = written.startsWith("'") ? written.replace(/^'/, '').replace(/'$/, '') : written.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n\r]*/g, ' ');
    return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

/** The value of a string as written: without quotes, `\"`, `\\`, `\n` and `\t` replaced; any other escaped character stands for itself. */
export function textValue(written: string): string {
    const open = written.slice(0, 1);
    const close = open === '“' ? '”' : '"';
    const body = written.length > 1 && written.endsWith(close) ? written.slice(1, -1) : written.slice(1);
    return body.replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c));
}

/** Writes a string so that it reads back the same. */
export function quoteText(value: string): string {
    return `"${value.replace(/["\\]/g, '\\$&').replace(/\r?\n/g, '\\n').replace(/\t/g, '\\t')}"`;
}
