// The values of names and texts as they are written: quotes and escapes taken off, blanks folded.

/** The value of a name as written: without quotes, comments inside it dropped, blanks folded to one. */
export function nameValue(written: string): string {
    const open = written.charAt(0);
    const quoted = open === "'" || open === '‘';
    const text = quoted ? written.slice(1).replace(open === "'" ? /'$/ : /’$/, '') : written.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n\r]*/g, ' ');
    return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

/** The value of a string as written: without quotes, `\"`, `\\`, `\n` and `\t` replaced; any other escaped character stands for itself. */
export function textValue(written: string): string {
    const open = written.slice(0, 1);
    const close = open === '“' ? '”' : '"';
    const body = written.length > 1 && written.endsWith(close) ? written.slice(1, -1) : written.slice(1);
    if (!body.includes('\\')) return body;
    return body.replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c));
}

/** Writes a string so that it reads back the same. */
export function quoteText(value: string): string {
    return `"${value.replace(/["\\]/g, '\\$&').replace(/\r?\n/g, '\\n').replace(/\t/g, '\\t')}"`;
}
