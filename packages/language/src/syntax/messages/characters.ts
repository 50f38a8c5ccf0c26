// Explains characters that mean nothing in the language: dashes, brackets, bullets and quotes as word processors and papers write them.
import type { Fix } from '../../diagnostics/diagnostic.js';
import type { Explain, Explanation, FaultView } from './fault-view.js';

const COMPARISONS: Readonly<Record<string, string>> = { '≦': '<=', '⩽': '<=', '≧': '>=', '⩾': '>=', '＜': '<', '＞': '>', '＝': '=' };
const DASHES = '–—−‐‑‒―';
const QUOTES = '’„‚«»‹›`´”';
const BULLETS = '•·▪◦‣●○□■✓➢-*';
const BRACES: Readonly<Record<string, string>> = { '[': '{', ']': '}', '［': '{', '］': '}' };

export const explainCharacter: Explain = (fault) => {
    if (fault.name() !== 'UNREADABLE') return undefined;
    const image = fault.image();
    const character = image.charAt(0);
    return comparison(fault, character) ?? lineEnd(fault, image) ?? mark(fault, character) ?? anything(fault, image);
};

function comparison(fault: FaultView, character: string): Explanation | undefined {
    const written = COMPARISONS[character];
    if (written !== undefined)
        return {
            message: `Write ${written} for ${character}.`,
            range: fault.place,
            fixes: [fault.replace(`Write '${written}'`, fault.index, fault.index, written)],
        };
    if (character === '≠' || (fault.image() === '!' && fault.name(1) === '=')) {
        return {
            message: "There is no 'not equal'. Say what holds instead: for grades and results 'is not …', for numbers 'any of { … < …, … > … }'.",
            range: fault.place,
        };
    }
    if (character === '~' || character === '≈' || character === '±') {
        return {
            message: `A rule cannot be about a value that is only near (${character}): whoever screens has to know the limit. Write a range: from … to ….`,
            range: fault.place,
        };
    }
    return undefined;
}

function lineEnd(fault: FaultView, image: string): Explanation | undefined {
    if (image !== '.' && image !== '…') return undefined;
    if (fault.index === fault.lineEnd)
        return {
            message: 'A line ends without a full stop. Remove it; text with full stops stands in double quotes.',
            range: fault.place,
            fixes: [fault.remove('Remove the full stop', fault.index, fault.index)],
        };
    return undefined;
}

function mark(fault: FaultView, character: string): Explanation | undefined {
    const brace = BRACES[character];
    if (brace !== undefined) return { message: 'Lists stand in braces { … }, not in brackets.', range: fault.place, fixes: [bracesForBrackets(fault)] };
    if (DASHES.includes(character)) {
        const fixes = [fault.replace('Write a hyphen', fault.index, fault.index, '-')];
        return {
            message: `A dash (${character}) means nothing here. A minus is a hyphen with blanks around it, and a range is written from … to ….`,
            range: fault.place,
            fixes,
        };
    }
    if (QUOTES.includes(character))
        return {
            message: `The quotation mark ${character} opens nothing. Texts stand in straight double quotes ("…"), names in straight single quotes ('…').`,
            range: fault.place,
        };
    if (BULLETS.includes(character) && fault.index === fault.lineStart) {
        return {
            message: 'Items of a block need no bullet: each stands on a line of its own. Remove the bullet.',
            range: fault.place,
            fixes: [fault.remove('Remove the bullet', fault.index, fault.index)],
        };
    }
    if (character === '&') return { message: "Write 'and' for &.", range: fault.place, fixes: [fault.replace("Write 'and'", fault.index, fault.index, 'and')] };
    if (character === '|') return { message: "Write 'or' for |.", range: fault.place, fixes: [fault.replace("Write 'or'", fault.index, fault.index, 'or')] };
    if (character === '#')
        return { message: 'A comment begins with //.', range: fault.place, fixes: [fault.replace("Write '//'", fault.index, fault.index, '//')] };
    return undefined;
}

function anything(fault: FaultView, image: string): Explanation {
    const shown = [...image].slice(0, 12).join('');
    const codes = [...shown].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
    const printable = /^[\x21-\x7e\u00a1-\u00ff\u2010-\u2027\u2030-\u205e]+$/.test(shown) ? `'${shown}'` : codes.slice(0, 3).join(' ');
    return {
        message: `${printable} has no meaning here. Remove it, or put the text it belongs to into quotes.`,
        range: fault.place,
        fixes: [fault.remove(`Remove ${printable}`, fault.index, fault.index)],
    };
}

function bracesForBrackets(fault: FaultView): Fix {
    const edits: Fix['edits'] = [];
    for (let index = fault.index; index <= fault.lineEnd; index++) {
        const newText = BRACES[fault.tokens[index]?.image ?? ''];
        if (newText !== undefined) edits.push({ range: fault.range(index, index), newText: newText === '{' ? '{ ' : ' }' });
    }
    return { title: 'Write braces instead of brackets', edits };
}
