// Explains a parameter of a definition that has blanks in it or is a word of the language: define f(bilirubin limit).
import type { Fix } from '../../diagnostics/diagnostic.js';
import type { Explain, FaultView } from './fault-view.js';

export const explainParameter: Explain = (fault) => {
    if (fault.rule !== 'Definition' || !fault.isWord(fault.index) || !(fault.expects(')') || fault.expects('ID'))) return undefined;
    const open = openingParenthesis(fault);
    if (open === undefined) return undefined;
    let first = fault.index;
    while (first - 1 > open && fault.isWord(first - 1)) first--;
    let last = fault.index;
    while (last < fault.lineEnd && fault.isWord(last + 1)) last++;
    const written = fault.text(first, last).replace(/\s+/g, ' ');
    const word = first === last ? `${written}_value` : written.replaceAll(' ', '_');
    const why =
        first === last ? `'${written}' is a word of the language, so it cannot be a parameter` : `A parameter is one word, and '${written}' is more than one`;
    return {
        message: `${why}. Write it as ${word}, here and in the lines that use it.`,
        range: fault.range(first, last),
        fixes: [everywhere(fault, first, last, word)],
    };
};

// The parenthesis after the name of the definition, where the fault lies behind it.
function openingParenthesis(fault: FaultView): number | undefined {
    for (let index = fault.index - 1; index >= fault.lineStart; index--) {
        const name = fault.tokens[index]?.tokenType.name;
        if (name === '(') return index;
        if (name === ')' || name === '{') return undefined;
    }
    return undefined;
}

/** The parameter and its uses in the lines of the definition. */
function everywhere(fault: FaultView, first: number, last: number, word: string): Fix {
    const words = fault.tokens.slice(first, last + 1).map(({ image }) => image);
    const edits: Fix['edits'] = [];
    let depth = 0;
    for (let index = first; index < fault.tokens.length; index++) {
        const name = fault.tokens[index]?.tokenType.name;
        if (name === '{') depth++;
        if (name === '}' && --depth <= 0) break;
        if (!words.every((image, offset) => fault.tokens[index + offset]?.image === image) || (index !== first && depth === 0)) continue;
        edits.push({ range: fault.range(index, index + words.length - 1), newText: word });
        index += words.length - 1;
    }
    return { title: `Write '${word}'`, edits };
}
