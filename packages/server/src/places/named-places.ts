// Every place in a file where a property of its syntax stands, or only those where a name does, in the order of the text.
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { placeOf } from '@crit-lang/language/syntax/parser/syntax-place.js';
import { endOf } from '@crit-lang/language/syntax/parser/token.js';
import type { AstNode } from 'langium';
import type { Place } from './place-at.js';
import { childrenOf } from './syntax-tree.js';

/** A file that several protocols import is asked about once for each. */
const known = new WeakMap<ParsedFile, readonly Place[]>();
const knownNames = new WeakMap<ParsedFile, readonly Place[]>();

/** Properties that hold texts, numbers and words of the language, never names. */
const NO_NAMES: ReadonlySet<string> = new Set(['key', 'kind', 'verb', 'number', 'unit', 'text', 'title', 'operator', 'form', 'bound', 'flag', 'limit']);

/** The places that name something, or declare a name. */
export function namedPlaces(file: ParsedFile): readonly Place[] {
    const before = knownNames.get(file);
    const names = before ?? filledPlaces(file).filter(({ property, text }) => !NO_NAMES.has(property ?? '') && !/^["“\d<>=]/.test(text));
    if (before === undefined) knownNames.set(file, names);
    return names;
}

/** The places of all properties. */
export function filledPlaces(file: ParsedFile): readonly Place[] {
    const before = known.get(file);
    if (before !== undefined) return before;
    const places: Place[] = [];
    const waiting: AstNode[] = [file.root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        places.push(...placesOf(node, file));
        waiting.push(...childrenOf(node));
    }
    places.sort((a, b) => a.start - b.start);
    known.set(file, places);
    return places;
}

function placesOf(node: AstNode, file: ParsedFile): Place[] {
    const { parts, tokens } = placeOf(node) ?? { parts: [], tokens: [] };
    const places: Place[] = [];
    for (let i = 0; i < parts.length; i += 3) {
        const [property, from, to] = parts.slice(i, i + 3) as [string, number, number];
        const [first, last] = [tokens[from], tokens[to - 1]];
        if (first === undefined || last === undefined || first.inserted) continue;
        const [start, end] = [first.startOffset, endOf(last)];
        places.push({ node, property, text: file.source.text.slice(start, end), start, end });
    }
    return places;
}
