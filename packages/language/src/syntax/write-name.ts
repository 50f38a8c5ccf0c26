// Writes a name so that the language reads it back as the same name: quoted only where it has to be.
import { PARSE_PROGRAM } from '../generated/parse-program.js';
import type { Element } from './parser/program.js';
import { tokenize } from './tokenize.js';

/** Keywords that may begin an unquoted name (the grammar's rule Word), and those that may only follow there (rule Name). */
const beginning = keywordsIn('Word');
const following = new Set([...beginning, ...keywordsIn('Name')]);

function keywordsIn(rule: string): Set<string> {
    const words = new Set<string>();
    const visit = (element: Element): void => {
        if (element[0] === 'keyword') words.add(element[1]);
        else if (element[0] === 'sequence' || element[0] === 'alternatives') (element.slice(1) as Element[]).forEach(visit);
        else if (element[0] === '*' || element[0] === '?' || element[0] === '+') visit(element[1]);
    };
    const { body } = PARSE_PROGRAM.rules.find(({ name }) => name === rule) ?? {};
    if (body !== undefined) visit(body);
    return words;
}

/** The name, in single quotes when the language would not read it as one name otherwise. */
export function writeName(name: string): string {
    return isPlainName(name) ? name : `'${name.replace(/'(?![A-Za-z])/g, '’').replace(/[\r\n]+/g, ' ')}'`;
}

/** Whether a name needs no quotes. */
export function isPlainName(name: string): boolean {
    if (/[\r\n]|\/\/|\/\*/.test(name)) return false;
    const words = tokenize(name).tokens.slice(0, -1);
    return words.length > 0 && words.every(({ tokenType }, index) => tokenType.name === 'ID' || (index === 0 ? beginning : following).has(tokenType.name));
}
