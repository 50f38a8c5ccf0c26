// A line being written, with what wrapping and alignment have to know of it.

/** Lines are wrapped behind this column. */
export const LAST_COLUMN = 120;

/** A key of at most this length has its value in one column with those around it; longer keys would push all values away. */
const LONGEST_KEY = 12;

/** A place where a line can be broken. */
export interface Break {
    token: number;
    column: number;
}

export interface Line {
    /** Blanks before it. */
    indent: number;
    text: string;
    blankBefore: boolean;
    /** The block whose properties have their values in one column, by its brace; -1 for other lines. */
    aligned: number;
    /** Length of the key with which it begins; 0 when it goes on with the value above. */
    key: number;
    /** Blocks that stand on this line as a whole, by their braces. */
    blocks: number[];
    /** Items that begin on this line, and words of one item before which a line can be broken. */
    itemBreaks: Break[];
    otherBreaks: Break[];
}

export function newLine(indent: number, blankBefore: boolean): Line {
    return { indent, text: '', blankBefore, aligned: -1, key: 0, blocks: [], itemBreaks: [], otherBreaks: [] };
}

/** Puts the values of each block of properties into one column. */
export function align(lines: readonly Line[]): void {
    const columns = new Map<number, number>();
    for (const { aligned, key } of lines) if (aligned >= 0 && key <= LONGEST_KEY) columns.set(aligned, Math.max(columns.get(aligned) ?? 0, key));
    for (const line of lines) {
        const column = columns.get(line.aligned);
        if (column === undefined) continue;
        // A line that goes on stands under the values; it was indented by one step already.
        if (line.key === 0) line.indent += Math.max(0, column + 1 - 2);
        else shift(line, Math.max(0, column - line.key));
    }
}

function shift(line: Line, blanks: number): void {
    if (line.text.length === line.key) return;
    line.text = line.text.slice(0, line.key) + ' '.repeat(blanks) + line.text.slice(line.key);
    for (const each of [...line.itemBreaks, ...line.otherBreaks]) each.column += blanks;
}

/** Finds what to break in lines that are too long; whether anything was found. */
export function breakLongLines(lines: readonly Line[], opened: Set<number>, breaks: Set<number>): boolean {
    let found = false;
    for (const line of lines) {
        if (line.indent + line.text.length <= LAST_COLUMN) continue;
        const [block] = line.blocks;
        const point = lastWithin(line, line.itemBreaks) ?? (block === undefined ? lastWithin(line, line.otherBreaks) : undefined);
        if (block !== undefined && !opened.has(block)) opened.add(block);
        else if (point !== undefined && !breaks.has(point)) breaks.add(point);
        else continue;
        found = true;
    }
    return found;
}

/** The last place before the limit. Breaking behind it would not make the line short enough. */
function lastWithin(line: Line, places: readonly Break[]): number | undefined {
    return places.findLast(({ column }) => line.indent + column <= LAST_COLUMN)?.token;
}
