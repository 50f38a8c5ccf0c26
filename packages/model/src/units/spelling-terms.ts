// Cuts a written unit at its operators: "/", "per" and the point of a product.

/** A part of a unit and the operator before it. */
export interface TermPart {
    readonly part: string;
    readonly before: '' | '/' | '.';
}

/** The parts from left to right; what stands in brackets stays together. */
export function splitTerm(term: string): TermPart[] {
    const parts: TermPart[] = [];
    let depth = 0;
    let start = 0;
    let before: TermPart['before'] = '';
    const cut = (end: number, next: TermPart['before'], width: number): void => {
        parts.push({ part: term.slice(start, end).trim(), before });
        before = next;
        start = end + width;
    };
    for (let index = 0; index < term.length; index += 1) {
        const character = term.charAt(index);
        if ('([{'.includes(character)) {
            depth += 1;
        } else if (')]}'.includes(character)) {
            depth -= 1;
        } else if (depth === 0 && character === '/') {
            cut(index, '/', 1);
        } else if (depth === 0 && character === '.' && !/^\d\.[\d]/.test(term.slice(index - 1, index + 2))) {
            cut(index, '.', 1);
        } else if (depth === 0 && /^(?: per |^per )/.test(index === 0 ? ` ${term.slice(0, 4)}` : term.slice(index, index + 5))) {
            cut(index, '/', index === 0 ? 4 : 5);
            index += index === 0 ? 3 : 4;
        }
    }
    cut(term.length, '', 0);
    return parts;
}
