// Gives Langium's parser the values that ours gives to names, texts and keywords.
import { nameValue, textValue } from '@crit-lang/language/syntax/written-values.js';
import type { CstNode, GrammarAST, ValueType } from 'langium';
import { DefaultValueConverter } from 'langium';

export class GrammarValues extends DefaultValueConverter {
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
