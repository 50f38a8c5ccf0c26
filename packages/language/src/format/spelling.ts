// How the formatter writes a single word: operators in plain characters, texts in straight quotes, names without quotes they do not need.
import type { Token } from '../syntax/parser/token.js';
import { isPlainName } from '../syntax/write-name.js';
import { nameValue, quoteText, textValue } from '../syntax/written-values.js';

const OPERATORS: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=' };

/** The token as it is written. `bare` says that a name may lose quotes it does not need. */
export function spelled(token: Token, bare: boolean): string {
    const { tokenType, image } = token;
    switch (tokenType.name) {
        case 'STRING':
            return image.startsWith('“') ? quoteText(textValue(image)) : image;
        case 'QUOTED_NAME': {
            const name = nameValue(image);
            if (bare && isPlainName(name)) return name;
            return image.startsWith('‘') ? `'${name}'` : image;
        }
        case 'UNIT':
            return image.replace(/[ \t\u00a0]+/g, ' ');
        case 'TIMES':
            return 'x';
        default:
            return tokenType.keyword ? (OPERATORS[tokenType.name] ?? tokenType.name) : image;
    }
}
