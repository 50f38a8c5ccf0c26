// The hash by which a document names the exact text it was made from.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** `sha256:` and the hexadecimal digest of the text's UTF-8 bytes. */
export function sha256Of(text: string): string {
    return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}
