// Reads a file that should hold text: a regular file, not too large, UTF-8, no zero bytes.
import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import { MAX_FILE_BYTES } from '../syntax/parse.js';

/** `byteOrderMark`: whether the file starts with one; the text is without it, as editors show it. */
export type TextFile = { text: string; byteOrderMark: boolean } | { problem: string };

const BYTE_ORDER_MARK = '\ufeff';
const LIMIT = `${MAX_FILE_BYTES / 1024 / 1024} MB`;

/** Reads a file; `problem` says in a sentence, without the file's name, why it cannot be read. Never throws. */
export function readTextFile(file: string): TextFile {
    let bytes: Buffer | string;
    try {
        bytes = bytesOf(file);
    } catch (error) {
        return { problem: problemOfSystem(error) };
    }
    return typeof bytes === 'string' ? { problem: bytes } : textOf(bytes);
}

function bytesOf(file: string): Buffer | string {
    // A pipe would block when it is opened, so what stands there is looked at first.
    const stats = fs.statSync(file);
    if (stats.isDirectory()) return 'This is a folder, not a file.';
    if (!stats.isFile()) return 'This is not a regular file.';
    if (stats.size > MAX_FILE_BYTES) return `The file is larger than ${LIMIT}. Split it, and import the parts.`;
    const bytes = fs.readFileSync(file);
    return bytes.length > MAX_FILE_BYTES ? `The file is larger than ${LIMIT}. Split it, and import the parts.` : bytes;
}

function textOf(bytes: Buffer): TextFile {
    if (!isUtf8(bytes)) return { problem: 'The file is not UTF-8 text. Save it in the encoding UTF-8.' };
    if (bytes.includes(0)) return { problem: 'The file holds zero bytes, so it is not text in UTF-8. If it is text in UTF-16, save it as UTF-8.' };
    const text = bytes.toString('utf8');
    const byteOrderMark = text.startsWith(BYTE_ORDER_MARK);
    return { text: byteOrderMark ? text.slice(1) : text, byteOrderMark };
}

/** Why the system refused, in a sentence. */
export function problemOfSystem(error: unknown): string {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    switch (code) {
        case 'ENOENT':
        case 'ENOTDIR':
            return 'There is no such file or folder.';
        case 'EACCES':
        case 'EPERM':
            return 'You may not read it: the permission is missing.';
        case 'ELOOP':
            return 'Its symbolic links lead round in a circle.';
        case 'ENAMETOOLONG':
            return 'The name is longer than the system allows.';
        case 'ERR_INVALID_ARG_VALUE':
            return 'The name holds a character that no file name can have.';
        default:
            return `The system cannot read it${code === '' ? '' : ` (${code})`}.`;
    }
}
