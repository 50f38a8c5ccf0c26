// Checks that a formatted text says what the text before said: the same syntax tree and the same comments, both without places and spellings.
import type { ParsedFile } from '../resolve/parsed-file.js';

const SPELT: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=' };

/** Whether two files say the same, in the same order. */
export function saysTheSame(one: ParsedFile, other: ParsedFile): boolean {
    if (other.syntaxDiagnostics.some(({ severity }) => severity === 'error')) return false;
    return content(one) === content(other) && comments(one) === comments(other);
}

function content(file: ParsedFile): string {
    return JSON.stringify(file.root, (key, value: unknown) => {
        if (key.startsWith('$') && key !== '$type') return undefined;
        return key === 'operator' && typeof value === 'string' ? (SPELT[value] ?? value) : value;
    });
}

function comments(file: ParsedFile): string {
    return file.comments.map(({ image }) => image.trimEnd()).join('\n');
}
