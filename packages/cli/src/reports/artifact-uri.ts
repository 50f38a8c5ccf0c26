// Paths as the URI references that reports for other programs name files by.

/** `dir/a b.crit` as `dir/a%20b.crit`; an absolute path as a `file:` URI. Paths have forward slashes. */
export function artifactUri(path: string): string {
    const encoded = path
        .toWellFormed()
        .split('/')
        .map((segment) => encodeURIComponent(segment))
        .join('/');
    if (path.startsWith('/')) return `file://${encoded}`;
    if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`;
    return encoded;
}
