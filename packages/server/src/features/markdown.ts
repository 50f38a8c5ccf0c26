// Writes Markdown in which text from a file stays text.

/** A text from a file or the vocabulary: no character of it is taken for Markdown or HTML, and it stays on one line. */
export function plain(text: string): string {
    return text
        .replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
        .replace(/[\\`*_[\]#|~]/g, '\\$&')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/:\/\//g, ':&#47;&#47;');
}

export function bold(text: string): string {
    return `**${plain(text)}**`;
}

/** A list in which each part stands on a line of its own; empty parts are left out. */
export function bullets(parts: readonly (string | null)[]): string | null {
    const present = parts.filter((part) => part !== null && part !== '');
    return present.length === 0 ? null : present.map((part) => `- ${part}`).join('\n');
}

/** Paragraphs with an empty line between them; those that are null are left out. */
export function paragraphs(parts: readonly (string | null)[]): string {
    return parts.filter((part) => part !== null && part !== '').join('\n\n');
}
