// Where a syntax node stands in its text, and where each of its properties was written.
import type { AstNode } from 'langium';
import type { Token } from './token.js';
import { endOf } from './token.js';

/**
 * Takes the place of Langium's concrete syntax tree, of which the language needs offsets and texts only.
 * `parts` holds, for each assignment, its property and the numbers of its first token and of the token behind its last.
 */
export class SyntaxPlace {
    constructor(
        private readonly fullText: string,
        readonly tokens: readonly Token[],
        readonly firstToken: number,
        /** Behind the last token of the node. */
        readonly endToken: number,
        readonly parts: readonly (string | number)[],
    ) {}

    get offset(): number {
        return this.tokens[this.firstToken]?.startOffset ?? this.fullText.length;
    }

    get end(): number {
        if (this.endToken <= this.firstToken) return this.offset;
        return endOf(this.tokens[this.endToken - 1] as Token);
    }

    get length(): number {
        return this.end - this.offset;
    }

    get text(): string {
        return this.fullText.slice(this.offset, this.end);
    }
}

/** The place of a node; undefined for a node that no text stands behind. */
export function placeOf(node: AstNode): SyntaxPlace | undefined {
    return node.$cstNode as unknown as SyntaxPlace | undefined;
}

/** Where the `index`-th value of a property was written, as offsets, and whether it is a text in double quotes; undefined when it was not written. */
export function propertyPlace(node: AstNode, property: string, index = 0): { offset: number; end: number; text: boolean } | undefined {
    const place = placeOf(node);
    if (place === undefined) return undefined;
    let left = index;
    for (let i = 0; i < place.parts.length; i += 3) {
        if (place.parts[i] !== property || left-- > 0) continue;
        const first = place.tokens[place.parts[i + 1] as number];
        const last = place.tokens[(place.parts[i + 2] as number) - 1];
        if (first === undefined || last === undefined) return undefined;
        return { offset: first.startOffset, end: endOf(last), text: first.tokenType.name === 'STRING' || first.tokenType.name === 'OPEN_STRING' };
    }
    return undefined;
}
